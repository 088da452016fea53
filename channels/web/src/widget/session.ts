import { getMe } from '../api';
import { LiveSocket, type Link, type SocketOwner } from '../connection';
import { Outbox, problemOf, type Problem } from '../outbox';
import type {
  ChatHelloOk,
  ChatIn,
  ChatOut,
  ErrorFrame,
  Language,
  Proposal,
  ThreadEvent,
  ThreadInfo,
  Typist,
} from '../protocol';
import { forgetThread, recallUnsent, rememberThread, rememberUnsent, rememberedThread } from './memory';
import { buildTimeline, type CardLocal, type CardWork, type Item } from './timeline';

/** What a {@link ChatSession} tells the view. */
export interface ChatView {
  /** Something to show has changed. */
  changed(): void;
  /** Events arrived after the first history. */
  arrived(events: readonly ThreadEvent[]): void;
  /** A conversation was entered, the first or another. */
  entered(thread: ThreadInfo): void;
}

// If "off" gets lost the dots must not run for ever; the longest honest turn is shorter than this.
const TYPING_MOST_MS = 120_000;

/** One customer's conversation: the log, what is on its way, and the socket that carries both. */
export class ChatSession implements SocketOwner<ChatIn> {
  link: Link = 'idle';
  thread: ThreadInfo | null = null;
  typing: Typist | null = null;
  notice: Problem | null = null;
  /** "Talk to a person" was pressed and is not answered yet. */
  personWanted = false;

  private readonly outbox = new Outbox();
  private readonly socket = new LiveSocket<ChatIn, ChatOut>('/ws/chat', this, { type: 'ping' });
  private readonly events = new Map<number, ThreadEvent>();
  private readonly fresh = new Set<number>();
  private readonly cards = new Map<string, CardLocal>();
  /** Sent on this very connection, so not to be sent again before it breaks. */
  private readonly inFlight = new Set<string>();
  private typingTimer = 0;
  private ready = false;
  private asked = false;
  private newWanted = false;
  /** What was on its way when a new conversation was asked for: it stays with the old one. */
  private leftBehind: readonly string[] = [];

  constructor(
    private readonly view: ChatView,
    private language: Language | null,
  ) {}

  get started(): boolean {
    return this.asked;
  }

  start(): void {
    this.asked = true;
    this.socket.start();
  }

  stop(): void {
    window.clearTimeout(this.typingTimer);
    this.socket.stop();
    this.asked = false;
  }

  /** The conversation as it is to be shown. */
  get items(): Item[] {
    const events = [...this.events.values()].sort((a, b) => a.seq - b.seq);
    return buildTimeline({ events, fresh: this.fresh, unsent: this.outbox.all, cards: this.cards });
  }

  say(text: string): void {
    this.outbox.add(text);
    this.flush();
  }

  /** Send a refused message once more under its old id. */
  retry(clientId: string): void {
    this.inFlight.delete(clientId);
    this.outbox.mark(clientId, 'waiting');
    this.flush();
  }

  decide(proposal: Proposal, work: Exclude<CardWork, null>): void {
    const { id, hash } = proposal;
    const sent =
      work === 'confirm'
        ? this.sendNow({ type: 'proposal.confirm', proposal_id: id, hash })
        : this.sendNow({ type: 'proposal.cancel', proposal_id: id });
    // A click on money is never kept for later: without a connection the card simply stays open.
    if (sent) this.cards.set(id, { work, problem: null });
    this.view.changed();
  }

  requestPerson(): void {
    this.personWanted = true;
    if (this.thread?.status === 'closed') this.startNew();
    else this.sendNow({ type: 'person.request' });
    this.view.changed();
  }

  /** Begin a new conversation; returns texts that the old one refused, so that they are not lost. */
  startNew(): string[] {
    const kept = this.outbox.all.filter((item) => item.state === 'failed').map((item) => item.text);
    if (!this.newWanted) this.leftBehind = this.outbox.all.map((item) => item.clientId);
    this.newWanted = true;
    this.sendNow({ type: 'thread.new' });
    return kept;
  }

  setLanguage(language: Language): void {
    this.language = language;
    if (this.thread && this.thread.language !== language) {
      this.thread = { ...this.thread, language };
      this.sendNow({ type: 'language.set', language });
    }
    this.view.changed();
  }

  dismissNotice(): void {
    this.notice = null;
    this.view.changed();
  }

  opened(): void {
    this.hello(this.thread?.id ?? rememberedThread());
  }

  unreachable(): void {
    getMe().then(
      (me) => {
        if (!me.principal) this.socket.signedOut();
      },
      // The server cannot be asked either; the socket goes on trying.
      () => undefined,
    );
  }

  linked(link: Link): void {
    this.link = link;
    if (link !== 'online') {
      this.ready = false;
      this.inFlight.clear();
      this.setTyping(null);
      // Whether the click arrived is unknown; the log that comes with the next hello tells.
      for (const [id, card] of this.cards) this.cards.set(id, { ...card, work: null });
    }
    this.view.changed();
  }

  received(frame: ChatIn): void {
    if (frame.type === 'hello.ok') this.enter(frame);
    else if (frame.type === 'ack') this.outbox.mark(frame.client_id, 'sent');
    else if (frame.type === 'typing') this.setTyping(frame.on ? frame.who : null);
    else if (frame.type === 'error') this.refused(frame);
    else if (frame.type === 'event') {
      if (this.thread) this.thread = { ...this.thread, ...frame.thread };
      this.take([frame.event], true);
    }
    if (this.thread) rememberUnsent(this.thread.id, this.outbox.all);
    this.view.changed();
  }

  private hello(threadId: string | null): void {
    const after = this.thread && this.thread.id === threadId ? Math.max(0, ...this.events.keys()) : 0;
    // An existing thread has its own language, which may have been detected since.
    const language = threadId ? null : this.language;
    this.socket.send({ type: 'hello', thread_id: threadId, after_seq: after, language });
  }

  private enter(frame: ChatHelloOk): void {
    const before = this.thread;
    const resumed = before?.id === frame.thread.id;
    if (!resumed) this.reset();
    this.thread = frame.thread;
    this.ready = true;
    // The connection may have broken before the wish for a new conversation arrived.
    if (resumed && this.newWanted) this.sendNow({ type: 'thread.new' });
    else this.newWanted = false;
    rememberThread(frame.thread.id);
    if (!before) this.outbox.restore(recallUnsent(frame.thread.id));
    this.take(frame.events, false, resumed);
    this.setTyping(frame.typing);
    if (!resumed) this.view.entered(frame.thread);
    // A new conversation goes on in the language of the one before.
    if (before && !resumed) this.setLanguage(before.language);
    this.flush();
    if (this.personWanted && frame.thread.handler === 'assistant') this.sendNow({ type: 'person.request' });
  }

  private reset(): void {
    this.events.clear();
    this.fresh.clear();
    this.cards.clear();
    this.notice = null;
    // Whatever was written since the wish for this conversation, or before the first one was known, belongs to it.
    for (const clientId of this.leftBehind) this.outbox.remove(clientId);
    this.leftBehind = [];
  }

  private take(events: readonly ThreadEvent[], live: boolean, announce = live): void {
    const added = events.filter((event) => !this.events.has(event.seq));
    for (const event of added) {
      this.events.set(event.seq, event);
      if (live) this.fresh.add(event.seq);
      this.noticeEvent(event);
    }
    if (announce && added.length > 0) this.view.arrived(added);
  }

  private noticeEvent(event: ThreadEvent): void {
    if (event.client_id) this.outbox.remove(event.client_id);
    if (event.kind === 'receipt' || event.kind === 'proposal_closed') this.cards.delete(event.payload.proposal_id);
    if (event.kind === 'handoff' || event.kind === 'claimed') this.personWanted = false;
    if (event.kind !== 'message' || event.author.kind !== 'customer') this.setTyping(null);
  }

  private refused(frame: ErrorFrame): void {
    const problem = problemOf(frame);
    if (frame.code === 'thread_closed' && this.thread) this.thread = { ...this.thread, status: 'closed' };
    if (frame.code === 'thread_not_found' && !this.ready) {
      // The remembered thread is gone or somebody else's: begin with our own.
      forgetThread();
      this.thread = null;
      this.hello(null);
    } else if (frame.ref && this.outbox.mark(frame.ref, 'failed', problem)) {
      return;
    } else if (frame.ref && this.knowsProposal(frame.ref)) {
      this.cards.set(frame.ref, { work: null, problem });
    } else {
      this.personWanted = false;
      this.newWanted = false;
      this.notice = problem;
      this.flush();
    }
  }

  private knowsProposal(id: string): boolean {
    for (const event of this.events.values()) {
      if (event.kind === 'proposal' && event.payload.proposal.id === id) return true;
    }
    return false;
  }

  private flush(): void {
    if (this.thread) rememberUnsent(this.thread.id, this.outbox.all);
    if (this.ready && !this.newWanted) {
      for (const item of this.outbox.waiting) {
        if (this.inFlight.has(item.clientId)) continue;
        const sent = this.sendNow({ type: 'message.send', client_id: item.clientId, text: item.text });
        if (sent) this.inFlight.add(item.clientId);
      }
    }
    this.view.changed();
  }

  private sendNow(frame: ChatOut): boolean {
    return this.ready && this.socket.send(frame);
  }

  private setTyping(who: Typist | null): void {
    window.clearTimeout(this.typingTimer);
    this.typing = who;
    if (!who) return;
    this.typingTimer = window.setTimeout(() => {
      this.typing = null;
      this.view.changed();
    }, TYPING_MOST_MS);
  }
}
