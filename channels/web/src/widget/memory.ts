import type { Unsent } from '../outbox';

const THREAD = 'myropo.thread';
const OUTBOX = 'myropo.outbox.';
const OPEN = 'myropo.open';
const IDENTIFIED = 'myropo.identified';
/** Where the draft of a new message is kept. */
export const DRAFT = 'myropo.draft';

/** Where a conversation finds out which thread it is about. */
export interface ThreadMemory {
  /** Whether it is about this one thread and never about another. */
  readonly fixed: boolean;
  thread(): string | null;
  remember(id: string): void;
  forget(): void;
}

/** The thread that this tab was in, so that a reload resumes it. */
export const tabMemory: ThreadMemory = {
  fixed: false,
  thread: rememberedThread,
  remember: (id) => write(THREAD, id),
  forget: forgetThread,
};

/** The thread of a page that is about it alone; the tab's chat stays with its own. */
export function onlyThread(id: string): ThreadMemory {
  return { fixed: true, thread: () => id, remember: () => undefined, forget: () => undefined };
}

/** The thread that this tab's chat was in. */
export function rememberedThread(): string | null {
  return read(THREAD);
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
  if (items.length === 0) remove(OUTBOX + threadId);
  else write(OUTBOX + threadId, JSON.stringify(items));
}

/** The unsent messages of a thread. */
export function recallUnsent(threadId: string): Unsent[] {
  try {
    const stored = JSON.parse(read(OUTBOX + threadId) ?? '[]') as unknown;
    return Array.isArray(stored) ? (stored as Unsent[]).filter(isUnsent) : [];
  } catch {
    return [];
  }
}

/** Forget the tab's conversation: it is gone, or somebody else's. */
export function forgetThread(): void {
  const id = rememberedThread();
  if (id !== null) remove(OUTBOX + id);
  remove(THREAD);
}

/** Forget everything of this customer in this tab. */
export function forgetChat(): void {
  for (const key of keys()) if (key.startsWith(OUTBOX)) remove(key);
  remove(THREAD);
  remove(OPEN);
  remove(IDENTIFIED);
  remove(DRAFT);
}

function isUnsent(value: Unsent): boolean {
  return typeof value.clientId === 'string' && typeof value.text === 'string' && typeof value.state === 'string';
}

// Storage may be forbidden or full. The chat then works without memory, which is better than not at all.
function keys(): string[] {
  try {
    return Object.keys(sessionStorage);
  } catch {
    return [];
  }
}

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
