import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { emit } from '../emit';
import { daysBetween, formatDate, formatMoney } from '../format';
import type { Invoice } from '../http';
import type { Words } from '../i18n';
import { icons } from '../icons';
import type { Language, Money } from '../protocol';
import { base, controls } from '../styles/shared';
import './invoice-details';
import { invoiceStyles } from './invoice-styles';
import type { PayProblem } from './pay';
import './pay';
import './stage-picture';

/** Whether something is still to be paid. */
export function isUnpaid(invoice: Invoice): boolean {
  return invoice.stage !== 'paid' && invoice.outstanding.amount_minor > 0;
}

/** Whether an unpaid invoice's due date lies before today; while a claim is disputed, its date waits. */
export function isOverdue(invoice: Invoice, today: string): boolean {
  return isUnpaid(invoice) && invoice.stage !== 'disputed' && daysBetween(today, invoice.due_date) < 0;
}

/** One invoice of the list. Amount and due date lead; everything else is quieter. */
@customElement('myropo-invoice')
export class MyropoInvoice extends LitElement {
  static override styles = [base, controls, invoiceStyles];

  @property({ attribute: false }) words!: Words;
  @property() language: Language = 'en';
  @property({ attribute: false }) invoice!: Invoice;
  @property() today = '';
  /** Shortly after a change, so that the eye finds it. */
  @property({ type: Boolean, reflect: true }) changed = false;
  /** The details are read only once they are wanted, and kept from then on. */
  @state() private opened = false;
  @state() private problem: PayProblem | null = null;

  override render(): TemplateResult {
    const { invoice } = this;
    const unpaid = isUnpaid(invoice);
    const amount = unpaid ? invoice.outstanding : invoice.total;
    return html`
      <article
        class=${unpaid ? 'row' : 'row quiet'}
        data-testid="invoice-row"
        data-number=${invoice.number}
        aria-labelledby="biller"
      >
        <div class="top">
          <div class="about">
            <h3 id="biller">${invoice.biller.name}</h3>
            <p class="muted">${this.words.portal.invoice} <span class="num">${invoice.number}</span></p>
            ${this.renderAccess()}
          </div>
          <p class="amount num" data-testid="invoice-amount">${this.money(amount)}</p>
        </div>
        <div class="due">${unpaid ? this.renderDue() : this.renderPaid()}</div>
        ${unpaid ? html`<myropo-stage class="stage" .words=${this.words} .stage=${invoice.stage}></myropo-stage>` : nothing}
        <div class="foot">${this.renderDetails()} ${this.renderActions(unpaid)}</div>
        ${this.renderProblem()}
      </article>
    `;
  }

  private renderDue(): TemplateResult {
    const { invoice, today, words } = this;
    const late = isOverdue(invoice, today);
    return html`<p class="muted">${words.portal.dueDate}</p>
      <p class="date num">
        <time datetime=${invoice.due_date} data-testid="invoice-due-date"
          >${formatDate(invoice.due_date, this.language)}</time
        >
        ${invoice.stage === 'disputed'
          ? nothing
          : html`<span class=${late ? 'distance late' : 'distance'} data-testid="invoice-distance"
              >${words.distance(daysBetween(today, invoice.due_date))}</span
            >`}
      </p>
      ${this.renderNote()}`;
  }

  private renderNote(): TemplateResult | typeof nothing {
    const { portal } = this.words;
    const { stage, plan } = this.invoice;
    const [next] = plan;
    if (stage === 'disputed') return html`<p data-testid="invoice-note">${portal.disputedNote}</p>`;
    return next ? html`<p class="num" data-testid="invoice-note">${portal.planNext(this.money(next.amount))}</p>` : nothing;
  }

  private renderPaid(): TemplateResult {
    const { words, invoice, overpaid } = this;
    const { stage } = invoice;
    return html`${stage === 'credited' || stage === 'disputed'
      ? html`<myropo-stage .words=${words} .stage=${stage}></myropo-stage>`
      : html`<p class="paid">${icons.check} ${words.portal.paidInFull}</p>`}
    ${overpaid
      ? html`<p class="overpaid num" data-testid="invoice-overpaid">
          ${icons.alert}<span>${words.portal.overpaid(this.money(overpaid))}</span>
        </p>`
      : nothing}`;
  }

  private get overpaid(): Money | null {
    const { currency, amount_minor: minor } = this.invoice.outstanding;
    return minor < 0 ? { currency, amount_minor: -minor } : null;
  }

  private money(amount: Money): string {
    return formatMoney(amount, this.language);
  }

  private renderAccess(): TemplateResult | typeof nothing {
    const { access } = this.invoice;
    if (access === 'own') return nothing;
    return html`<p class="muted">${this.words.portal[access]}</p>`;
  }

  private renderDetails(): TemplateResult {
    const { invoice, words, language } = this;
    const { portal } = words;
    const { biller } = invoice;
    const moved = invoice.original_due_date && invoice.original_due_date !== invoice.due_date;
    return html`<details @toggle=${this.toggled}>
      <summary data-testid="invoice-details">${portal.details}</summary>
      <dl>
        ${invoice.description ? html`<div><dt class="sr">${portal.details}</dt><dd>${invoice.description}</dd></div>` : nothing}
        ${entry(portal.reference, invoice.reference, 'invoice-reference')}
        ${entry(portal.phone, biller.phone ? link(`tel:${biller.phone.replace(/[^+\d]/g, '')}`, biller.phone) : null)}
        ${entry(portal.email, biller.email ? link(`mailto:${biller.email}`, biller.email) : null)}
        ${entry(portal.website, biller.website ? website(biller.website) : null)}
        ${entry(portal.myropoId, invoice.myropo_id)}
        ${entry(portal.issued, formatDate(invoice.issue_date, language))}
        ${isUnpaid(invoice) ? nothing : entry(portal.dueDate, this.plainDueDate())}
        ${moved ? entry(portal.originalDueDate, formatDate(invoice.original_due_date ?? '', language)) : nothing}
      </dl>
      ${this.opened
        ? html`<myropo-invoice-details
            .words=${words}
            .language=${language}
            .invoice=${invoice}
          ></myropo-invoice-details>`
        : nothing}
    </details>`;
  }

  private toggled(event: Event): void {
    if ((event.target as HTMLDetailsElement).open) this.opened = true;
  }

  private plainDueDate(): TemplateResult {
    const { due_date: date } = this.invoice;
    return html`<time datetime=${date} data-testid="invoice-due-date">${formatDate(date, this.language)}</time>`;
  }

  private renderActions(unpaid: boolean): TemplateResult | typeof nothing {
    if (!unpaid && !this.overpaid) return nothing;
    const { words, language, invoice } = this;
    return html`<div class="actions">
      ${unpaid
        ? html`<myropo-pay
            .words=${words}
            .language=${language}
            .invoice=${invoice}
            @pay-problem=${(event: CustomEvent<PayProblem | null>) => (this.problem = event.detail)}
          ></myropo-pay>`
        : nothing}
      ${this.renderAsk()}
    </div>`;
  }

  private renderProblem(): TemplateResult | typeof nothing {
    if (!this.problem) return nothing;
    return html`<div class="problem" role="alert" data-testid="pay-problem">
      <strong>${this.problem.title}</strong>
      <p>${this.problem.detail}</p>
    </div>`;
  }

  private renderAsk(): TemplateResult {
    return html`<button class="button small ask" data-testid="invoice-ask" @click=${this.ask}>
      <span>${this.words.portal.ask}<span class="sr"> (${this.invoice.number})</span></span>
    </button>`;
  }

  private ask(): void {
    const { number, biller } = this.invoice;
    emit(this, 'invoice-ask', this.words.portal.askText(number, biller.name));
  }
}

function entry(
  label: string,
  value: TemplateResult | string | null,
  testId: string | null = null,
): TemplateResult | typeof nothing {
  if (!value) return nothing;
  return html`<div><dt>${label}</dt><dd class="num" data-testid=${testId ?? nothing}>${value}</dd></div>`;
}

function link(href: string, text: string): TemplateResult {
  return html`<a href=${href}>${text}</a>`;
}

function website(address: string): TemplateResult {
  const href = /^https?:\/\//i.test(address) ? address : `https://${address}`;
  return html`<a href=${href} target="_blank" rel="noopener">${address.replace(/^https?:\/\//i, '')}</a>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'myropo-invoice': MyropoInvoice;
  }
}
