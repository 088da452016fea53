import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { daysBetween, formatDate, formatMoney } from '../format';
import { words } from '../i18n';
import '../portal/stage-picture';
import { base, controls } from '../styles/shared';
import type { OfferableInvoice, WishKind } from './api';
import { dense } from './controls';
import { invoiceStyles } from './invoice-styles';
import { OFFERABLE } from './offer-fields';
import './offer';
import { workWords as w } from './words-work';

const english = words('en');

/** One invoice of the customer, and what can be offered for it. */
@customElement('console-invoice')
export class ConsoleInvoice extends LitElement {
  static override styles = [base, controls, dense, invoiceStyles];

  @property({ attribute: false }) invoice!: OfferableInvoice;
  @property() today = '';
  @property() threadId = '';
  /** The thread is about this invoice. */
  @property({ type: Boolean }) named = false;
  /** Whether the agent holds the thread, and so may offer. */
  @property({ type: Boolean }) offering = false;
  @state() private wish: WishKind | null = null;
  @state() private offered = false;

  override render(): TemplateResult {
    const { invoice } = this;
    return html`<article data-testid="console-invoice" data-number=${invoice.number}>
      <div class="line">
        <span class=${this.named ? 'name named' : 'name'}>
          ${invoice.biller.name} <span class="muted num">${invoice.number}</span>
        </span>
        <strong class="num" data-testid="outstanding">${this.amount}</strong>
      </div>
      <div class="line">
        <myropo-stage .words=${english} .stage=${invoice.stage}></myropo-stage>
        ${this.renderDue()}
      </div>
      ${this.offering ? this.renderOffers() : nothing}
    </article>`;
  }

  private get amount(): string {
    const { outstanding } = this.invoice;
    if (outstanding.amount_minor >= 0) return formatMoney(outstanding, 'en');
    return w.overpaid(formatMoney({ ...outstanding, amount_minor: -outstanding.amount_minor }, 'en'));
  }

  private renderDue(): TemplateResult | typeof nothing {
    const { due_date: due, stage, days_late: late } = this.invoice;
    if (stage === 'paid' || stage === 'credited' || !this.today) return nothing;
    const days = daysBetween(this.today, due);
    return html`<span class="num">
      ${formatDate(due, 'en')}, <span class=${late > 0 ? 'attention' : 'muted'}>${english.distance(days)}</span>
    </span>`;
  }

  private renderOffers(): TemplateResult | typeof nothing {
    const possible = this.invoice.possible.filter((kind) => OFFERABLE.has(kind));
    if (possible.length === 0) return nothing;
    return html`
      <div class="offers" role="group" aria-label="${w.offerTo}: ${this.invoice.number}">
        ${possible.map(
          (kind) => html`<button
            class="offer"
            data-testid="offer-${kind}"
            aria-expanded=${this.wish === kind}
            @click=${() => this.toggle(kind)}
          >
            ${w.offers[kind]}
          </button>`,
        )}
      </div>
      ${this.wish ? this.renderForm(this.wish) : nothing}
      <p role="status" class="told">${this.offered ? w.offered : ''}</p>
    `;
  }

  private renderForm(kind: WishKind): TemplateResult {
    return html`<console-offer
      .kind=${kind}
      .invoice=${this.invoice}
      .today=${this.today}
      .threadId=${this.threadId}
      @offer-made=${() => this.closeForm(true)}
      @offer-left=${() => this.closeForm(false)}
    ></console-offer>`;
  }

  private toggle(kind: WishKind): void {
    this.offered = false;
    this.wish = this.wish === kind ? null : kind;
  }

  /** The focus goes back to the button that opened the form. */
  private closeForm(offered: boolean): void {
    const opener = this.renderRoot.querySelector<HTMLElement>('.offer[aria-expanded="true"]');
    this.wish = null;
    this.offered = offered;
    opener?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-invoice': ConsoleInvoice;
  }
}
