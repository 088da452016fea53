/** What a single key or a button asks the console to do. */
export type Command =
  | 'next-thread'
  | 'previous-thread'
  | 'claim'
  | 'claim-next'
  | 'reply'
  | 'note'
  | 'hand-back'
  | 'transfer'
  | 'snooze'
  | 'tags'
  | 'close'
  | 'search'
  | 'suggest'
  | 'help'
  | 'escalate'
  | 'merge'
  | 'block'
  | 'audit'
  | 'wake'
  | 'step-in'
  | 'escape';

const KEYS: Record<string, Command> = {
  j: 'next-thread',
  k: 'previous-thread',
  c: 'claim',
  n: 'claim-next',
  r: 'reply',
  i: 'note',
  b: 'hand-back',
  t: 'transfer',
  s: 'snooze',
  g: 'tags',
  e: 'close',
  m: 'suggest',
  '/': 'search',
  '?': 'help',
};

const STORED = 'myropo.console.keys';
const OFF = 'off';

/** Listen to single keys, except while somebody writes or a dialog is open. Returns how to stop. */
export function listenToKeys(act: (command: Command) => void): () => void {
  const pressed = (event: KeyboardEvent): void => {
    // A dialog has its own Escape, and its keys mean what its fields say.
    if (event.defaultPrevented || isInDialog(event)) return;
    if (event.key === 'Escape') return act('escape');
    if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event) || !keysAreOn()) return;
    const command = KEYS[event.key];
    if (!command) return;
    // Otherwise the letter that moves the focus into a field is also written there.
    event.preventDefault();
    act(command);
  };
  document.addEventListener('keydown', pressed);
  return () => document.removeEventListener('keydown', pressed);
}

/** Whether single keys act on this device. */
export function keysAreOn(): boolean {
  try {
    return localStorage.getItem(STORED) !== OFF;
  } catch {
    // Storage may be forbidden; then nobody can have turned them off.
    return true;
  }
}

/** Turn single keys on or off: who dictates, or presses keys by mistake, must be able to. */
export function turnKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(STORED);
    else localStorage.setItem(STORED, OFF);
  } catch {
    // See keysAreOn.
  }
}

function isWriting(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  if (!(target instanceof HTMLElement)) return false;
  return target.matches('input:not([type="radio"], [type="file"]), textarea, select') || target.isContentEditable;
}

function isInDialog(event: KeyboardEvent): boolean {
  return event.composedPath().some((node) => node instanceof HTMLDialogElement);
}
