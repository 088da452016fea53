import { getMe } from '../api';
import { LiveSocket, type Link, type SocketOwner } from '../connection';
import { problemOf, type Problem } from '../outbox';
import type { ErrorFrame } from '../protocol';
import { getAbilities, type CopilotAbilities } from './api';
import { Book, lastSeqOf, tellsMore, type OpenThread } from './book';
import { ServerClock } from './clock';
import type { ConsoleIn, ConsoleOut, LogEvent, Presence, ThreadAction, ThreadSummary } from './frames';
import { Lists } from './lists';
import { Outgoing } from './outgoing';
import { Reading } from './reading';
import { Staff } from './staff';
import { TypingReporter } from './typing';

/** The code of a notice that tells of something that worked. */
export const DONE = 'done';

const BUSY_AT_MOST_MS = 5_000;
const AGAIN_AFTER_MS = 3_000;

/** The console's state: who is at work, queue and own threads, every thread opened so far, and the socket to it all. */
export class ConsoleStore implements SocketOwner<ConsoleIn> {
  link: Link = 'idle';
  /** What the copilot can do; null while that is not known. */
  abilities: CopilotAbilities | null = null;
  selected: string | null = null;
  notice: Problem | null = null;
  /** Threads that have just become the agent's without being asked for. */
  given: readonly ThreadSummary[] = [];
  /** Nobody suitable waits: the answer to "next". */
  nobodyWaits = false;
  readonly staff = new Staff();
  readonly clock = new ServerClock();
  readonly lists = new Lists();
  readonly book = new Book();
  readonly outgoing = new Outgoing(this.book, (frame) => this.sendNow(frame));
  readonly typing = new TypingReporter((id, on) => this.sendNow({ type: 'typing', thread_id: id, on }));
  private readonly reading = new Reading((id, seq) => this.sendNow({ type: 'read', thread_id: id, seq }));
  /** An action on its way, by thread. */
  private readonly busy = new Set<string>();
  private readonly socket = new LiveSocket<ConsoleIn, ConsoleOut>('/ws/console', this, { type: 'ping' });
  private ready = false;

  constructor(private readonly changed: () => void) {}

  start(): void {
    document.addEventListener('visibilitychange', this.looked);
    this.socket.start();
    getAbilities().then(
      (abilities) => {
        this.abilities = abilities;
        this.changed();
      },
      // Without the copilot the console does all the rest.
      () => undefined,
    );
  }

  stop(): void {
    document.removeEventListener('visibilitychange', this.looked);
    this.typing.stop();
    this.socket.stop();
  }

  get thread(): OpenThread | null {
    return this.book.get(this.selected);
  }

  /** What is known of the selected thread, also while it is being loaded. */
  get summary(): ThreadSummary | null {
    return (this.selected && this.lists.find(this.selected)) || (this.thread?.summary ?? null);
  }

  /** Whether the agent may take it over: from the assistant, or as a supervisor from a colleague. */
  mayStepIn({ id, status, handler }: ThreadSummary): boolean {
    if (status === 'closed') return false;
    return handler === 'assistant' || (handler.startsWith('agent:') && this.staff.supervises && !this.isMine(id));
  }

  isMine(id: string): boolean {
    return this.lists.has(id, 'mine');
  }

  isBusy(id: string): boolean {
    return this.busy.has(id) || this.link !== 'online';
  }

  /** Whether the customer has written what the agent has not seen; the lists may be older than the last look. */
  hasNews({ id, unread }: ThreadSummary): boolean {
    return unread && id !== this.selected && !this.reading.isRead(this.book.get(id));
  }

  get unread(): number {
    return this.lists.active.filter((thread) => this.hasNews(thread)).length;
  }

  select(id: string | null): void {
    if (this.selected && this.selected !== id) {
      this.typing.stop();
      if (!this.isMine(this.selected)) this.sendNow({ type: 'thread.leave', thread_id: this.selected });
    }
    this.selected = id;
    this.notice = null;
    if (id) this.openThread(id);
    this.changed();
  }

  /** Move up or down the list. */
  move(step: 1 | -1): void {
    const next = this.lists.beside(this.selected, step);
    if (next) this.select(next);
  }

  setPresence(presence: Presence): void {
    if (this.sendNow({ type: 'presence.set', presence })) this.staff.presence = presence;
    this.changed();
  }

  claimNext(): void {
    this.nobodyWaits = false;
    this.sendNow({ type: 'claim.next' });
    this.changed();
  }

  /** Do something to a thread; false where that cannot be sent now. */
  act(id: string, action: ThreadAction): boolean {
    if (this.busy.has(id) || !this.sendNow({ ...action, thread_id: id })) return false;
    this.busy.add(id);
    window.setTimeout(() => this.free(id), BUSY_AT_MOST_MS);
    this.notice = null;
    this.changed();
    return true;
  }

  /** Change something about a thread that stays where it is; false where that cannot be sent now. */
  change(id: string, action: ThreadAction): boolean {
    return this.sendNow({ ...action, thread_id: id });
  }

  /** Send what the thread's draft holds. */
  sendDraft(thread: OpenThread): void {
    const { draft } = thread;
    if (!draft.sendable) return;
    this.outgoing.add(thread);
    draft.clear();
    this.typing.stop();
    this.changed();
  }

  retry(thread: OpenThread, clientId: string): void {
    this.outgoing.retry(thread, clientId);
    this.changed();
  }

  loadOlder(thread: OpenThread): void {
    if (thread.loadingOlder) return;
    const before = Math.min(...thread.events.keys());
    thread.loadingOlder = this.sendNow({ type: 'history', thread_id: thread.summary.id, before_seq: before });
    this.changed();
  }

  tell(notice: Problem | null): void {
    this.notice = notice;
    this.changed();
  }

  /** What a search has found; null when the lists are shown again. */
  setFound(found: readonly ThreadSummary[] | null): void {
    this.lists.found = found;
    this.changed();
  }

  opened(): void {
    this.socket.send({ type: 'hello' });
  }

  unreachable(): void {
    getMe().then(
      (me) => {
        if (!me.agent) this.socket.signedOut();
      },
      // The server cannot be asked either; the socket goes on trying.
      () => undefined,
    );
  }

  linked(link: Link): void {
    this.link = link;
    if (link !== 'online') {
      this.ready = false;
      this.busy.clear();
      this.outgoing.lost();
    }
    this.changed();
  }

  received(frame: ConsoleIn): void {
    if (frame.type === 'hello.ok') this.greeted(frame);
    else if (frame.type === 'queue') this.listed(frame);
    else if (frame.type === 'colleagues') this.staff.met(frame.colleagues);
    else if (frame.type === 'thread') this.took(this.book.take(frame.thread, frame.events, frame.has_more));
    else if (frame.type === 'history') this.book.older(frame.thread_id, frame.events, frame.has_more);
    else if (frame.type === 'event') this.happened(frame.thread_id, frame.event);
    else if (frame.type === 'typing') this.book.writes(frame.thread_id, frame, frame.on);
    else if (frame.type === 'read') this.book.read(frame.thread_id, frame.seq);
    else if (frame.type === 'claimed.next') this.gotNext(frame.thread_id);
    else if (frame.type === 'ack') this.acknowledged(frame.client_id);
    else if (frame.type === 'error') this.refused(frame);
    this.changed();
  }

  private greeted(frame: ConsoleIn & { type: 'hello.ok' }): void {
    this.staff.greeted(frame);
    this.ready = true;
    // The server forgets what a lost socket had opened. The thread being read comes first.
    const opened = [...this.book.all()].map(([id]) => id).filter((id) => id !== this.selected && this.isMine(id));
    for (const id of this.selected ? [this.selected, ...opened] : opened) this.openThread(id);
    this.outgoing.flush();
  }

  private listed(frame: ConsoleIn & { type: 'queue' }): void {
    const newcomers = this.lists.update(frame.queue, frame.waiting, frame.mine);
    this.given = newcomers.filter(({ id }) => id !== this.selected);
    for (const summary of [...frame.queue, ...frame.mine]) {
      this.clock.atLeast(summary.queued_at);
      this.clock.atLeast(summary.claimed_at);
      const open = this.book.get(summary.id);
      if (open) open.summary = summary;
    }
    if (frame.queue.length > 0) this.nobodyWaits = false;
    this.busy.clear();
    this.looked();
  }

  private took(thread: OpenThread): void {
    this.outgoing.flush();
    if (thread.summary.id === this.selected) this.looked();
  }

  private happened(id: string, event: LogEvent): void {
    this.clock.observe(event.at);
    const thread = this.book.live(id, event);
    if (!thread) return;
    this.busy.delete(id);
    if (tellsMore(thread, event)) this.openThread(id);
    const { into } = event.payload;
    if (this.selected === id && into) this.select(into);
    else if (this.selected === id) this.looked();
  }

  private gotNext(id: string | null): void {
    this.nobodyWaits = id === null;
    if (id) this.select(id);
  }

  private acknowledged(ref: string): void {
    this.busy.delete(ref);
    this.outgoing.mark(ref, 'sent', null);
  }

  private refused(frame: ErrorFrame): void {
    const problem = problemOf(frame);
    if (frame.ref) this.busy.delete(frame.ref);
    if (this.thread) this.thread.loadingOlder = false;
    if (frame.ref && this.outgoing.mark(frame.ref, 'failed', problem)) return;
    // Nobody knows which frames were turned away: whatever was not acknowledged goes out again, under the same ids.
    if (frame.code === 'too_many_frames') window.setTimeout(() => this.outgoing.again(), AGAIN_AFTER_MS);
    this.notice = problem;
  }

  private free(id: string): void {
    if (this.busy.delete(id)) this.changed();
  }

  /** Whoever holds a thread and looks at it has read it. A reader in passing has not. */
  private readonly looked = (): void => {
    const { thread } = this;
    if (thread && this.isMine(thread.summary.id)) this.reading.look(thread);
  };

  private openThread(id: string): void {
    this.sendNow({ type: 'thread.open', thread_id: id, after_seq: lastSeqOf(this.book.get(id)) });
  }

  private sendNow(frame: ConsoleOut): boolean {
    return this.ready && this.socket.send(frame);
  }
}
