import { getMe } from '../api';
import { LiveSocket, type Link, type SocketOwner } from '../connection';
import { problemOf, type Problem } from '../outbox';
import type {
  Attachment,
  ChatHelloOk,
  ChatIn,
  ChatOut,
  ErrorFrame,
  Language,
  Proposal,
  QueuePlace,
  RatedPart,
  ThreadEvent,
  ThreadInfo,
  Typist,
} from '../protocol';
import { EventLog } from './event-log';
import { tabMemory, type ThreadMemory } from './memory';
import { ReadMarks, TypingIn, TypingOut } from './pace';
import { Sending } from './sending';
import type { CardWork, Item } from './timeline';
import type { ChatView } from './view';

// About our own typing and reading, which nobody waits for: not worth a word.
const SILENT_CODES = new Set(['too_many_frames']);

/** One customer's conversation: the log, what is on its way, and the socket that carries both. */
export class ChatSession implements SocketOwner<ChatIn> {
  link: Link = 'idle';
  thread: ThreadInfo | null = null;
  notice: Problem | null = null;
  queue: QueuePlace | null = null;
  /** The last event that the person who holds the thread has seen. */
  agentRead = 0;
  /** "Talk to a person" was pressed and is not answered yet. */
  personWanted = false;
  /** The one thread that this is about does not exist for this customer. */
  missing = false;
  loadingOlder = false;

  readonly typingOut = new TypingOut((on) => this.sendNow({ type: 'typing', on }));
  private readonly sending = new Sending((frame) => this.sendNow(frame));
  private readonly socket = new LiveSocket<ChatIn, ChatOut>('/ws/chat', this, { type: 'ping' });
  private readonly log = new EventLog();
  private readonly typingIn = new TypingIn(() => this.view.changed());
  private readonly reading = new ReadMarks((seq) => this.tellRead(seq));
  private ready = false;
  private asked = false;
  private newWanted = false;

  constructor(
    private readonly view: ChatView,
    private language: Language | null,
    private readonly memory: ThreadMemory = tabMemory,
  ) {}

  get started(): boolean {
    return this.asked;
  }

  /** Whether the session is about one thread and begins no other. */
  get fixed(): boolean {
    return this.memory.fixed;
  }

  /** Who is writing to the customer. */
  get typing(): Typist | null {
    return this.typingIn.who;
  }

  /** Whether the thread has older events than those shown. */
  get hasMore(): boolean {
    return this.log.hasMore;
  }

  start(): void {
    this.asked = true;
    this.socket.start();
  }

  stop(): void {
    this.typingIn.set(null);
    this.typingOut.stop();
    this.reading.reset();
    this.socket.stop();
    this.asked = false;
  }

  /** The conversation as it is to be shown. */
  get items(): Item[] {
    return this.log.items(this.sending.unsent);
  }

  say(text: string, attachments: readonly Attachment[] = []): void {
    this.typingOut.stop();
    this.sending.add(text, attachments);
    this.flush();
  }

  /** Send a refused message once more under its old id. */
  retry(clientId: string): void {
    this.sending.retry(clientId);
    this.flush();
  }

  decide(proposal: Proposal, work: Exclude<CardWork, null>): void {
    const { id, hash } = proposal;
    const sent =
      work === 'confirm'
        ? this.sendNow({ type: 'proposal.confirm', proposal_id: id, hash })
        : this.sendNow({ type: 'proposal.cancel', proposal_id: id });
    // A click on money is never kept for later: without a connection the card simply stays open.
    if (sent) this.log.cards.set(id, { work, problem: null });
    this.view.changed();
  }

  /** Say how a part of the conversation was; once more with words changes the first answer. */
  rate(part: RatedPart, score: number, words: string): void {
    if (this.sendNow({ type: 'rating.send', part, score, words })) this.log.ratings.set(part, { score, words });
    this.view.changed();
  }

  requestPerson(): void {
    this.personWanted = true;
    if (this.thread?.status === 'closed' && !this.fixed) this.startNew();
    else this.sendNow({ type: 'person.request' });
    this.view.changed();
  }

  leaveQueue(): void {
    this.sendNow({ type: 'queue.leave' });
  }

  /** Ask for events before the oldest known one. */
  loadOlder(): void {
    if (!this.log.hasMore || this.loadingOlder) return;
    this.loadingOlder = this.sendNow({ type: 'history', before_seq: this.log.first });
    this.view.changed();
  }

  /** The end of the conversation is before the customer's eyes. */
  seenToEnd(): void {
    if (this.ready) this.reading.seen(this.log.lastOfOthers);
  }

  /** Begin a new conversation; returns texts that the old one refused, so that they are not lost. */
  startNew(): string[] {
    if (!this.newWanted) this.sending.leaveBehind();
    this.newWanted = true;
    this.sendNow({ type: 'thread.new' });
    return this.sending.failedTexts;
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
    this.hello(this.thread?.id ?? this.memory.thread());
  }

  unreachable(): void {
    // Where the server cannot be asked either, the socket goes on trying.
    getMe().then(({ principal }) => principal ?? this.socket.signedOut(), () => undefined);
  }

  linked(link: Link): void {
    this.link = link;
    if (link !== 'online') {
      this.ready = this.loadingOlder = false;
      this.sending.disconnected();
      this.reading.reset();
      this.typingIn.set(null);
      this.log.forgetClicks();
    }
    this.view.changed();
  }

  received(frame: ChatIn): void {
    if (frame.type === 'hello.ok') this.enter(frame);
    else if (frame.type === 'ack') this.sending.acknowledged(frame.client_id);
    else if (frame.type === 'typing') this.typingIn.set(frame.on ? frame.who : null);
    else if (frame.type === 'read') this.agentRead = Math.max(this.agentRead, frame.seq);
    else if (frame.type === 'queue') this.queue = frame.queue;
    else if (frame.type === 'history') {
      this.loadingOlder = false;
      this.take(frame.events, false);
      this.log.hasMore = frame.has_more;
    } else if (frame.type === 'error') this.refused(frame);
    else if (frame.type === 'event') {
      if (this.thread) this.thread = { ...this.thread, ...frame.thread };
      this.take([frame.event], true);
    }
    if (this.thread) this.sending.keep(this.thread.id);
    this.view.changed();
  }

  private hello(threadId: string | null): void {
    const after = this.thread && this.thread.id === threadId ? this.log.last : 0;
    // An existing thread has its own language, which may have been detected since.
    const language = threadId ? null : this.language;
    this.socket.send({ type: 'hello', thread_id: threadId, after_seq: after, language });
  }

  private enter(frame: ChatHelloOk): void {
    const before = this.thread;
    // Where nothing was said yet, the old conversation is the new one.
    const begun = this.newWanted && frame.last_seq === 0;
    const resumed = before?.id === frame.thread.id && !begun;
    if (!resumed) {
      this.reset();
      this.log.hasMore = frame.has_more;
    }
    this.thread = frame.thread;
    this.queue = frame.queue;
    this.agentRead = frame.read_seq;
    this.ready = true;
    // The connection may have broken before the wish for a new conversation arrived.
    if (resumed && this.newWanted) this.sendNow({ type: 'thread.new' });
    else this.newWanted = false;
    this.memory.remember(frame.thread.id);
    if (!before) this.sending.restore(frame.thread.id);
    this.take(frame.events, false, resumed);
    this.typingIn.set(frame.typing);
    if (!resumed) this.view.entered(frame.thread);
    // A new conversation goes on in the language of the one before.
    if (before && !resumed) this.setLanguage(before.language);
    this.flush();
    if (this.personWanted && frame.thread.handler === 'assistant') this.sendNow({ type: 'person.request' });
  }

  private reset(): void {
    this.log.clear();
    this.reading.reset();
    this.notice = null;
    this.sending.begin();
  }

  private take(events: readonly ThreadEvent[], live: boolean, announce = live): void {
    const added = this.log.take(events, live);
    for (const event of added) {
      if (event.client_id) this.sending.arrived(event.client_id);
      if (event.kind === 'handoff' || event.kind === 'claimed') this.personWanted = false;
      this.typingIn.ended(event);
    }
    if (announce && added.length > 0) this.view.arrived(added);
  }

  private tellRead(seq: number): boolean {
    const sent = this.sendNow({ type: 'read', seq });
    if (sent) this.view.readAll();
    return sent;
  }

  private refused(frame: ErrorFrame): void {
    const problem = problemOf(frame);
    if (frame.code === 'thread_closed' && this.thread) this.thread = { ...this.thread, status: 'closed' };
    if (frame.code === 'thread_not_found' && !this.ready) this.notFound();
    else if (frame.ref && this.sending.refused(frame.ref, problem)) return;
    else if (frame.ref && this.log.knowsProposal(frame.ref)) this.log.cards.set(frame.ref, { work: null, problem });
    else if (!SILENT_CODES.has(frame.code)) {
      this.personWanted = this.newWanted = this.loadingOlder = false;
      this.log.ratings.clear();
      this.notice = problem;
      this.flush();
    }
  }

  private notFound(): void {
    if (this.fixed) {
      this.missing = true;
      this.stop();
      return;
    }
    // The remembered thread is gone or somebody else's: begin with our own.
    this.memory.forget();
    this.thread = null;
    this.hello(null);
  }

  private flush(): void {
    if (this.thread) this.sending.keep(this.thread.id);
    if (this.ready && !this.newWanted) this.sending.flush();
    this.view.changed();
  }

  private sendNow(frame: ChatOut): boolean {
    return this.ready && this.socket.send(frame);
  }
}
