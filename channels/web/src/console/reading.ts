import { lastSeqOf, type OpenThread } from './book';

/** How far the agent has read each thread, as the server was told. */
export class Reading {
  private readonly upTo = new Map<string, number>();

  constructor(private readonly say: (threadId: string, seq: number) => boolean) {}

  /** The agent looks at a thread that is theirs: what the customer wrote is read now. */
  look(thread: OpenThread): void {
    const { id } = thread.summary;
    const seq = lastSeqOf(thread, 'customer');
    if (document.visibilityState === 'hidden' || seq <= (this.upTo.get(id) ?? 0)) return;
    if (this.say(id, seq)) this.upTo.set(id, seq);
  }

  /** Whether all that the customer wrote, as far as it is here, was read. */
  isRead(thread: OpenThread | null): boolean {
    return thread !== null && this.upTo.get(thread.summary.id) === lastSeqOf(thread, 'customer');
  }
}
