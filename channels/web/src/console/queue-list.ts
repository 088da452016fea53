import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { emit } from '../emit';
import { formatTime } from '../format';
import { base } from '../styles/shared';
import { dense } from './controls';
import type { ThreadSummary } from './frames';
import { queueStyles } from './queue-styles';
import type { ConsoleStore } from './store';
import { urgencyOf } from './urgency';
import { consoleWords as w, duration } from './words';

const TICK_MS = 15_000;

type Group = 'mine' | 'queue' | 'snoozed';
const TEST_IDS: Record<Group, string> = { mine: 'my-thread', queue: 'queue-item', snoozed: 'snoozed-thread' };

/** The agent's own conversations, who waits, in the order they are served, and what was put aside. */
@customElement('console-queue')
export class ConsoleQueue extends LitElement {
  static override styles = [base, dense, queueStyles];

  @property({ attribute: false }) store!: ConsoleStore;
  /** Changes with every change of the store, which is one mutable object. */
  @property({ type: Number }) version = 0;
  @state() private tick = 0;
  private timer = 0;
  private shown: string | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = window.setInterval(() => (this.tick += 1), TICK_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearInterval(this.timer);
  }

  override updated(): void {
    if (this.shown === this.store.selected) return;
    this.shown = this.store.selected;
    this.renderRoot.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  override render(): TemplateResult {
    const { active, queue, snoozed, waiting } = this.store.lists;
    const more = waiting - queue.length;
    return html`
      ${this.renderGroup('mine', w.mine, active, w.mineEmpty)}
      ${this.renderGroup('queue', w.queue, queue, w.queueEmpty, waiting)}
      ${more > 0 ? html`<p class="empty">${w.queueMore(more)}</p>` : nothing}
      ${snoozed.length > 0 ? this.renderGroup('snoozed', w.snoozed, snoozed, '') : nothing}
    `;
  }

  private renderGroup(
    group: Group,
    title: string,
    threads: readonly ThreadSummary[],
    empty: string,
    count = threads.length,
  ): TemplateResult {
    return html`<section class=${group}>
      <h2>${title} <span class="count num" data-testid="count-${group}">${count || ''}</span></h2>
      ${threads.length === 0 ? html`<p class="empty">${empty}</p>` : nothing}
      <ul>
        ${repeat(
          threads,
          (thread) => thread.id,
          (thread) => html`<li>${this.renderThread(thread, group)}</li>`,
        )}
      </ul>
    </section>`;
  }

  private renderThread(thread: ThreadSummary, group: Group): TemplateResult {
    const news = this.store.hasNews(thread);
    const quiet = group === 'queue' && !thread.suitable;
    const about = thread.title || thread.reason_text || (group === 'queue' ? w.noReason : '');
    return html`<button
      class="item ${quiet ? 'quiet' : ''} ${news ? 'unread' : ''}"
      data-testid=${TEST_IDS[group]}
      data-thread=${thread.id}
      data-unread=${news}
      aria-current=${thread.id === this.store.selected ? 'true' : 'false'}
      @click=${() => emit(this, 'console-select', thread.id)}
    >
      <span class="line">
        <span class="name">${thread.customer}</span>
        <span class="muted">${thread.country} ${thread.language}</span>
      </span>
      <span class="line">
        <span class="reason">${this.renderPriority(thread)}${about}</span>
        ${group === 'snoozed' ? this.renderSnoozed(thread) : this.renderWait(thread, news)}
      </span>
      <span class="last muted">${this.renderRemarks(thread, quiet)}${thread.last_text}</span>
    </button>`;
  }

  private renderPriority({ priority }: ThreadSummary): TemplateResult | typeof nothing {
    const word = w.priorities[priority];
    return word ? html`<span class="attention" data-testid="priority">${word}</span> ` : nothing;
  }

  private renderRemarks(thread: ThreadSummary, quiet: boolean): TemplateResult | typeof nothing {
    if (thread.for_supervisor) return html`<span class="remark">${w.forSupervisor}</span> `;
    return quiet ? html`<span class="sr">${w.unsuitable}. </span>` : nothing;
  }

  private renderSnoozed({ snoozed_until: until }: ThreadSummary): TemplateResult {
    return html`<span class="wait">${w.snoozedUntil(formatTime(until ?? '', 'en'))}</span>`;
  }

  private renderWait(thread: ThreadSummary, news: boolean): TemplateResult {
    const since = thread.waiting_since ?? (thread.handler === 'queue' ? thread.queued_at : null);
    const mark = news ? html`<span class="attention">${w.unread}</span> ` : nothing;
    if (!since) return html`<span>${mark}</span>`;
    const urgency = urgencyOf(thread, this.store.clock.now());
    const told = { calm: w.waited, soon: w.waitedLong, late: w.waitedTooLong }[urgency];
    const promised = thread.promised_at ? w.promised(formatTime(thread.promised_at, 'en')) : '';
    return html`<span>
      ${mark}<span class="wait ${urgency}" data-testid="waiting-time" data-urgency=${urgency} title=${promised}
        ><span class="sr">${told} </span>${duration(this.store.clock.minutesSince(since))}${urgency === 'late'
          ? html`, ${w.overdue}`
          : nothing}</span
      >
    </span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-queue': ConsoleQueue;
  }
}
