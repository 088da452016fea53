import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { words, type Words } from '../i18n';
import { messageWords, type MessageWords } from '../i18n/messages';
import '../notices/notices';
import type { Language } from '../protocol';
import '../site-header';
import { page } from '../styles/page';
import { base, controls } from '../styles/shared';
import { Visitor, toSignIn } from '../visitor';
import { InvoiceNames } from './invoice-names';
import { messagesStyles } from './messages-styles';
import './new-message';
import type { Sent } from './new-message';
import { innerPath, routeOf, threadPath, type Route } from './route';
import './thread-list';
import './thread-page';
import { Threads } from './threads';

/** The Message Center: the list, a new message, and single threads, each under an address of its own. */
@customElement('myropo-messages')
export class MyropoMessages extends LitElement {
  static override styles = [base, controls, page, messagesStyles];

  @state() private route: Route = routeOf(location.pathname);
  /** The thread that was just begun, and when somebody answers there. */
  @state() private sent: Sent | null = null;
  private readonly visitor = new Visitor(this);
  private readonly threads = new Threads(this, 20_000);
  private readonly invoices = new InvoiceNames(this);
  private begun = false;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('popstate', this.travelled);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('popstate', this.travelled);
  }

  override willUpdate(): void {
    this.toggleAttribute('framed', this.route.page === 'thread');
    document.title = `${this.here.title} - MyRopo`;
  }

  override updated(changed: PropertyValues): void {
    if (this.visitor.me && !this.begun) {
      this.begun = true;
      void this.threads.refresh();
      void this.invoices.load();
    }
    // Whoever came by a link inside the page reads on from its heading, like on a new page.
    if (changed.get('route')) this.renderRoot.querySelector<HTMLElement>('#main')?.focus();
  }

  override render(): TemplateResult {
    const { words: w, visitor, here } = this;
    return html`
      <a class="skip" href="#main" @click=${this.skip}>${here.skip}</a>
      <myropo-site-header
        .words=${w}
        .language=${visitor.language}
        .name=${visitor.me?.principal?.name ?? ''}
        .demo=${visitor.me?.demo ?? false}
        .unread=${this.threads.unread}
        @site-language=${(event: CustomEvent<Language>) => visitor.choose(event.detail)}
        @site-sign-out=${() => visitor.leave()}
        @click=${this.clicked}
      ></myropo-site-header>
      <main id="main" tabindex="-1" @click=${this.clicked} @signed-out=${toSignIn}>
        ${visitor.failed ? this.renderFailed() : nothing} ${visitor.me ? this.renderRoute() : nothing}
      </main>
    `;
  }

  private get words(): Words {
    return words(this.visitor.language);
  }

  private get here(): MessageWords {
    return messageWords(this.visitor.language);
  }

  private renderRoute(): TemplateResult {
    const { route, words: w, here, visitor, threads, invoices } = this;
    if (route.page === 'new') {
      return html`<myropo-new-message
        .words=${w}
        .here=${here}
        .language=${visitor.language}
        .invoices=${invoices.all}
        @message-sent=${({ detail }: CustomEvent<Sent>) => this.arrive(detail)}
      ></myropo-new-message>`;
    }
    if (route.page === 'thread') return this.renderThread(route.id);
    return html`<myropo-notices channel="portal" .words=${w} .language=${visitor.language}></myropo-notices>
      <myropo-thread-list
        .words=${w}
        .here=${here}
        .language=${visitor.language}
        .entries=${threads.entries}
        .problem=${threads.problem}
        .invoices=${invoices}
        .more=${threads.next !== null}
        @threads-wanted=${() => threads.refresh()}
        @threads-more=${() => threads.more()}
      ></myropo-thread-list>`;
  }

  private renderThread(id: string): TemplateResult {
    const entry = this.threads.entries?.find((one) => one.id === id) ?? null;
    return html`${keyed(
      id,
      html`<myropo-thread-page
        .threadId=${id}
        .entry=${entry}
        .sent=${this.sent?.id === id ? this.sent : null}
        .words=${this.words}
        .here=${this.here}
        .language=${this.visitor.language}
        .invoices=${this.invoices}
        @myropo:read=${() => this.threads.refreshSoon()}
      ></myropo-thread-page>`,
    )}`;
  }

  private renderFailed(): TemplateResult {
    const { here } = this;
    return html`<section class="state" role="alert">
      <h2>${here.errorTitle}</h2>
      <p>${here.errorText}</p>
      <button class="button" @click=${() => this.visitor.load()}>${this.words.tryAgain}</button>
    </section>`;
  }

  private arrive(sent: Sent): void {
    this.sent = sent;
    // Back leads to the list, not to an empty form.
    history.replaceState(null, '', threadPath(sent.id));
    this.travelled();
    void this.threads.refresh();
  }

  private clicked(event: MouseEvent): void {
    const path = innerPath(event);
    if (path === null) return;
    event.preventDefault();
    history.pushState(null, '', path);
    window.scrollTo(0, 0);
    this.travelled();
    if (this.route.page === 'list') void this.threads.refresh();
  }

  private readonly travelled = (): void => {
    this.route = routeOf(location.pathname);
  };

  private skip(event: Event): void {
    event.preventDefault();
    this.renderRoot.querySelector<HTMLElement>('#main')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'myropo-messages': MyropoMessages;
  }
}
