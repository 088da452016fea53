import { DRAFT } from '../widget/memory';

/** What has been written into the form so far. */
export interface Draft {
  subject: string;
  invoice: string;
  text: string;
  person: boolean;
}

const EMPTY: Draft = { subject: '', invoice: '', text: '', person: false };

/** The draft of this tab, so that a way over another page loses nothing. */
export function recallDraft(): Draft {
  try {
    const stored = JSON.parse(sessionStorage.getItem(DRAFT) ?? '{}') as Partial<Draft>;
    return { ...EMPTY, ...stored };
  } catch {
    return EMPTY;
  }
}

/** Keep the draft, or forget it. */
export function rememberDraft(draft: Draft | null): void {
  try {
    if (draft) sessionStorage.setItem(DRAFT, JSON.stringify(draft));
    else sessionStorage.removeItem(DRAFT);
  } catch {
    // Storage may be forbidden or full; the draft then lasts as long as the page.
  }
}
