import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ApiError, getThreads } from '../api';
import type { ThreadEntry, ThreadPart } from '../http';
import { toSignIn } from '../visitor';

const SOON_MS = 500;

/** The customer's conversations, read again every now and then while the page is looked at. */
export class Threads implements ReactiveController {
  /** Null while they are not known. */
  entries: readonly ThreadEntry[] | null = null;
  /** Where the part after the last known one begins; null where there is none. */
  next: string | null = null;
  problem: Error | null = null;
  private timer = 0;
  private wanted = false;

  /** @param everyMs milliseconds between two readings. */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly everyMs: number,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.seen);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.seen);
    window.clearTimeout(this.timer);
    this.wanted = false;
  }

  /** How many messages wait to be read in all of them. */
  get unread(): number {
    return (this.entries ?? []).reduce((sum, { unread }) => sum + unread, 0);
  }

  /** Read them, and go on doing so. */
  async refresh(): Promise<void> {
    this.wanted = true;
    window.clearTimeout(this.timer);
    try {
      this.take(await getThreads());
      this.problem = null;
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return toSignIn();
      this.problem = error instanceof Error ? error : new Error(String(error));
    }
    this.host.requestUpdate();
    window.clearTimeout(this.timer);
    if (this.wanted) this.timer = window.setTimeout(() => this.seen(), this.everyMs);
  }

  /** Read the part after those known. */
  async more(): Promise<void> {
    if (this.next === null) return;
    try {
      const { threads, next } = await getThreads(this.next);
      this.entries = withoutDoubles([...(this.entries ?? []), ...threads]);
      this.next = next;
      this.host.requestUpdate();
    } catch {
      // The list stays as it is, and so does the button for more.
    }
  }

  /** The newest part comes first; parts that were read before stay below it. */
  private take({ threads, next }: ThreadPart): void {
    if (this.entries === null) this.next = next;
    this.entries = withoutDoubles([...threads, ...(this.entries ?? [])]);
  }

  /** Read them once the server has stored what it was just told. */
  refreshSoon(): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.refresh(), SOON_MS);
  }

  private readonly seen = (): void => {
    if (this.wanted && document.visibilityState === 'visible') void this.refresh();
  };
}

/** Each thread at its first place. */
function withoutDoubles(entries: readonly ThreadEntry[]): ThreadEntry[] {
  return [...new Map([...entries].reverse().map((entry) => [entry.id, entry])).values()].reverse();
}
