import { Outbox } from '../outbox';
import { Draft } from './draft';
import type { Brief, LogEvent, ThreadFull, ThreadSummary } from './frames';

/** Who writes at this moment. */
export interface Writer {
  who: 'customer' | 'assistant' | 'agent';
  name: string | null;
}

/** A thread that the agent has opened. */
export interface OpenThread {
  summary: ThreadSummary;
  brief: Brief | null;
  events: Map<number, LogEvent>;
  hasMore: boolean;
  /** Older events were asked for and are not here yet. */
  loadingOlder: boolean;
  /** The last event that the customer has seen. */
  customerReadSeq: number;
  outbox: Outbox;
  draft: Draft;
  writer: Writer | null;
  /** Grows when something happened that may change what is owed. */
  ledgerVersion: number;
}

const CHANGES_LEDGER = new Set(['receipt', 'payment']);

/** Every thread opened so far, by id. */
export class Book {
  private readonly threads = new Map<string, OpenThread>();

  get(id: string | null): OpenThread | null {
    return (id && this.threads.get(id)) || null;
  }

  all(): IterableIterator<[string, OpenThread]> {
    return this.threads.entries();
  }

  /** The answer to opening a thread: all of it, or what came after the last known event. */
  take(full: ThreadFull, events: readonly LogEvent[], hasMore: boolean): OpenThread {
    const { brief, customer_read_seq: readSeq, ...summary } = full;
    const thread = this.threads.get(full.id) ?? newThread(summary);
    // Asked for again, a thread sends only what is new, and says nothing about what is old.
    if (thread.events.size === 0) thread.hasMore = hasMore ?? false;
    thread.summary = summary;
    thread.brief = brief;
    thread.customerReadSeq = Math.max(thread.customerReadSeq, readSeq ?? 0);
    this.threads.set(full.id, thread);
    for (const event of events) takeEvent(thread, event);
    return thread;
  }

  older(id: string, events: readonly LogEvent[], hasMore: boolean): void {
    const thread = this.threads.get(id);
    if (!thread) return;
    thread.hasMore = hasMore;
    thread.loadingOlder = false;
    for (const event of events) takeEvent(thread, event);
  }

  /** A live event; null where it is not news. */
  live(id: string, event: LogEvent): OpenThread | null {
    const thread = this.threads.get(id);
    if (!thread || thread.events.has(event.seq)) return null;
    takeEvent(thread, event);
    if (event.kind === 'message') thread.writer = null;
    if (event.kind === 'closed') thread.summary = { ...thread.summary, status: 'closed' };
    if (event.kind === 'handed_back') thread.summary = { ...thread.summary, handler: 'assistant' };
    if (CHANGES_LEDGER.has(event.kind)) thread.ledgerVersion += 1;
    return thread;
  }

  read(id: string, seq: number): void {
    const thread = this.threads.get(id);
    if (thread) thread.customerReadSeq = Math.max(thread.customerReadSeq, seq);
  }

  writes(id: string, writer: Writer, on: boolean): void {
    const thread = this.threads.get(id);
    if (thread) thread.writer = on ? writer : null;
  }
}

/** The log in its order. */
export function eventsOf(thread: OpenThread): LogEvent[] {
  return [...thread.events.values()].sort((a, b) => a.seq - b.seq);
}

/** The number of the newest event that is here, or of the newest by one kind of author; 0 where there is none. */
export function lastSeqOf(thread: OpenThread | null, author?: LogEvent['author']['kind']): number {
  const events = [...(thread?.events.values() ?? [])].filter((event) => !author || event.author.kind === author);
  return Math.max(0, ...events.map(({ seq }) => seq));
}

/** Whether a thread must be asked for again: it has changed hands, or its brief may have been written. */
export function tellsMore({ brief }: OpenThread, { kind, payload }: LogEvent): boolean {
  if (kind === 'claimed') return brief === null;
  return ['handoff', 'transferred', 'handed_back', 'closed'].includes(kind) || payload.status === 'merged';
}

function newThread(summary: ThreadSummary): OpenThread {
  return {
    summary,
    brief: null,
    events: new Map(),
    hasMore: false,
    loadingOlder: false,
    customerReadSeq: 0,
    outbox: new Outbox(),
    draft: new Draft(),
    writer: null,
    ledgerVersion: 0,
  };
}

function takeEvent(thread: OpenThread, event: LogEvent): void {
  thread.events.set(event.seq, event);
  thread.outbox.remove(event.client_id);
}
