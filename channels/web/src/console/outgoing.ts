import type { Problem, SendState, Unsent } from '../outbox';
import type { Book, OpenThread } from './book';
import type { ConsoleOut } from './frames';

/** Replies and notes on their way: each goes out once per connection until the thread shows it. */
export class Outgoing {
  private readonly notes = new Set<string>();
  private readonly inFlight = new Set<string>();

  constructor(
    private readonly book: Book,
    private readonly send: (frame: ConsoleOut) => boolean,
  ) {}

  /** Send what the thread's draft holds. */
  add({ outbox, draft }: OpenThread): void {
    const unsent = outbox.add(draft.text.trim(), draft.mode === 'reply' ? draft.files : []);
    if (draft.mode === 'note') this.notes.add(unsent.clientId);
    this.flush();
  }

  isNote(clientId: string): boolean {
    return this.notes.has(clientId);
  }

  retry(thread: OpenThread, clientId: string): void {
    this.inFlight.delete(clientId);
    thread.outbox.mark(clientId, 'waiting');
    this.flush();
  }

  /** Whether the id was one of ours. */
  mark(clientId: string, state: SendState, problem: Problem | null): boolean {
    for (const [, thread] of this.book.all()) {
      if (thread.outbox.mark(clientId, state, problem)) return true;
    }
    return false;
  }

  /** The connection is gone, and with it what was not acknowledged. */
  lost(): void {
    this.inFlight.clear();
  }

  /** Send all that has no acknowledgement once more. */
  again(): void {
    this.lost();
    this.flush();
  }

  flush(): void {
    for (const [id, thread] of this.book.all()) {
      for (const unsent of thread.outbox.waiting) {
        if (this.inFlight.has(unsent.clientId)) continue;
        if (this.send(this.frameOf(id, unsent))) this.inFlight.add(unsent.clientId);
      }
    }
  }

  private frameOf(id: string, { clientId, text, attachments }: Unsent): ConsoleOut {
    const common = { thread_id: id, client_id: clientId, text };
    if (this.notes.has(clientId)) return { type: 'note.add', ...common };
    return { type: 'message.send', ...common, attachments: (attachments ?? []).map((file) => file.id) };
  }
}
