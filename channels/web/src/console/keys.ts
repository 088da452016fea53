/** What the keyboard can do in the console. */
export interface KeyActions {
  move(step: 1 | -1): void;
  claim(): void;
  reply(): void;
  handBack(): void;
  close(): void;
  help(): void;
  escape(): void;
}

/** Listen to single keys, except while somebody writes. Returns how to stop. */
export function listenToKeys(actions: KeyActions): () => void {
  const byKey: Record<string, () => void> = {
    j: () => actions.move(1),
    k: () => actions.move(-1),
    c: () => actions.claim(),
    r: () => actions.reply(),
    b: () => actions.handBack(),
    e: () => actions.close(),
    '?': () => actions.help(),
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') return actions.escape();
    if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event)) return;
    const action = byKey[event.key];
    if (!action) return;
    // Otherwise the letter that moves the focus into the reply field is also written there.
    event.preventDefault();
    action();
  };
  document.addEventListener('keydown', pressed);
  return () => document.removeEventListener('keydown', pressed);
}

function isWriting(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  return target instanceof HTMLElement && (target.matches('input, textarea, select') || target.isContentEditable);
}
