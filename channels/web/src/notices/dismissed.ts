import type { Notice } from '../http';

const DISMISSED = 'myropo.notices';

/** By notice: the text that was dismissed, in each language in which it was met. */
type Dismissed = Record<string, Record<string, string>>;

/** Fired when something was dismissed: the same notice may stand in the page and in the chat. */
export const dismissals = new EventTarget();

/**
 * The notices that are still to be shown. A new text in the same language is worth showing again; the same notice in
 * another language is not.
 */
export function undismissed<N extends Notice>(notices: readonly N[]): N[] {
  const known = recall();
  return notices.filter((notice) => {
    const texts = known[notice.id];
    if (!texts) return true;
    const text = texts[notice.language];
    if (text === undefined) remember(known, notice);
    return text !== undefined && text !== notice.text;
  });
}

/** Show a notice no more in this session of the browser. */
export function dismiss(notice: Notice): void {
  const known = recall();
  known[notice.id] = {};
  remember(known, notice);
  dismissals.dispatchEvent(new Event('change'));
}

/** Forget what was dismissed: whoever comes next has not read it. */
export function forgetDismissed(): void {
  try {
    sessionStorage.removeItem(DISMISSED);
  } catch {
    // See recall.
  }
}

// Without storage a dismissal lasts as long as the page.
let kept = '{}';

function remember(known: Dismissed, { id, language, text }: Notice): void {
  known[id] = { ...known[id], [language]: text };
  kept = JSON.stringify(known);
  try {
    sessionStorage.setItem(DISMISSED, kept);
  } catch {
    // See above.
  }
}

function recall(): Dismissed {
  try {
    return JSON.parse(sessionStorage.getItem(DISMISSED) ?? '{}') as Dismissed;
  } catch {
    return JSON.parse(kept) as Dismissed;
  }
}
