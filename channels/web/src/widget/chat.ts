import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { emit } from '../emit';
import { browserLanguage, storedLanguage, words, type Words } from '../i18n';
import { icons } from '../icons';
import '../notices/notices';
import type { Language, ThreadEvent } from '../protocol';
import { base, controls, tokens } from '../styles/shared';
import { chatStyles } from './chat-styles';
import './conversation';
import type { MyropoConversation } from './conversation';
import './header';
import { rememberOpen, rememberedOpen, rememberedThread } from './memory';
import { ChatSession } from './session';
import type { ChatView } from './view';
import { keepInsideVisible } from './viewport';

const COVERS_PAGE = '(max-width: 480px)';

/**
 * The chat: a labelled button that opens a panel. After a change to an invoice or a payment it fires `myropo:changed` with the
 * invoice number, and after messages were read `myropo:read`, so that the page around it can show the new state.
 */
@customElement('myropo-chat')
export class MyropoChat extends LitElement implements ChatView {
  static override styles = [tokens, base, controls, chatStyles];

  /** The language that the page speaks; a conversation keeps its own until the customer changes it. */
  @property() language: Language = storedLanguage() ?? browserLanguage();
  @property({ type: Boolean, reflect: true }) open = false;
  @state() private unread = 0;
  @query('.panel') private panel!: HTMLElement | null;
  @query('.opener') private opener!: HTMLElement | null;
  @query('myropo-conversation') private conversation!: MyropoConversation | null;
  private session = new ChatSession(this, this.language);
  private stopFitting: (() => void) | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.keyed);
    this.open ||= rememberedOpen();
    // A conversation from before the reload goes on, so that an answer to it is counted on the button.
    if (this.open || rememberedThread()) this.begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.keyed);
    this.stopFitting?.();
    this.session.stop();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('language')) this.session.setLanguage(this.language);
  }

  override updated(changed: PropertyValues<this>): void {
    if (!changed.has('open') || !this.panel) return;
    rememberOpen(this.open);
    this.stopFitting?.();
    this.stopFitting = this.open ? keepInsideVisible(this.panel) : null;
  }

  override firstUpdated(): void {
    // Open from the start, a panel that covers the page has the focus; beside the page it does not take it.
    if (this.open && window.matchMedia(COVERS_PAGE).matches) this.panel?.focus();
  }

  override render(): TemplateResult {
    return html`${this.renderOpener()}${this.renderPanel()}`;
  }

  /** Open the panel; with a text, write it into the composer without sending it. */
  async openWith(text: string | null = null): Promise<void> {
    this.open = true;
    this.unread = 0;
    this.begin();
    await this.updateComplete;
    this.conversation?.toEnd();
    if (text) await this.conversation?.prepare(text);
    // A phone would cover half the conversation with its keyboard, unasked.
    else if (!window.matchMedia('(pointer: fine)').matches || !this.conversation?.write()) this.panel?.focus();
  }

  /** Close the panel and give the focus back to the button. */
  async close(): Promise<void> {
    this.open = false;
    await this.updateComplete;
    this.opener?.focus();
  }

  changed(): void {
    this.requestUpdate();
  }

  entered(): void {
    this.unread = 0;
    void this.updateComplete.then(() => this.conversation?.toEnd());
  }

  arrived(events: readonly ThreadEvent[]): void {
    if (!this.open) this.unread += events.filter((event) => event.author.kind !== 'customer').length;
    for (const event of events) {
      const invoiceNumber = changedInvoice(event);
      if (invoiceNumber !== null) emit(this, 'myropo:changed', { invoiceNumber });
    }
  }

  readAll(): void {
    emit(this, 'myropo:read');
  }

  private begin(): void {
    if (!this.session.started) this.session.start();
  }

  private get words(): Words {
    return words(this.speaks);
  }

  private get speaks(): Language {
    return this.session.thread?.language ?? this.language;
  }

  private get online(): boolean {
    return this.session.link === 'online';
  }

  private renderOpener(): TemplateResult {
    const { chat } = this.words;
    return html`<button
      class="button filled opener"
      data-testid="chat-open"
      aria-expanded=${this.open ? 'true' : 'false'}
      ?hidden=${this.open}
      @click=${() => this.openWith()}
    >
      ${icons.chat} <span>${chat.open}</span>
      ${this.unread > 0 ? html`<span class="unread">${chat.openNew(this.unread)}</span>` : nothing}
    </button>`;
  }

  private renderPanel(): TemplateResult {
    const { session, words: w } = this;
    const { thread, link } = session;
    return html`<section
      class="panel"
      data-testid="chat-panel"
      role="dialog"
      aria-label=${w.chat.title}
      tabindex="-1"
      ?hidden=${!this.open}
      @chat-close=${() => this.close()}
      @chat-new=${this.startNew}
      @chat-person=${() => session.requestPerson()}
      @chat-language=${(event: CustomEvent<Language>) => session.setLanguage(event.detail)}
      @chat-unfocused=${() => this.panel?.focus()}
    >
      <myropo-chat-header
        .words=${w}
        .language=${this.speaks}
        .thread=${thread}
        .personWanted=${session.personWanted || link === 'signed-out' || link === 'refused'}
        .online=${this.online}
      ></myropo-chat-header>
      <myropo-notices
        channel="chat"
        .words=${w}
        .language=${this.speaks}
        .paused=${!this.open}
        @notices-grown=${(event: CustomEvent<number>) => this.conversation?.movedDown(event.detail)}
      ></myropo-notices>
      <myropo-conversation
        lang=${this.speaks}
        .session=${session}
        .words=${w}
        .language=${this.speaks}
        .open=${this.open}
      ></myropo-conversation>
    </section>`;
  }

  private async startNew(): Promise<void> {
    const kept = this.session.startNew();
    await this.updateComplete;
    if (kept.length > 0) await this.conversation?.prepare(kept.join('\n'));
    else this.conversation?.write();
  }

  private readonly keyed = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.open || event.defaultPrevented) return;
    const inside = event.composedPath().includes(this) || document.activeElement === document.body;
    if (inside) void this.close();
  };
}

function changedInvoice(event: ThreadEvent): string | null {
  if (event.kind === 'receipt') return event.payload.receipt.invoice.number;
  return event.kind === 'payment' ? event.payload.invoice : null;
}

declare global {
  interface HTMLElementTagNameMap {
    'myropo-chat': MyropoChat;
  }
}
