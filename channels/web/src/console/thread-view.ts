import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { emit } from '../emit';
import { formatTime } from '../format';
import type { Unsent } from '../outbox';
import type { Author, SaidEvent, ThreadEvent } from '../protocol';
import { base, controls } from '../styles/shared';
import { buildTimeline, type CardItem, type Item } from '../widget/timeline';
import type { ConsoleStore, OpenThread } from './store';
import { threadStyles } from './thread-styles';
import { consoleWords as w } from './words';

const NEAR_END_PX = 48;

/** One conversation as the agent reads it. */
@customElement('console-thread')
export class ConsoleThread extends LitElement {
  static override styles = [base, controls, threadStyles];

  @property({ attribute: false }) store!: ConsoleStore;
  @property({ attribute: false }) thread!: OpenThread;
  @property({ type: Number }) version = 0;
  @query('.scroller') private scroller!: HTMLElement | null;
  private atEnd = true;
  private lastTop = 0;
  private shown = '';
  private readonly resized = new ResizeObserver(() => this.follow());

  override render(): TemplateResult {
    const { thread, store } = this;
    const items = this.timeline(store.eventsOf(thread), store.unsentOf(thread));
    return html`<div class="scroller" tabindex="-1" @scroll=${this.scrolled}>
      <div role="log" aria-live="polite" aria-label=${w.log} class="items">
        ${repeat(
          items,
          (item) => `${thread.summary.id}-${item.key}`,
          (item) => this.renderItem(item),
        )}
        ${thread.typing ? html`<p class="muted" role="status">${thread.summary.customer} ${w.typing}</p>` : nothing}
      </div>
    </div>`;
  }

  override firstUpdated(): void {
    if (this.scroller) this.resized.observe(this.scroller);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resized.disconnect();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('thread') || this.shown === this.thread.summary.id) return;
    this.shown = this.thread.summary.id;
    this.atEnd = true;
  }

  override updated(): void {
    this.follow();
  }

  private follow(): void {
    if (this.atEnd && this.scroller) this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  private timeline(events: readonly ThreadEvent[], unsent: readonly Unsent[]): Item[] {
    return buildTimeline({ events, fresh: new Set(), unsent, cards: new Map() });
  }

  private scrolled(): void {
    const { scroller } = this;
    if (!scroller) return;
    const rest = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
    // Content that grows also makes the end far away; only a reader moving up has left it.
    if (rest < NEAR_END_PX) this.atEnd = true;
    else if (scroller.scrollTop < this.lastTop) this.atEnd = false;
    this.lastTop = scroller.scrollTop;
  }

  private renderItem(item: Item): TemplateResult {
    if (item.type === 'system' || item.type === 'payment') {
      const text = item.type === 'payment' ? `${w.payments[item.status]}: ${item.text}` : item.text;
      return html`<p class="system" data-testid="system-line">${text} <time>${formatTime(item.at, 'en')}</time></p>`;
    }
    if (item.type === 'card') return this.renderCard(item);
    if (item.type === 'unsent') return this.renderUnsent(item.unsent);
    return this.renderSaid(item.event);
  }

  private renderSaid(event: SaidEvent): TemplateResult {
    const note = event.audience === 'internal';
    const { text, citations, table, link } = event.payload;
    return html`<article
      class=${note ? 'note' : event.author.kind}
      data-testid="message"
      data-author=${event.author.kind}
      data-audience=${event.audience}
    >
      <p class="meta">
        <strong>${note ? `${w.note}, ` : ''}${this.nameOf(event.author)}</strong>
        <time datetime=${event.at}>${formatTime(event.at, 'en')}</time>
      </p>
      <p class="text">${text}</p>
      ${table ? html`<p class="muted">${table.rows.map((row) => row.join(' · ')).join('\n')}</p>` : nothing}
      ${link ? html`<p class="muted">${w.link}: ${link.label}</p>` : nothing}
      ${(citations ?? []).map(({ title }) => html`<p class="muted">${w.source}: ${title}</p>`)}
    </article>`;
  }

  private renderUnsent(unsent: Unsent): TemplateResult {
    return html`<article class="agent" data-testid="message" data-author="agent">
      <p class="meta"><strong>${this.store.agent?.name ?? ''}</strong> ${unsent.state === 'waiting' ? w.waiting : ''}</p>
      <p class="text">${unsent.text}</p>
      ${unsent.state === 'failed' ? this.renderFailure(unsent) : nothing}
    </article>`;
  }

  private renderFailure({ clientId, problem }: Unsent): TemplateResult {
    return html`<div class="problem" role="alert">
      <span><strong>${problem?.title ?? w.notSent}</strong> ${problem?.detail ?? ''}</span>
      <button class="button small" @click=${() => emit(this, 'console-retry', clientId)}>${w.tryAgain}</button>
    </div>`;
  }

  private renderCard(item: CardItem): TemplateResult {
    const { proposal, receipt, status } = item;
    const { lines, schedule } = receipt ?? proposal;
    const changes = receipt ? [] : proposal.changes;
    const texts = [
      ...changes.map(({ label, old, new: now }) => `${label}: ${old === null ? now : `${old} → ${now}`}`),
      ...lines.map(({ label, value }) => `${label}: ${value}`),
      ...schedule.map(({ date, amount }) => `${date}: ${amount}`),
    ];
    return html`<article class="card" data-testid="proposal-card" data-status=${status}>
      <p class="meta">
        <strong>${receipt ? w.done : w.proposed}: ${receipt?.title ?? proposal.title}</strong>
        <time datetime=${item.at}>${formatTime(item.at, 'en')}</time>
      </p>
      <p class="muted num">${proposal.invoice.number}, ${proposal.invoice.biller}</p>
      ${texts.map((text) => html`<p class="num">${text}</p>`)}
      ${receipt ? nothing : html`<p class="muted">${w.statuses[status]}</p>`}
    </article>`;
  }

  private nameOf(author: Author): string {
    if (author.kind === 'customer') return this.thread.summary.customer;
    if (author.kind === 'assistant') return w.assistant;
    return `${author.name ?? ''}, ${w.service}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-thread': ConsoleThread;
  }
}
