import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { emit } from '../emit';
import { formatTime } from '../format';
import { words as wordsOf, type Words } from '../i18n';
import { icons } from '../icons';
import type { Author, Language, QuickReply, Typist } from '../protocol';
import { base, controls } from '../styles/shared';
import './card';
import { logStyles } from './log-styles';
import './message';
import type { MyropoMessage } from './message';
import './rating';
import type { Item, PaymentItem, SaidItem, UnsentItem } from './timeline';

const NEAR_END_PX = 48;
const NEAR_START_PX = 120;
const CUSTOMER: Author = { kind: 'customer', name: null };

/** The conversation, oldest first. It follows the end only while the reader is there. */
@customElement('myropo-chat-log')
export class MyropoChatLog extends LitElement {
  static override styles = [base, controls, logStyles];

  @property({ attribute: false }) words: Words = wordsOf('en');
  @property() language: Language = 'en';
  /** What stands above the first message: who answers here, and that it is no person. */
  @property() disclosure = '';
  /** What an empty conversation suggests. */
  @property() hint = '';
  @property({ attribute: false }) items: readonly Item[] = [];
  @property() typing: Typist | null = null;
  @property() typist = '';
  @property({ type: Boolean }) online = false;
  @property({ type: Boolean }) loading = false;
  @property({ type: Boolean }) open = true;
  @property({ type: Boolean }) hasMore = false;
  @property({ type: Boolean }) loadingOlder = false;
  /** Up to where the person who answers has read; null where no person does. */
  @property({ attribute: false }) readSeq: number | null = null;
  @state() private behind = false;
  @query('.scroller') private scroller!: HTMLElement | null;
  @query('.content') private content!: HTMLElement | null;
  private atEnd = true;
  private lastTop = 0;
  /** How far above the end the reader was when older messages came in above. */
  private rest: number | null = null;
  private readonly resized = new ResizeObserver(() => this.follow());

  override render(): TemplateResult {
    const { chat, loading } = this.words;
    return html`
      <div class="scroller" role="group" aria-label=${chat.log} tabindex="0" @scroll=${this.scrolled}>
        <div class="content">
          <p class="disclosure" data-testid="disclosure">${this.disclosure}</p>
          ${this.hasMore ? this.renderOlder() : nothing}
          ${this.items.length === 0 && !this.loading ? html`<p class="hint">${this.hint}</p>` : nothing}
          ${this.loading ? html`<p class="system late" role="status">${loading}</p>` : nothing}
          <div class="items" role="log" aria-live="polite" aria-label=${chat.log}>
            ${repeat(
              this.items,
              (item) => item.key,
              (item) => this.renderItem(item),
            )}
          </div>
          ${this.renderQuickReplies()} ${this.typing ? this.renderTyping() : nothing}
        </div>
      </div>
      ${this.behind
        ? html`<button class="button small pill" data-testid="new-messages" @click=${() => this.toEnd(true)}>
            ${icons.down} ${chat.pill}
          </button>`
        : nothing}
    `;
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
    if (!changed.has('items')) return;
    const before = changed.get('items') ?? [];
    const last = this.items.at(-1);
    const { scroller } = this;
    const older = before.length > 0 && before[0]?.key !== this.items[0]?.key;
    if (older && scroller && !this.atEnd) this.rest = scroller.scrollHeight - scroller.scrollTop;
    const grew = last !== undefined && before.at(-1)?.key !== last.key;
    if (!grew) return;
    // One's own message is always worth scrolling to; anything else only where the reader already is.
    if (last.type === 'unsent') this.atEnd = true;
    else if (!this.atEnd && before.length > 0) this.behind = true;
  }

  override updated(changed: PropertyValues<this>): void {
    const before = changed.get('items');
    if (before && before.at(-1)?.key !== this.items.at(-1)?.key) {
      this.releaseCards();
      if (this.atEnd && before.length > 0) void this.showStart();
    }
    if (this.rest !== null) void this.keepPlace(this.rest);
    if (changed.has('items') || changed.has('typing') || changed.has('open')) this.follow();
  }

  /** Whether the end of the conversation is within sight. */
  get showsEnd(): boolean {
    return this.atEnd && (this.scroller?.clientHeight ?? 0) > 0;
  }

  /** Go to the newest message. */
  toEnd(smooth = false): void {
    this.atEnd = true;
    this.behind = false;
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.scroller?.scrollTo({ top: this.scroller.scrollHeight, behavior: smooth && !calm ? 'smooth' : 'instant' });
  }

  /** The log has begun so many pixels lower (or higher): whoever reads further up finds the lines where they were. */
  movedDown(pixels: number): void {
    if (!this.atEnd && this.scroller) this.scroller.scrollTop += pixels;
  }

  /** Older messages came in above: what is being read stays where it is. Bubbles draw themselves a moment later. */
  private async keepPlace(rest: number): Promise<void> {
    this.rest = null;
    const parts = this.renderRoot.querySelectorAll<LitElement>('.items > *');
    await Promise.all([...parts].map((part) => part.updateComplete));
    if (this.scroller) this.lastTop = this.scroller.scrollTop = this.scroller.scrollHeight - rest;
  }

  /** The conversation goes on: receipts need no longer keep the height of their cards. */
  private releaseCards(): void {
    for (const card of this.renderRoot.querySelectorAll('myropo-card')) card.style.minHeight = '';
  }

  /** An answer longer than the screen is read from its beginning, so the end is not followed past it. */
  private async showStart(): Promise<void> {
    const last = this.items.at(-1);
    if (last?.type !== 'said' || last.event.author.kind === 'customer') return;
    const bubble = this.renderRoot.querySelector<MyropoMessage>(`[data-seq="${last.event.seq}"]`);
    await bubble?.updateComplete;
    if (!bubble || !this.scroller || bubble.offsetHeight < this.scroller.clientHeight) return;
    this.atEnd = false;
    this.scroller.scrollTop += bubble.getBoundingClientRect().top - this.scroller.getBoundingClientRect().top;
  }

  private follow(): void {
    if (this.atEnd && this.open) this.toEnd();
  }

  private scrolled(): void {
    const { scroller } = this;
    // A hidden panel has no height and reports nonsense.
    if (!scroller || scroller.clientHeight === 0) return;
    const rest = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
    // Content that grows also makes the end far away; only a reader moving up has left it.
    if (rest < NEAR_END_PX) this.atEnd = true;
    else if (scroller.scrollTop < this.lastTop) this.atEnd = false;
    // Only a reader who goes up wants what is older; the log also begins at its start before it has gone to its end.
    const up = scroller.scrollTop < this.lastTop;
    if (up && !this.atEnd && scroller.scrollTop < NEAR_START_PX && this.hasMore) emit(this, 'chat-older');
    this.lastTop = scroller.scrollTop;
    if (this.atEnd) this.behind = false;
    emit(this, 'chat-moved');
  }

  private renderItem(item: Item): TemplateResult {
    if (item.type === 'system') {
      return html`<p class="system" data-testid="system-line" title=${formatTime(item.at, this.language)}>${item.text}</p>`;
    }
    if (item.type === 'card') {
      return html`<myropo-card
        .words=${this.words}
        .language=${this.language}
        .item=${item}
        .online=${this.online}
      ></myropo-card>`;
    }
    if (item.type === 'payment') return this.renderPayment(item);
    if (item.type === 'rating') {
      return html`<myropo-rating .words=${this.words.rating} .item=${item} .online=${this.online}></myropo-rating>`;
    }
    return this.renderBubble(item);
  }

  private renderPayment({ status, text, at }: PaymentItem): TemplateResult {
    return html`<p
      class="payment ${status}"
      data-testid="payment-line"
      data-status=${status}
      title=${formatTime(at, this.language)}
    >
      ${status === 'succeeded' ? icons.check : icons.alert}<span>${text}</span>
    </p>`;
  }

  /** One template for a message on its way and the same message stored, so that its bubble stays the same element. */
  private renderBubble(item: SaidItem | UnsentItem): TemplateResult {
    const event = item.type === 'said' ? item.event : null;
    const unsent = item.type === 'unsent' ? item.unsent : null;
    const way = unsent ? (unsent.state === 'failed' ? 'failed' : this.online ? 'sending' : 'waiting') : null;
    return html`<myropo-message
      data-seq=${event?.seq ?? nothing}
      .words=${this.words}
      .language=${this.language}
      .author=${event?.author ?? CUSTOMER}
      .payload=${event?.payload ?? { text: unsent?.text ?? '', attachments: unsent?.attachments ?? null }}
      .at=${event?.at ?? ''}
      .fresh=${item.type === 'said' && item.fresh}
      .clientId=${unsent?.clientId ?? ''}
      .problem=${unsent?.problem ?? null}
      .sending=${way}
      .read=${this.readStateOf(item)}
    ></myropo-message>`;
  }

  /** Only the customer's last message says whether it has been read. */
  private readStateOf(item: SaidItem | UnsentItem): boolean | null {
    if (this.readSeq === null || item !== this.items.findLast(isOwn)) return null;
    return item.type === 'said' && item.event.seq <= this.readSeq;
  }

  private renderOlder(): TemplateResult {
    const { chat, loading } = this.words;
    return html`<button
      class="button plain small older"
      data-testid="load-older"
      ?disabled=${this.loadingOlder || !this.online}
      @click=${() => emit(this, 'chat-older')}
    >
      ${this.loadingOlder ? loading : chat.older}
    </button>`;
  }

  private renderQuickReplies(): TemplateResult | typeof nothing {
    const last = this.items.at(-1);
    if (!last || last.type !== 'said' || last.event.author.kind !== 'assistant' || this.typing) return nothing;
    const replies = last.event.payload.quick_replies ?? [];
    if (replies.length === 0) return nothing;
    return html`<div class="replies">${replies.map((reply) => this.renderQuickReply(reply))}</div>`;
  }

  private renderQuickReply({ label, text }: QuickReply): TemplateResult {
    return html`<button class="button small" data-testid="quick-reply" @click=${() => emit(this, 'chat-quick', text)}>
      ${label}
    </button>`;
  }

  private renderTyping(): TemplateResult {
    return html`<div class="typing" role="status" data-testid="typing">
      <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>
      <span>${this.words.chat.typing(this.typist)}</span>
    </div>`;
  }
}

function isOwn(item: Item): boolean {
  return item.type === 'unsent' || (item.type === 'said' && item.event.author.kind === 'customer');
}

declare global {
  interface HTMLElementTagNameMap {
    'myropo-chat-log': MyropoChatLog;
  }
}
