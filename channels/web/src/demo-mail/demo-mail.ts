import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { ApiError, getDemoMails } from '../api';
import { formatTime } from '../format';
import type { DemoMail } from '../http';
import { browserLanguage, storedLanguage, words } from '../i18n';
import { messageWords } from '../i18n/messages';
import { base, controls } from '../styles/shared';
import { demoMailStyles } from './demo-mail-styles';

const EVERY_MS = 5_000;

/** The demo's mailbox: what would have been sent by e-mail, to whom, and when. */
@customElement('demo-mail')
export class DemoMailbox extends LitElement {
  static override styles = [base, controls, demoMailStyles];

  @state() private mails: readonly DemoMail[] | null = null;
  @state() private problem: string | null = null;
  private readonly language = storedLanguage() ?? browserLanguage();
  private readonly words = words(this.language);
  private readonly here = messageWords(this.language).mail;
  private timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    document.documentElement.lang = this.language;
    document.title = this.here.title;
    void this.load();
    this.timer = window.setInterval(() => {
      if (document.visibilityState === 'visible') void this.load();
    }, EVERY_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearInterval(this.timer);
  }

  override render(): TemplateResult {
    const { here } = this;
    return html`
      <header>
        <div class="inner">
          <h1>${here.title}</h1>
          <p class="about">${here.about}</p>
        </div>
      </header>
      <main>
        <p class="lead">${here.lead} <a href="/messages">${here.back}</a></p>
        ${this.renderMails()}
      </main>
    `;
  }

  private renderMails(): TemplateResult | typeof nothing {
    const { mails, problem, here, words: w } = this;
    // What is already there is worth more than the news that a later reading failed.
    if (!mails && problem !== null) {
      return html`<section class="card" role="alert">
        <h2>${here.errorTitle}</h2>
        <p>${problem}</p>
        <button class="button" @click=${() => this.load()}>${w.tryAgain}</button>
      </section>`;
    }
    if (!mails) return nothing;
    if (mails.length === 0) {
      return html`<section class="card" data-testid="no-mail">
        <h2>${here.emptyTitle}</h2>
        <p>${here.emptyText}</p>
      </section>`;
    }
    return html`<ul>
      ${repeat(
        mails,
        ({ id }) => id,
        (mail) => html`<li>${this.renderMail(mail)}</li>`,
      )}
    </ul>`;
  }

  private renderMail(mail: DemoMail): TemplateResult {
    const { here } = this;
    return html`<article class="card" data-testid="mail">
      <h2>${mail.subject}</h2>
      <p class="meta">
        <span>${here.to}: ${mail.recipient}</span>
        <time class="num" datetime=${mail.sent_at}>${formatTime(mail.sent_at, this.language)}</time>
      </p>
      <p class="body">${mail.body}</p>
      <a class="button small" data-testid="mail-open" href=${`/messages/${encodeURIComponent(mail.thread_id)}`}>${here.open}</a>
    </article>`;
  }

  private async load(): Promise<void> {
    try {
      this.mails = await getDemoMails();
      this.problem = null;
    } catch (error) {
      this.problem = (error instanceof ApiError && error.detail) || this.words.failedNetwork;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'demo-mail': DemoMailbox;
  }
}
