import type { ThreadEvent, Typist } from '../protocol';

const TYPING_EVERY_MS = 3_000;
const TYPING_IDLE_MS = 5_000;
const READ_EVERY_MS = 1_000;
// If "off" gets lost the dots must not run for ever; the longest honest turn is shorter than this.
const TYPING_MOST_MS = 120_000;
const TURN_ENDS = new Set(['handed_back', 'closed', 'transferred', 'status']);

/** Who writes to the customer at this moment. */
export class TypingIn {
  who: Typist | null = null;
  private timer = 0;

  /** @param gone is called when nobody has said for long that they still write. */
  constructor(private readonly gone: () => void) {}

  /** An event ends the writing: of a person what that person did and the end of their turn, of the assistant any. */
  ended({ author, kind }: ThreadEvent): void {
    if (author.kind === 'customer') return;
    if (this.who === 'agent' && author.kind === 'system' && !TURN_ENDS.has(kind)) return;
    this.set(null);
  }

  set(who: Typist | null): void {
    window.clearTimeout(this.timer);
    this.who = who;
    if (!who) return;
    this.timer = window.setTimeout(() => {
      this.who = null;
      this.gone();
    }, TYPING_MOST_MS);
  }
}

/** Tells the other side that somebody writes: at most every three seconds, and that they stopped. */
export class TypingOut {
  private saidAt = 0;
  private idleTimer = 0;

  constructor(private readonly send: (on: boolean) => void) {}

  /** The field was changed; an emptied field is no writing. */
  typed(text: string): void {
    if (!text.trim()) return this.stop();
    if (Date.now() - this.saidAt >= TYPING_EVERY_MS) {
      this.saidAt = Date.now();
      this.send(true);
    }
    window.clearTimeout(this.idleTimer);
    this.idleTimer = window.setTimeout(() => this.stop(), TYPING_IDLE_MS);
  }

  stop(): void {
    window.clearTimeout(this.idleTimer);
    if (this.saidAt === 0) return;
    this.saidAt = 0;
    this.send(false);
  }
}

/** Tells the server how far the customer has read, at most once a second. */
export class ReadMarks {
  private sent = 0;
  private wanted = 0;
  private timer = 0;

  /** @param send returns whether the mark could be sent. */
  constructor(private readonly send: (seq: number) => boolean) {}

  /** Everything up to this event is before the customer's eyes. */
  seen(seq: number): void {
    if (seq <= this.sent || seq <= this.wanted) return;
    this.wanted = seq;
    if (this.timer === 0) this.tell();
  }

  /** Another thread follows, or a connection on which the last mark may be lost. */
  reset(): void {
    window.clearTimeout(this.timer);
    this.timer = this.sent = this.wanted = 0;
  }

  private tell(): void {
    this.timer = 0;
    if (this.wanted <= this.sent) return;
    if (this.send(this.wanted)) this.sent = this.wanted;
    this.wanted = 0;
    this.timer = window.setTimeout(() => this.tell(), READ_EVERY_MS);
  }
}
