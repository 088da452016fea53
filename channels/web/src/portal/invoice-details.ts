import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ApiError, getInvoice } from '../api';
import { emit } from '../emit';
import { formatDate, formatMoney } from '../format';
import type { Invoice, InvoiceAuthorization, InvoiceDetails, InvoiceLetter, InvoiceLine } from '../http';
import type { Words } from '../i18n';
import { isSafe } from '../links';
import type { Language, Money } from '../protocol';
import { base, controls } from '../styles/shared';
import { invoiceDetailsStyles } from './invoice-details-styles';

/** What is behind an invoice: its amounts, the plan, the letters and who else has access. Read when it is opened. */
@customElement('myropo-invoice-details')
export class MyropoInvoiceDetails extends LitElement {
  static override styles = [base, controls, invoiceDetailsStyles];

  @property({ attribute: false }) words!: Words;
  @property() language: Language = 'en';
  @property({ attribute: false }) invoice!: Invoice;
  @state() private details: InvoiceDetails | null = null;
  @state() private failed = false;

  override willUpdate(changed: PropertyValues<this>): void {
    // The list is read again after every change, and then this is too; what is shown stays until the answer.
    if (changed.has('invoice')) void this.load();
  }

  override render(): TemplateResult {
    const { details, words: w } = this;
    if (details) {
      return html`${this.renderAmounts(details)} ${this.renderPlan(details)} ${this.renderLetters(details.letters)}
      ${this.renderPeople(details.authorizations)}`;
    }
    if (this.failed) {
      return html`<div class="failed" role="alert">
        <p>${w.portal.moreFailed}</p>
        <button class="button small" @click=${() => this.load()}>${w.tryAgain}</button>
      </div>`;
    }
    return html`<div class="loading" role="status"><span class="sr">${w.loading}</span></div>`;
  }

  private async load(): Promise<void> {
    const { invoice } = this;
    this.failed = false;
    try {
      const details = await getInvoice(invoice.myropo_id);
      if (invoice === this.invoice) this.details = details;
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) emit(this, 'signed-out');
      if (invoice === this.invoice) this.failed = true;
    }
  }

  private renderAmounts(details: InvoiceDetails): TemplateResult {
    const { portal } = this.words;
    const left = details.outstanding.amount_minor;
    const rest = left < 0 ? portal.paidTooMuch : portal.leftToPay;
    return html`<section>
      <h4 id="amounts">${portal.madeOf}</h4>
      <table aria-labelledby="amounts" data-testid="invoice-breakdown">
        <tbody>
          ${collected(details.lines).map((line) => this.renderLine(line))}
          ${details.payments.length > 0 ? this.renderAmount(portal.total, details.total, 'sum') : nothing}
          ${details.payments.map(({ amount, paid_on: day }) => {
            const kind = amount.amount_minor < 0 ? 'refund' : 'payment';
            return this.renderAmount(portal.postings[kind], times(amount, -1), '', day);
          })}
          ${this.renderAmount(rest, times(details.outstanding, left < 0 ? -1 : 1), 'sum', null, 'invoice-left')}
        </tbody>
      </table>
    </section>`;
  }

  private renderLine(line: InvoiceLine): TemplateResult {
    return this.renderAmount(line.text || this.words.portal.postings[line.kind], line.amount, '', line.added_on);
  }

  private renderAmount(
    label: string,
    amount: Money,
    kind: '' | 'sum',
    day: string | null = null,
    testId = 'invoice-line',
  ): TemplateResult {
    return html`<tr class=${kind} data-testid=${testId}>
      <th scope="row">${label}${day ? html` <span class="day">${formatDate(day, this.language)}</span>` : nothing}</th>
      <td>${formatMoney(amount, this.language)}</td>
    </tr>`;
  }

  private renderPlan({ plan }: InvoiceDetails): TemplateResult | typeof nothing {
    if (plan.length === 0) return nothing;
    return html`<section>
      <h4 id="plan">${this.words.portal.plan}</h4>
      <ol class="rows" aria-labelledby="plan" data-testid="invoice-plan">
        ${plan.map(
          ({ due_date: day, amount }) => html`<li data-testid="invoice-plan-row">
            <time datetime=${day}>${formatDate(day, this.language)}</time>
            <span>${formatMoney(amount, this.language)}</span>
          </li>`,
        )}
      </ol>
    </section>`;
  }

  private renderLetters(letters: readonly InvoiceLetter[]): TemplateResult | typeof nothing {
    const { portal, chat } = this.words;
    const shown = letters.filter(({ url }) => isSafe(url));
    if (shown.length === 0) return nothing;
    return html`<section>
      <h4 id="letters">${portal.letters}</h4>
      <ul class="rows" aria-labelledby="letters">
        ${shown.map(
          ({ kind, sent_on: day, url }) => html`<li>
            <a href=${url} target="_blank" rel="noopener" data-testid="invoice-letter" data-kind=${kind}
              >${portal.letterKinds[kind]}<span class="sr"> (${chat.newTab})</span></a
            >
            <time class="day" datetime=${day}>${formatDate(day, this.language)}</time>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  private renderPeople(people: readonly InvoiceAuthorization[]): TemplateResult | typeof nothing {
    const { portal } = this.words;
    if (people.length === 0) return nothing;
    return html`<section>
      <h4 id="people">${portal.people}</h4>
      <ul class="people" aria-labelledby="people">
        ${people.map(
          ({ name, email, allows, valid_until: until }) => html`<li data-testid="invoice-authorization">
            <strong>${name}</strong> <span class="day">${email}</span>
            <p>
              ${portal.allows[allows]}${until ? html`, ${portal.until(formatDate(until, this.language))}` : nothing}
            </p>
          </li>`,
        )}
      </ul>
    </section>`;
  }
}

/** Interest is added bit by bit; the customer reads one sum of it, where it began, with the last day. */
function collected(lines: readonly InvoiceLine[]): InvoiceLine[] {
  const shown: InvoiceLine[] = [];
  for (const line of lines) {
    const place = line.kind === 'interest' && !line.text ? shown.findIndex(({ kind }) => kind === 'interest') : -1;
    const before = shown[place];
    if (before) shown[place] = { ...line, amount: plus(before.amount, line.amount) };
    else shown.push(line);
  }
  return shown;
}

function plus(one: Money, other: Money): Money {
  return { ...one, amount_minor: one.amount_minor + other.amount_minor };
}

function times(amount: Money, factor: 1 | -1): Money {
  return { ...amount, amount_minor: factor * amount.amount_minor };
}

declare global {
  interface HTMLElementTagNameMap {
    'myropo-invoice-details': MyropoInvoiceDetails;
  }
}
