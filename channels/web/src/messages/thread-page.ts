import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { emit } from '../emit';
import type { ThreadEntry } from '../http';
import type { Words } from '../i18n';
import type { MessageWords } from '../i18n/messages';
import { icons } from '../icons';
import type { Language } from '../protocol';
import { base, controls } from '../styles/shared';
import '../widget/conversation';
import type { MyropoConversation } from '../widget/conversation';
import { onlyThread } from '../widget/memory';
import { ChatSession } from '../widget/session';
import type { ChatView } from '../widget/view';
import type { InvoiceNames } from './invoice-names';
import type { Sent } from './new-message';
import { threadPageStyles } from './thread-page-styles';
import { titleOf, whoAnswers } from './who';

/** One thread on a page of its own: what it is about, who answers, and the same conversation as in the chat. */
@customElement('myropo-thread-page')
export class MyropoThreadPage extends LitElement implements ChatView {
  static override styles = [base, controls, threadPageStyles];

  @property() threadId = '';
  /** What the list knows of it; null while or where it does not. */
  @property({ attribute: false }) entry: ThreadEntry | null = null;
  @property({ attribute: false }) sent: Sent | null = null;
  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) here!: MessageWords;
  @property() language: Language = 'en';
  @property({ attribute: false, hasChanged: () => true }) invoices!: InvoiceNames;
  @query('myropo-conversation') private conversation!: MyropoConversation | null;
  private session: ChatSession | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.session?.stop();
    this.session = null;
  }

  override willUpdate(): void {
    if (this.session || !this.isConnected) return;
    this.session = new ChatSession(this, null, onlyThread(this.threadId));
    this.session.start();
  }

  changed(): void {
    this.requestUpdate();
  }

  entered(): void {
    void this.updateComplete.then(() => this.conversation?.toEnd());
  }

  /** What arrives shows itself; nothing else of this page depends on it. */
  arrived(): void {}

  readAll(): void {
    emit(this, 'myropo:read');
  }

  override render(): TemplateResult {
    const { session, here, words: w } = this;
    if (!session) return html``;
    if (session.missing) return this.renderMissing();
    return html`<section class="sheet">
      <div class="head">
        <a class="button plain small back" data-testid="all-messages" href="/messages">${icons.back} ${here.back}</a>
        <div class="names">
          <h1>${this.heading}</h1>
          <p class="about">${this.renderAbout(session)}</p>
        </div>
        ${this.renderPerson(session)}
      </div>
      ${this.sent ? html`<p class="sent" role="status" data-testid="message-sent">${icons.check} ${this.sentWords}</p>` : nothing}
      <myropo-conversation
        .session=${session}
        .words=${w}
        .language=${this.language}
        .disclosure=${onlyPeople(session) ? here.disclosure : ''}
      ></myropo-conversation>
    </section>`;
  }

  private get heading(): string {
    const title = this.session?.thread?.title ?? this.entry?.title ?? '';
    return titleOf(title, this.entry?.created_at ?? null, this.language, this.here);
  }

  /** Where a person was asked for, the conversation itself says when one answers. */
  private get sentWords(): string {
    if (this.sent === null || this.session?.thread?.handler === 'assistant') return this.sent?.expected ?? '';
    return this.here.sent;
  }

  private renderAbout({ thread }: ChatSession): TemplateResult {
    const { entry, here, words: w } = this;
    const known = thread ?? entry;
    const invoice = this.invoices.find(entry?.invoice ?? null);
    return html`<span data-testid="chat-handler">${known ? whoAnswers(known, w, here) : nothing}</span>
      ${invoice
        ? html`<a data-testid="thread-invoice" href=${`/#invoice-${encodeURIComponent(invoice.number)}`}
            >${here.invoice(invoice.number, invoice.biller.name)}</a
          >`
        : nothing}`;
  }

  private renderPerson(session: ChatSession): TemplateResult | typeof nothing {
    const { thread, personWanted, link } = session;
    if (thread?.status !== 'open' || thread.handler !== 'assistant') return nothing;
    return html`<button
      class="button small"
      data-testid="person-button"
      ?disabled=${personWanted || link !== 'online'}
      @click=${() => session.requestPerson()}
    >
      ${icons.person} ${this.words.chat.person}
    </button>`;
  }

  private renderMissing(): TemplateResult {
    const { here } = this;
    return html`<section class="state" data-testid="thread-missing">
      <h1>${here.missingTitle}</h1>
      <p>${here.missingText}</p>
      <a class="button" href="/messages">${here.back}</a>
    </section>`;
  }
}

/** Whether the assistant has no part in what is shown. */
function onlyPeople({ thread, items }: ChatSession): boolean {
  const assisted = items.some((item) => item.type === 'said' && item.event.author.kind === 'assistant');
  return thread !== null && thread.handler !== 'assistant' && !assisted;
}

declare global {
  interface HTMLElementTagNameMap {
    'myropo-thread-page': MyropoThreadPage;
  }
}
