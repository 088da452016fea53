import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { getMe, signOut } from '../api';
import type { Me } from '../http';
import { browserLanguage, isLanguage, storeLanguage, storedLanguage, words, type Words } from '../i18n';
import { forgetDismissed } from '../notices/dismissed';
import '../notices/notices';
import type { Language } from '../protocol';
import { page } from '../styles/page';
import { base, controls } from '../styles/shared';
import '../site-header';
import '../widget/chat';
import type { MyropoChat } from '../widget/chat';
import { forgetChat } from '../widget/memory';
import './list';
import type { MyropoInvoices } from './list';

/** The customer's page: the invoices, and the chat that can change them. */
@customElement('myropo-portal')
export class MyropoPortal extends LitElement {
  static override styles = [base, controls, page];

  @state() private me: Me | null = null;
  @state() private failed = false;
  @state() private language: Language = storedLanguage() ?? browserLanguage();
  @query('myropo-invoices') private list!: MyropoInvoices | null;
  @query('myropo-chat') private chat!: MyropoChat | null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override willUpdate(): void {
    document.documentElement.lang = this.language;
  }

  override render(): TemplateResult {
    const { me, words: w } = this;
    return html`
      <a class="skip" href="#main" @click=${this.skip}>${w.portal.skip}</a>
      <myropo-site-header
        .words=${w}
        .language=${this.language}
        .name=${me?.principal?.name ?? ''}
        .demo=${me?.demo ?? false}
        @site-language=${(event: CustomEvent<Language>) => this.choose(event.detail)}
        @site-sign-out=${this.leave}
      ></myropo-site-header>
      <main id="main" tabindex="-1" @invoice-ask=${this.ask} @signed-out=${toSignIn}>
        ${me ? this.renderNotices() : nothing}
        <h1>${w.portal.title}</h1>
        ${this.failed ? this.renderFailed() : nothing} ${me ? this.renderList(me) : nothing}
      </main>
      ${me ? this.renderChat() : nothing}
    `;
  }

  private get words(): Words {
    return words(this.language);
  }

  private renderList(me: Me): TemplateResult {
    return html`<myropo-invoices .words=${this.words} .language=${this.language} .today=${me.today}></myropo-invoices>`;
  }

  private renderNotices(): TemplateResult {
    const { words: w, language } = this;
    return html`<myropo-notices channel="portal" .words=${w} .language=${language}></myropo-notices>`;
  }

  // Only once the language is known: a conversation must not begin in the browser's language by accident.
  private renderChat(): TemplateResult {
    return html`<myropo-chat
      .language=${this.language}
      @myropo:changed=${() => this.list?.refresh()}
    ></myropo-chat>`;
  }

  private renderFailed(): TemplateResult {
    const { portal, tryAgain } = this.words;
    return html`<section class="state" role="alert">
      <h2>${portal.errorTitle}</h2>
      <p>${portal.errorText}</p>
      <button class="button" @click=${() => this.load()}>${tryAgain}</button>
    </section>`;
  }

  private async load(): Promise<void> {
    this.failed = false;
    try {
      const me = await getMe();
      if (!me.principal) return toSignIn();
      if (!storedLanguage() && isLanguage(me.principal.language)) this.language = me.principal.language;
      this.me = me;
    } catch {
      this.failed = true;
    }
  }

  private choose(language: Language): void {
    storeLanguage(language);
    this.language = language;
  }

  private ask(event: CustomEvent<string>): void {
    void this.chat?.openWith(event.detail);
  }

  private skip(event: Event): void {
    event.preventDefault();
    this.renderRoot.querySelector<HTMLElement>('#main')?.focus();
  }

  private async leave(): Promise<void> {
    forgetChat();
    forgetDismissed();
    try {
      await signOut('customer');
    } finally {
      toSignIn();
    }
  }
}

function toSignIn(): void {
  location.assign('/sign-in');
}

declare global {
  interface HTMLElementTagNameMap {
    'myropo-portal': MyropoPortal;
  }
}
