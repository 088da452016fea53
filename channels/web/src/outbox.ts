import type { Attachment, ErrorFrame } from './protocol';

/** How a message of ours stands before it has come back as an event of the thread. */
export type SendState = 'waiting' | 'sent' | 'failed';

/** A message that the customer or agent has written and the thread has not shown yet. */
export interface Unsent {
  clientId: string;
  text: string;
  /** Files that are already with the server; missing where there are none. */
  attachments?: readonly Attachment[];
  state: SendState;
  problem: Problem | null;
}

/** A refusal in words that can be shown. */
export interface Problem {
  code: string;
  title: string;
  detail: string | null;
}

/** The words of an error frame. */
export function problemOf(frame: ErrorFrame): Problem {
  return { code: frame.code, title: frame.title, detail: frame.detail };
}

/** A random id, also for requests that may be repeated; `crypto.randomUUID` is missing on plain-http hosts other than localhost. */
export function newClientId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Messages on their way. Each keeps its client id for every attempt, which is what makes sending again harmless.
 */
export class Outbox {
  private items: readonly Unsent[] = [];

  /** In the order they were written. */
  get all(): readonly Unsent[] {
    return this.items;
  }

  add(text: string, attachments: readonly Attachment[] = []): Unsent {
    const item: Unsent = { clientId: newClientId(), text, attachments, state: 'waiting', problem: null };
    this.items = [...this.items, item];
    return item;
  }

  /** Texts of an earlier page view that never reached the server. */
  restore(items: readonly Unsent[]): void {
    const known = new Set(this.items.map((item) => item.clientId));
    this.items = [...items.filter((item) => !known.has(item.clientId)), ...this.items];
  }

  mark(clientId: string, state: SendState, problem: Problem | null = null): boolean {
    const known = this.has(clientId);
    this.items = this.items.map((item) => (item.clientId === clientId ? { ...item, state, problem } : item));
    return known;
  }

  has(clientId: string): boolean {
    return this.items.some((item) => item.clientId === clientId);
  }

  remove(clientId: string | null): void {
    this.items = this.items.filter((item) => item.clientId !== clientId);
  }

  /** What must be sent (again) once the thread is resumed. */
  get waiting(): readonly Unsent[] {
    return this.items.filter((item) => item.state === 'waiting');
  }
}
