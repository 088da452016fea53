import type { ThreadEvent, ThreadInfo } from '../protocol';

/** What a `ChatSession` tells the view. */
export interface ChatView {
  /** Something to show has changed. */
  changed(): void;
  /** Events arrived after the first history. */
  arrived(events: readonly ThreadEvent[]): void;
  /** A conversation was entered, the first or another. */
  entered(thread: ThreadInfo): void;
  /** The server was told that the customer has read everything. */
  readAll(): void;
}
