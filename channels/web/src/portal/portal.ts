import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import type { Me } from '../http';
import { words, type Words } from '../i18n';
import { Threads } from '../messages/threads';
import '../notices/notices';
import type { Language } from '../protocol';
import { page } from '../styles/page';
import { base, controls } from '../styles/shared';
import '../site-header';
import { Visitor, toSignIn } from '../visitor';
import '../widget/chat';
import type { MyropoChat } from '../widget/chat';
import './list';
import type { MyropoInvoices } from './list';

/** The customer's page: the invoices, and the chat that can change them. */
@customElement('myropo-portal')
export class MyropoPortal extends LitElement {
  static override styles = [base, controls, page];

  @query('myropo-invoices') private list!: MyropoInvoices | null;
  @query('myropo-chat') private chat!: MyropoChat | null;

  private readonly visitor = new Visitor(this);
  private readonly threads = new Threads(this, 60_000);
  private asked = false;

  override render(): TemplateResult {
    const { words: w, visitor } = this;
    const { me, language } = visitor;
    return html`
      <a class="skip" href="#main" @click=${this.skip}>${w.portal.skip}</a>
      <myropo-site-header
        .words=${w}
        .language=${language}
        .name=${me?.principal?.name ?? ''}
        .demo=${me?.demo ?? false}
        .unread=${this.threads.unread}
        @site-language=${(event: CustomEvent<Language>) => visitor.choose(event.detail)}
        @site-sign-out=${() => visitor.leave()}
      ></myropo-site-header>
      <main id="main" tabindex="-1" @invoice-ask=${this.ask} @signed-out=${toSignIn}>
        ${me ? this.renderNotices() : nothing}
        <h1>${w.portal.title}</h1>
        ${visitor.failed ? this.renderFailed() : nothing} ${me ? this.renderList(me) : nothing}
      </main>
      ${me ? this.renderChat() : nothing}
    `;
  }

  override updated(): void {
    // What waits to be read is asked for only once somebody is known to be there.
    if (this.visitor.me && !this.asked) void this.threads.refresh();
    this.asked ||= this.visitor.me !== null;
  }

  private get words(): Words {
    return words(this.visitor.language);
  }

  private renderList(me: Me): TemplateResult {
    const { words: w, visitor } = this;
    return html`<myropo-invoices .words=${w} .language=${visitor.language} .today=${me.today}></myropo-invoices>`;
  }

  private renderNotices(): TemplateResult {
    const { words: w, visitor } = this;
    return html`<myropo-notices channel="portal" .words=${w} .language=${visitor.language}></myropo-notices>`;
  }

  // Only once the language is known: a conversation must not begin in the browser's language by accident.
  private renderChat(): TemplateResult {
    return html`<myropo-chat
      .language=${this.visitor.language}
      @myropo:changed=${() => this.list?.refresh()}
      @myropo:read=${() => this.threads.refreshSoon()}
    ></myropo-chat>`;
  }

  private renderFailed(): TemplateResult {
    const { portal, tryAgain } = this.words;
    return html`<section class="state" role="alert">
      <h2>${portal.errorTitle}</h2>
      <p>${portal.errorText}</p>
      <button class="button" @click=${() => this.visitor.load()}>${tryAgain}</button>
    </section>`;
  }

  private ask(event: CustomEvent<string>): void {
    void this.chat?.openWith(event.detail);
  }

  private skip(event: Event): void {
    event.preventDefault();
    this.renderRoot.querySelector<HTMLElement>('#main')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'myropo-portal': MyropoPortal;
  }
}
