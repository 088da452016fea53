import type { Unsent } from '../outbox';

const THREAD = 'myropo.thread';
const OUTBOX = 'myropo.outbox';
const OPEN = 'myropo.open';
const IDENTIFIED = 'myropo.identified';

/** The thread that this tab was in, so that a reload resumes it. */
export function rememberedThread(): string | null {
  return read(THREAD);
}

export function rememberThread(id: string): void {
  write(THREAD, id);
}

/** Whether the panel was open, so that it is open again after a reload or a way over another page. */
export function rememberedOpen(): boolean {
  return read(OPEN) === 'yes';
}

export function rememberOpen(open: boolean): void {
  if (open) write(OPEN, 'yes');
  else remove(OPEN);
}

/** Whether the customer has identified in this tab: only a hint for what to offer, the server decides. */
export function rememberedIdentification(): boolean {
  return read(IDENTIFIED) === 'yes';
}

export function rememberIdentification(): void {
  write(IDENTIFIED, 'yes');
}

/** Keep unsent messages over a reload, bound to their thread: another customer's session must never send them. */
export function rememberUnsent(threadId: string, items: readonly Unsent[]): void {
  if (items.length === 0) remove(OUTBOX);
  else write(OUTBOX, JSON.stringify({ threadId, items }));
}

/** The unsent messages of a thread, or none if they belong to another. */
export function recallUnsent(threadId: string): Unsent[] {
  try {
    const stored = JSON.parse(read(OUTBOX) ?? 'null') as { threadId: string; items: Unsent[] } | null;
    return stored?.threadId === threadId ? stored.items.filter(isUnsent) : [];
  } catch {
    return [];
  }
}

/** Forget the conversation: it is gone, or somebody else's. */
export function forgetThread(): void {
  remove(THREAD);
  remove(OUTBOX);
}

/** Forget everything of this customer in this tab. */
export function forgetChat(): void {
  forgetThread();
  remove(OPEN);
  remove(IDENTIFIED);
}

function isUnsent(value: Unsent): boolean {
  return typeof value.clientId === 'string' && typeof value.text === 'string' && typeof value.state === 'string';
}

// Storage may be forbidden or full. The chat then works without memory, which is better than not at all.
function read(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // See above.
  }
}

function remove(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // See above.
  }
}
