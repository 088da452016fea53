const REPEAT_MS = 3_000;
const IDLE_MS = 5_000;

/** Tells a thread that the agent writes: at most once in three seconds, and that it is over after five of silence. */
export class TypingReporter {
  private threadId: string | null = null;
  private saidAt = 0;
  private idleTimer = 0;

  constructor(private readonly say: (threadId: string, on: boolean) => void) {}

  /** A key was pressed in a reply. */
  typed(threadId: string): void {
    if (this.threadId !== threadId) this.stop();
    const now = Date.now();
    if (!this.threadId || now - this.saidAt >= REPEAT_MS) {
      this.threadId = threadId;
      this.saidAt = now;
      this.say(threadId, true);
    }
    window.clearTimeout(this.idleTimer);
    this.idleTimer = window.setTimeout(() => this.stop(), IDLE_MS);
  }

  /** The reply was sent or left. */
  stop(): void {
    window.clearTimeout(this.idleTimer);
    if (this.threadId) this.say(this.threadId, false);
    this.threadId = null;
  }
}
