import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { icons } from '../icons';
import { base, controls } from '../styles/shared';
import { eventsOf, lastSeqOf, type OpenThread } from './book';
import { dense } from './controls';
import { renderCard, renderLine, renderPayment } from './entries';
import './message';
import type { ConsoleStore } from './store';
import { threadStyles } from './thread-styles';
import { consoleTimeline, readMarks, type ConsoleItem, type ReadMarks } from './timeline';
import { consoleWords as w } from './words';

const NEAR_END_PX = 48;

/** One conversation as the agent reads it: all that the customer saw, and the notes between. */
@customElement('console-thread')
export class ConsoleThread extends LitElement {
  static override styles = [base, controls, dense, threadStyles];

  @property({ attribute: false }) store!: ConsoleStore;
  @property({ attribute: false }) thread!: OpenThread;
  @property({ type: Number }) version = 0;
  @state() private behind = false;
  @query('.scroller') private scroller!: HTMLElement | null;
  @query('.items') private content!: HTMLElement | null;
  @query('.announcer') private announcer!: HTMLElement | null;
  private marks: ReadMarks = new Map();
  private atEnd = true;
  private lastTop = 0;
  private shown = '';
  private firstSeq = 0;
  private lastSeq = 0;
  private heightBefore = 0;
  private readonly resized = new ResizeObserver(() => this.follow());

  override render(): TemplateResult {
    const { thread } = this;
    const events = eventsOf(thread);
    const items = consoleTimeline(events, thread.outbox.all);
    this.marks = readMarks(events, thread.customerReadSeq);
    return html`<div class="scroller" tabindex="-1" @scroll=${this.scrolled}>
        <div class="items" role="log" aria-live="off" aria-label=${w.log}>
          ${thread.hasMore ? this.renderOlder() : nothing}
          ${repeat(
            items,
            (item) => `${thread.summary.id}-${item.key}`,
            (item) => this.renderItem(item),
          )}
          ${this.renderWriter()}
        </div>
      </div>
      <p class="sr announcer" aria-live="polite"></p>
      ${this.behind
        ? html`<button class="button pill" @click=${this.toEnd}>${icons.down} ${w.newBelow}</button>`
        : nothing}`;
  }

  override firstUpdated(): void {
    if (this.scroller) this.resized.observe(this.scroller);
    if (this.content) this.resized.observe(this.content);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resized.disconnect();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    this.heightBefore = this.scroller?.scrollHeight ?? 0;
    if (!changed.has('thread') || this.shown === this.thread.summary.id) return;
    this.shown = this.thread.summary.id;
    this.atEnd = true;
    this.behind = false;
    this.firstSeq = this.lastSeq = 0;
  }

  override updated(): void {
    const first = Math.min(...this.thread.events.keys());
    // Older lines came in above: what was being read stays where it was.
    if (this.firstSeq > first && this.scroller) {
      this.scroller.scrollTop += this.scroller.scrollHeight - this.heightBefore;
    }
    this.firstSeq = first;
    this.noticeNews();
    this.follow();
  }

  /** What was said since the last look is read out, and marked where the reader is further up. */
  private noticeNews(): void {
    const last = lastSeqOf(this.thread);
    const { lastSeq } = this;
    this.lastSeq = last;
    if (lastSeq === 0 || last <= lastSeq) return;
    const said = eventsOf(this.thread).filter(({ seq, kind }) => seq > lastSeq && kind === 'message');
    const foreign = said.filter(({ author }) => author.kind !== 'agent' || author.name !== this.store.staff.agent?.name);
    if (foreign.length === 0) return;
    const who = this.thread.summary.customer;
    const texts = foreign.map(({ author, payload }) =>
      w.newFrom(author.kind === 'customer' ? who : (author.name ?? w.assistant), payload.text ?? ''),
    );
    if (this.announcer) this.announcer.textContent = texts.join(' ');
    if (!this.atEnd) this.behind = true;
  }

  private follow(): void {
    if (this.atEnd && this.scroller) this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  private toEnd(): void {
    this.atEnd = true;
    this.behind = false;
    this.follow();
  }

  private scrolled(): void {
    const { scroller } = this;
    if (!scroller) return;
    const rest = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
    // Content that grows also makes the end far away; only a reader moving up has left it.
    if (rest < NEAR_END_PX) this.atEnd = true;
    else if (scroller.scrollTop < this.lastTop) this.atEnd = false;
    this.lastTop = scroller.scrollTop;
    if (this.atEnd) this.behind = false;
  }

  private renderOlder(): TemplateResult {
    const { loadingOlder } = this.thread;
    return html`<button
      class="button quiet older"
      data-testid="load-older"
      ?disabled=${loadingOlder || this.store.link !== 'online'}
      @click=${() => this.store.loadOlder(this.thread)}
    >
      ${loadingOlder ? w.loadingOlder : w.loadOlder}
    </button>`;
  }

  private renderItem(item: ConsoleItem): TemplateResult {
    if (item.type === 'line') return renderLine(item);
    if (item.type === 'system') return renderLine({ ...item, internal: false });
    if (item.type === 'payment') return renderPayment(item);
    if (item.type === 'card') return renderCard(item, this.offeredBy(item.proposal.id));
    return html`<console-message
      .store=${this.store}
      .thread=${this.thread}
      .event=${item.type === 'said' ? item.event : null}
      .unsent=${item.type === 'unsent' ? item.unsent : null}
      .seen=${item.type === 'said' ? (this.marks.get(item.event.seq) ?? '') : ''}
    ></console-message>`;
  }

  /** A person's name where the card was offered by one. */
  private offeredBy(proposalId: string): string | null {
    for (const { author, payload } of this.thread.events.values()) {
      if (payload.proposal?.id === proposalId) return author.kind === 'agent' ? author.name : null;
    }
    return null;
  }

  private renderWriter(): TemplateResult | typeof nothing {
    const { writer, summary } = this.thread;
    if (!writer) return nothing;
    const names = { customer: summary.customer, assistant: w.assistant, agent: writer.name ?? '' };
    return html`<p class="writer muted" data-testid="typing" role="status">${w.typing(names[writer.who])}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-thread': ConsoleThread;
  }
}
