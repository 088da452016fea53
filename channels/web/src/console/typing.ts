import { TypingOut } from '../widget/pace';

/** Tells the customer of a thread that the agent writes; whoever turns to another thread has stopped in the first. */
export class TypingReporter {
  private threadId: string | null = null;
  private readonly out = new TypingOut((on) => {
    if (this.threadId) this.say(this.threadId, on);
  });

  constructor(private readonly say: (threadId: string, on: boolean) => void) {}

  /** A key was pressed in a reply. */
  typed(threadId: string, text: string): void {
    if (this.threadId !== threadId) this.stop();
    this.threadId = threadId;
    this.out.typed(text);
  }

  /** The reply was sent or left. */
  stop(): void {
    this.out.stop();
    this.threadId = null;
  }
}
