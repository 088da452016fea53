import { LitElement, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ApiError, startPayment } from '../api';
import { emit } from '../emit';
import { formatMoney } from '../format';
import type { Invoice } from '../http';
import type { Words } from '../i18n';
import { isSafe } from '../links';
import { newClientId } from '../outbox';
import type { Language, Money } from '../protocol';
import { base, controls } from '../styles/shared';

/** Why a payment could not be started, in words. */
export interface PayProblem {
  title: string;
  detail: string;
}

/**
 * Begins a payment and goes to the provider's page: of the next instalment under a plan, else of all that is owed.
 * Fires `pay-problem` with a {@link PayProblem}, or with null when it tries again.
 */
@customElement('myropo-pay')
export class MyropoPay extends LitElement {
  static override styles = [base, controls];

  @property({ attribute: false }) words!: Words;
  @property() language: Language = 'en';
  @property({ attribute: false }) invoice!: Invoice;
  @state() private busy = false;
  /** Kept while it is unknown whether the server got the request: asking again then begins no second payment. */
  private key = '';

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('pageshow', this.shownAgain);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('pageshow', this.shownAgain);
  }

  override render(): TemplateResult {
    const { invoice, words } = this;
    // Nobody is urged to pay what they dispute.
    const kind = invoice.stage === 'disputed' ? '' : 'filled';
    return html`<button
      class="button small ${kind}"
      data-testid="invoice-pay"
      aria-busy=${this.busy ? 'true' : 'false'}
      ?disabled=${this.busy}
      @click=${this.pay}
    >
      <span class="num"
        >${words.portal.pay(formatMoney(this.amount, this.language))}<span class="sr"> (${invoice.number})</span></span
      >
    </button>`;
  }

  private get amount(): Money {
    return this.invoice.plan[0]?.amount ?? this.invoice.outstanding;
  }

  private async pay(): Promise<void> {
    const { invoice } = this;
    this.busy = true;
    this.tell(null);
    this.key ||= newClientId();
    try {
      const part = invoice.plan[0]?.amount.amount_minor ?? null;
      const { url } = await startPayment(invoice.myropo_id, part, this.key);
      this.key = '';
      if (isSafe(url)) return location.assign(url);
      this.tell({ title: this.words.portal.payFailed, detail: '' });
    } catch (error) {
      this.failed(error instanceof ApiError ? error : null);
    }
    this.busy = false;
  }

  private failed(answer: ApiError | null): void {
    const { portal, failedNetwork } = this.words;
    if (answer) this.key = '';
    if (answer?.status === 401) emit(this, 'signed-out');
    this.tell({ title: answer?.title ?? portal.payFailed, detail: answer ? (answer.detail ?? '') : failedNetwork });
  }

  private tell(problem: PayProblem | null): void {
    emit(this, 'pay-problem', problem);
  }

  /** Back from the provider's page by the browser's own button: the page is as it was left. */
  private readonly shownAgain = (event: PageTransitionEvent): void => {
    if (event.persisted) this.busy = false;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'myropo-pay': MyropoPay;
  }
}
