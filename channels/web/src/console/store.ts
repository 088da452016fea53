import { getMe } from '../api';
import { LiveSocket, type Link, type SocketOwner } from '../connection';
import { Outbox, problemOf, type Problem, type Unsent } from '../outbox';
import type { Agent, Brief, ConsoleIn, ConsoleOut, ErrorFrame, ThreadEvent, ThreadSummary } from '../protocol';
import { ServerClock } from './clock';

/** A thread that the agent has opened. */
export interface OpenThread {
  summary: ThreadSummary;
  brief: Brief | null;
  events: Map<number, ThreadEvent>;
  outbox: Outbox;
  typing: boolean;
}

/** The console's state: queue, the agent's threads, and every thread opened so far. */
export class ConsoleStore implements SocketOwner<ConsoleIn> {
  link: Link = 'idle';
  agent: Agent | null = null;
  queue: readonly ThreadSummary[] = [];
  mine: readonly ThreadSummary[] = [];
  selected: string | null = null;
  notice: Problem | null = null;
  /** A claim, hand-back or close on its way, by thread. */
  readonly busy = new Set<string>();
  readonly clock = new ServerClock();

  private readonly threads = new Map<string, OpenThread>();
  private readonly seen = new Map<string, number>();
  private readonly inFlight = new Set<string>();
  private readonly socket = new LiveSocket<ConsoleIn, ConsoleOut>('/ws/console', this, { type: 'ping' });
  private ready = false;

  constructor(private readonly changed: () => void) {}

  start(): void {
    this.socket.start();
  }

  stop(): void {
    this.socket.stop();
  }

  get thread(): OpenThread | null {
    return (this.selected && this.threads.get(this.selected)) || null;
  }

  /** Queue first, then the agent's own, as they stand in the list. */
  get order(): readonly string[] {
    return [...this.queue, ...this.mine].map((thread) => thread.id);
  }

  /** The newest summary of a thread: lists are sent more often than threads. */
  summaryOf(id: string): ThreadSummary | null {
    const listed = [...this.queue, ...this.mine].find((thread) => thread.id === id);
    return listed ?? this.threads.get(id)?.summary ?? null;
  }

  isMine(id: string): boolean {
    return this.mine.some((thread) => thread.id === id);
  }

  hasNews(summary: ThreadSummary): boolean {
    return summary.id !== this.selected && summary.last_seq > (this.seen.get(summary.id) ?? 0) && this.isMine(summary.id);
  }

  eventsOf(thread: OpenThread): ThreadEvent[] {
    return [...thread.events.values()].sort((a, b) => a.seq - b.seq);
  }

  unsentOf(thread: OpenThread): readonly Unsent[] {
    return thread.outbox.all;
  }

  select(id: string | null): void {
    if (this.selected) this.look(this.selected);
    this.selected = id;
    this.notice = null;
    if (id) {
      this.look(id);
      this.openThread(id);
    }
    this.changed();
  }

  /** Move up or down the list. */
  move(step: 1 | -1): void {
    const { order } = this;
    if (order.length === 0) return;
    const here = this.selected ? order.indexOf(this.selected) : -1;
    const next = here < 0 ? (step > 0 ? 0 : order.length - 1) : Math.min(order.length - 1, Math.max(0, here + step));
    this.select(order[next] ?? null);
  }

  act(type: 'claim' | 'hand_back' | 'close', id: string): void {
    if (this.busy.has(id) || !this.sendNow({ type, thread_id: id })) return;
    this.busy.add(id);
    this.notice = null;
    this.changed();
  }

  say(id: string, text: string): void {
    this.threads.get(id)?.outbox.add(text);
    this.flush();
  }

  retry(id: string, clientId: string): void {
    this.inFlight.delete(clientId);
    this.threads.get(id)?.outbox.mark(clientId, 'waiting');
    this.flush();
  }

  dismissNotice(): void {
    this.notice = null;
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
      this.inFlight.clear();
    }
    this.changed();
  }

  received(frame: ConsoleIn): void {
    if (frame.type === 'hello.ok') this.resume(frame.agent);
    else if (frame.type === 'queue') this.listed(frame.queue, frame.mine);
    else if (frame.type === 'thread') this.takeThread(frame.thread, frame.events);
    else if (frame.type === 'event') this.takeLive(frame.thread_id, frame.event);
    else if (frame.type === 'ack') this.mark(frame.client_id, 'sent', null);
    else if (frame.type === 'typing') this.setTyping(frame.thread_id ?? this.selected, frame.on);
    else if (frame.type === 'error') this.refused(frame);
    this.changed();
  }

  private resume(agent: Agent): void {
    this.agent = agent;
    this.ready = true;
    // The server forgets what a lost socket had opened. The thread being read comes first.
    const opened = [...this.threads.keys()].filter((id) => id !== this.selected && this.isMine(id));
    for (const id of this.selected ? [this.selected, ...opened] : opened) this.openThread(id);
    this.flush();
  }

  private listed(queue: readonly ThreadSummary[], mine: readonly ThreadSummary[]): void {
    this.queue = queue;
    this.mine = mine;
    for (const thread of [...queue, ...mine]) {
      this.clock.atLeast(thread.queued_at);
      this.clock.atLeast(thread.claimed_at);
      if (!this.seen.has(thread.id)) this.seen.set(thread.id, this.isMine(thread.id) ? 0 : thread.last_seq);
      const open = this.threads.get(thread.id);
      if (open) open.summary = thread;
    }
    this.busy.clear();
    if (this.selected) this.look(this.selected);
  }

  private takeThread(full: ThreadSummary & { brief: Brief | null }, events: readonly ThreadEvent[]): void {
    const { brief, ...summary } = full;
    const known = this.threads.get(full.id);
    const thread = known ?? { summary, brief, events: new Map(), outbox: new Outbox(), typing: false };
    thread.summary = summary;
    thread.brief = brief;
    this.threads.set(full.id, thread);
    for (const event of events) this.takeEvent(thread, event);
    if (this.selected === full.id) this.look(full.id);
    this.flush();
  }

  private takeLive(id: string, event: ThreadEvent): void {
    const thread = this.threads.get(id);
    this.clock.observe(event.at);
    if (!thread || thread.events.has(event.seq)) return;
    this.takeEvent(thread, event);
    thread.typing = false;
    if (event.kind === 'closed') thread.summary = { ...thread.summary, status: 'closed' };
    if (event.kind === 'handed_back') thread.summary = { ...thread.summary, handler: 'assistant' };
    // The brief is written when a thread is handed over; reading a thread earlier has none yet.
    if (event.kind === 'handoff' || event.kind === 'claimed') this.openThread(id);
    if (this.selected === id) this.look(id);
  }

  private takeEvent(thread: OpenThread, event: ThreadEvent): void {
    thread.events.set(event.seq, event);
    thread.outbox.remove(event.client_id);
  }

  private refused(frame: ErrorFrame): void {
    const problem = problemOf(frame);
    if (frame.ref) this.busy.delete(frame.ref);
    if (frame.ref && this.mark(frame.ref, 'failed', problem)) return;
    this.notice = problem;
  }

  private mark(clientId: string, state: Unsent['state'], problem: Problem | null): boolean {
    for (const thread of this.threads.values()) {
      if (thread.outbox.mark(clientId, state, problem)) return true;
    }
    return false;
  }

  private setTyping(id: string | null, on: boolean): void {
    const thread = id ? this.threads.get(id) : null;
    if (thread) thread.typing = on;
  }

  private look(id: string): void {
    const last = Math.max(this.summaryOf(id)?.last_seq ?? 0, ...(this.threads.get(id)?.events.keys() ?? []));
    this.seen.set(id, last);
  }

  private openThread(id: string): void {
    const after = Math.max(0, ...(this.threads.get(id)?.events.keys() ?? []));
    this.sendNow({ type: 'thread.open', thread_id: id, after_seq: after });
  }

  private flush(): void {
    for (const [id, thread] of this.threads) {
      for (const { clientId, text } of thread.outbox.waiting) {
        if (this.inFlight.has(clientId)) continue;
        const sent = this.sendNow({ type: 'message.send', thread_id: id, client_id: clientId, text });
        if (sent) this.inFlight.add(clientId);
      }
    }
    this.changed();
  }

  private sendNow(frame: ConsoleOut): boolean {
    return this.ready && this.socket.send(frame);
  }
}
