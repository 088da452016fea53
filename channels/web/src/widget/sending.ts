import { Outbox, type Problem, type Unsent } from '../outbox';
import type { Attachment, ChatOut } from '../protocol';
import { recallUnsent, rememberUnsent } from './memory';

/** The customer's messages on their way: kept over a reload, and sent once on each connection until they are stored. */
export class Sending {
  private readonly outbox = new Outbox();
  /** Sent on this very connection, so not to be sent again before it breaks. */
  private readonly inFlight = new Set<string>();
  /** What was on its way when a new conversation was asked for: it stays with the old one. */
  private leftBehind: readonly string[] = [];

  /** @param send returns whether there was a connection. */
  constructor(private readonly send: (frame: ChatOut) => boolean) {}

  get unsent(): readonly Unsent[] {
    return this.outbox.all;
  }

  add(text: string, attachments: readonly Attachment[]): void {
    this.outbox.add(text, attachments);
  }

  /** Send a refused message once more under its old id. */
  retry(clientId: string): void {
    this.inFlight.delete(clientId);
    this.outbox.mark(clientId, 'waiting');
  }

  /** The server has it; it comes back as an event. */
  acknowledged(clientId: string): void {
    this.outbox.mark(clientId, 'sent');
  }

  /** Returns whether it was a message of ours that was refused. */
  refused(clientId: string, problem: Problem): boolean {
    return this.outbox.mark(clientId, 'failed', problem);
  }

  /** It is part of the log. */
  arrived(clientId: string): void {
    this.outbox.remove(clientId);
  }

  disconnected(): void {
    this.inFlight.clear();
  }

  /** A new conversation is wanted: what is on its way stays with the old one. */
  leaveBehind(): void {
    this.leftBehind = this.outbox.all.map((item) => item.clientId);
  }

  /** Another conversation begins; whatever was written since it was wanted, or before the first one was known, is its. */
  begin(): void {
    for (const clientId of this.leftBehind) this.outbox.remove(clientId);
    this.leftBehind = [];
  }

  /** Texts that were refused. */
  get failedTexts(): string[] {
    return this.outbox.all.filter((item) => item.state === 'failed').map((item) => item.text);
  }

  restore(threadId: string): void {
    this.outbox.restore(recallUnsent(threadId));
  }

  keep(threadId: string): void {
    rememberUnsent(threadId, this.outbox.all);
  }

  /** Send what is waiting. */
  flush(): void {
    for (const { clientId, text, attachments } of this.outbox.waiting) {
      if (this.inFlight.has(clientId)) continue;
      const files = attachments?.length ? { attachments: attachments.map(({ id }) => id) } : {};
      if (this.send({ type: 'message.send', client_id: clientId, text, ...files })) this.inFlight.add(clientId);
    }
  }
}
