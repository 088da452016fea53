import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { emit } from '../emit';
import { browserLanguage, storedLanguage, words, type Words } from '../i18n';
import { icons } from '../icons';
import '../notices/notices';
import type { Language, Proposal, ThreadEvent } from '../protocol';
import { base, controls, tokens } from '../styles/shared';
import { chatStyles } from './chat-styles';
import './composer';
import type { MyropoComposer } from './composer';
import './header';
import './log';
import type { MyropoChatLog } from './log';
import { rememberOpen, rememberedOpen, rememberedThread } from './memory';
import { ChatSession, type ChatView } from './session';
import type { CardWork } from './timeline';
import { keepInsideVisible } from './viewport';

const COVERS_PAGE = '(max-width: 480px)';

/**
 * The chat: a labelled button that opens a panel. After a change to an invoice or a payment it fires `myropo:changed` with the
 * invoice number, so that the page around it can show the new state.
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
  @query('myropo-chat-log') private log!: MyropoChatLog | null;
  @query('myropo-composer') private composer!: MyropoComposer | null;
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
    this.log?.toEnd();
    if (text) await this.composer?.prepare(text);
    // A phone would cover half the conversation with its keyboard, unasked.
    else if (this.composer && window.matchMedia('(pointer: fine)').matches) this.composer.focus();
    else this.panel?.focus();
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
    void this.updateComplete.then(() => this.log?.toEnd());
  }

  arrived(events: readonly ThreadEvent[]): void {
    if (!this.open) this.unread += events.filter((event) => event.author.kind !== 'customer').length;
    for (const event of events) {
      const invoiceNumber = changedInvoice(event);
      if (invoiceNumber !== null) emit(this, 'myropo:changed', { invoiceNumber });
    }
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
      @chat-retry=${(event: CustomEvent<string>) => session.retry(event.detail)}
      @chat-quick=${this.quick}
      @chat-decide=${this.decide}
      @composer-send=${(event: CustomEvent<string>) => session.say(event.detail)}
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
        @notices-grown=${(event: CustomEvent<number>) => this.log?.movedDown(event.detail)}
      ></myropo-notices>
      ${link === 'offline' ? html`<p class="bar" role="status" data-testid="offline">${w.chat.offline}</p>` : nothing}
      <myropo-chat-log
        lang=${this.speaks}
        .words=${w}
        .language=${this.speaks}
        .items=${session.items}
        .typing=${session.typing}
        .typist=${this.typist}
        .online=${this.online}
        .loading=${!thread && (link === 'connecting' || link === 'online')}
        .open=${this.open}
      ></myropo-chat-log>
      <div class="foot">${this.renderFoot()}</div>
    </section>`;
  }

  private get typist(): string {
    const { session, words: w } = this;
    return session.typing === 'agent' ? (session.thread?.agent ?? w.chat.someone) : w.chat.assistant;
  }

  private renderFoot(): TemplateResult {
    const { session, words: w } = this;
    if (session.link === 'signed-out') {
      return html`<p>${w.chat.signedOut}</p>
        <a class="button filled" href="/sign-in">${w.chat.signIn}</a>`;
    }
    if (session.link === 'refused') return html`<p>${w.chat.refused}</p>`;
    if (session.thread?.status === 'closed') {
      return html`<p>${w.chat.closed}</p>
        <button class="button filled" data-testid="start-new" ?disabled=${!this.online} @click=${this.startNew}>
          ${w.chat.startNew}
        </button>`;
    }
    return html`${this.renderNotice()}<myropo-composer .words=${w.chat}></myropo-composer>`;
  }

  private renderNotice(): TemplateResult | typeof nothing {
    const { notice } = this.session;
    if (!notice) return nothing;
    return html`<div class="notice" role="alert">
      <p><strong>${notice.title}</strong> ${notice.detail ?? ''}</p>
      <button
        class="button plain small"
        aria-label=${this.words.chat.dismiss}
        @click=${() => this.session.dismissNotice()}
      >
        ${icons.close}
      </button>
    </div>`;
  }

  private quick(event: CustomEvent<string>): void {
    this.session.say(event.detail);
    // The button that was pressed disappears; the next thing to do is to write.
    if (window.matchMedia('(pointer: fine)').matches) this.composer?.focus();
    else this.panel?.focus();
  }

  private decide(event: CustomEvent<{ proposal: Proposal; work: Exclude<CardWork, null> }>): void {
    this.session.decide(event.detail.proposal, event.detail.work);
  }

  private async startNew(): Promise<void> {
    const kept = this.session.startNew();
    await this.updateComplete;
    if (kept.length > 0) await this.composer?.prepare(kept.join('\n'));
    else this.composer?.focus();
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
