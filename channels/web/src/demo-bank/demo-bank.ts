import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ApiError, getBankPayment, settleBankPayment } from '../api';
import type { BankPayment } from '../http';
import { browserLanguage, storedLanguage, words } from '../i18n';
import { icons } from '../icons';
import { base, controls } from '../styles/shared';
import { demoBankStyles } from './demo-bank-styles';

type Deed = 'pay' | 'decline';

/** The demo payment provider's own page: what is to be paid, pay or decline, the outcome, and the way back. */
@customElement('demo-bank')
export class DemoBank extends LitElement {
  static override styles = [base, controls, demoBankStyles];

  @state() private payment: BankPayment | null = null;
  @state() private missing: string | null = null;
  @state() private busy: Deed | null = null;
  @state() private problem: { title: string; detail: string } | null = null;
  private readonly language = storedLanguage() ?? browserLanguage();
  private readonly words = words(this.language);
  private readonly paymentId = location.pathname.split('/').at(-1) ?? '';

  override connectedCallback(): void {
    super.connectedCallback();
    document.documentElement.lang = this.language;
    void this.load();
  }

  override render(): TemplateResult {
    return html`
      <header>
        <div class="inner">
          <p class="mark">Demo Bank</p>
          <p class="about">${this.words.bankPage.about}</p>
        </div>
      </header>
      <main>${this.renderMain()}</main>
    `;
  }

  private renderMain(): TemplateResult {
    const { payment, words: w } = this;
    if (payment) return this.renderPayment(payment);
    if (this.missing === null) {
      return html`<div class="loading" role="status"><span class="sr">${w.loading}</span></div>`;
    }
    return html`<div class="card" role="alert" data-testid="bank-missing">
      <h1>${w.bankPage.missingTitle}</h1>
      <p>${this.missing || w.bankPage.missingText}</p>
      <div class="actions">
        <button class="button" @click=${() => this.load()}>${w.tryAgain}</button>
        ${this.renderBack()}
      </div>
    </div>`;
  }

  private renderPayment(payment: BankPayment): TemplateResult {
    const { bankPage: w } = this.words;
    const open = payment.status === 'started';
    const paid = payment.status === 'succeeded';
    const title = open ? w.title : paid ? w.paidTitle : w.declinedTitle;
    return html`<div class="card ${payment.status}" data-testid="bank-payment" data-status=${payment.status}>
      <h1 tabindex="-1">${open ? nothing : paid ? icons.check : icons.alert}<span>${title}</span></h1>
      ${open ? nothing : html`<p role="status">${paid ? w.paidText : w.declinedText}</p>`}
      <dl>
        <div class="amount">
          <dt>${w.amount}</dt>
          <dd data-testid="bank-amount">${payment.amount_text}</dd>
        </div>
        ${row(w.payee, payment.payee)} ${row(w.account, grouped(payment.account))} ${row(w.reference, payment.reference)}
        ${row(w.invoice, payment.invoice)}
      </dl>
      ${this.problem
        ? html`<div class="problem" role="alert">
            <strong>${this.problem.title}</strong>
            <p>${this.problem.detail}</p>
          </div>`
        : nothing}
      <div class="actions">${open ? this.renderButtons() : this.renderBack(true)}</div>
    </div>`;
  }

  private renderButtons(): TemplateResult {
    const { bankPage: w } = this.words;
    return html`<button
        class="button filled"
        data-testid="bank-pay"
        ?disabled=${this.busy !== null}
        @click=${() => this.settle('pay')}
      >
        ${this.busy === 'pay' ? w.paying : w.pay}
      </button>
      <button
        class="button"
        data-testid="bank-decline"
        ?disabled=${this.busy !== null}
        @click=${() => this.settle('decline')}
      >
        ${this.busy === 'decline' ? w.declining : w.decline}
      </button>`;
  }

  private renderBack(filled = false): TemplateResult {
    const kind = filled ? 'button filled' : 'button';
    return html`<a class=${kind} data-testid="bank-back" href="/">${this.words.bankPage.back}</a>`;
  }

  private async load(): Promise<void> {
    this.missing = null;
    try {
      this.payment = await getBankPayment(this.paymentId);
    } catch (error) {
      if (error instanceof ApiError) this.missing = error.status === 404 ? '' : (error.detail ?? '');
      else this.missing = this.words.failedNetwork;
    }
  }

  private async settle(deed: Deed): Promise<void> {
    this.busy = deed;
    this.problem = null;
    try {
      await settleBankPayment(this.paymentId, deed);
      if (this.payment) this.payment = { ...this.payment, status: deed === 'pay' ? 'succeeded' : 'failed' };
    } catch (error) {
      const { bankPage, failedNetwork } = this.words;
      const answered = error instanceof ApiError ? error : null;
      const detail = answered ? (answered.detail ?? '') : failedNetwork;
      this.problem = { title: answered?.title ?? bankPage.failed, detail };
      // Somebody may have settled it in another window.
      if (answered) await this.load();
    }
    this.busy = null;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  }
}

/** An IBAN in groups of four; account numbers of another kind as they are. */
function grouped(account: string): string {
  return /^[A-Z]{2}\d{2}\w+$/.test(account) ? account.replace(/(.{4})(?=.)/g, '$1 ') : account;
}

function row(label: string, value: string): TemplateResult | typeof nothing {
  return value ? html`<div><dt>${label}</dt><dd>${value}</dd></div>` : nothing;
}

declare global {
  interface HTMLElementTagNameMap {
    'demo-bank': DemoBank;
  }
}
