import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { ApiError, getInvoices } from '../api';
import { emit } from '../emit';
import { formatMoney, totals } from '../format';
import type { Invoice } from '../http';
import type { Words } from '../i18n';
import type { Language } from '../protocol';
import { base, controls } from '../styles/shared';
import './invoice';
import { isOverdue, isUnpaid } from './invoice';
import { listStyles } from './list-styles';

const HIGHLIGHT_MS = 4000;

/** The invoices of the signed-in customer: what is to pay in all, then each, oldest due date first. */
@customElement('myropo-invoices')
export class MyropoInvoices extends LitElement {
  static override styles = [base, controls, listStyles];

  @property({ attribute: false }) words!: Words;
  @property() language: Language = 'en';
  @property() today = '';
  @state() private invoices: Invoice[] | null = null;
  @state() private problem: ApiError | Error | null = null;
  @state() private changed: ReadonlySet<string> = new Set();
  @state() private announcement = '';
  private highlightTimer = 0;
  /** Named by the address, until it has been shown: messages lead to the invoice that they are about. */
  private wanted = /^#invoice-(.+)$/.exec(location.hash)?.[1] ?? null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.highlightTimer);
  }

  /** Read the list again after a change; what is shown stays until the new list is there. */
  async refresh(): Promise<void> {
    const before = new Map((this.invoices ?? []).map((invoice) => [invoice.id, JSON.stringify(invoice)]));
    await this.load();
    const changed = (this.invoices ?? []).filter((invoice) => before.get(invoice.id) !== JSON.stringify(invoice));
    if (changed.length > 0) this.highlight(changed);
  }

  override updated(): void {
    const row = this.invoices?.find(({ number }) => encodeURIComponent(number) === this.wanted);
    if (!row) return;
    this.wanted = null;
    this.changed = new Set([row.id]);
    this.fade();
    this.renderRoot.querySelector(`#row-${row.id}`)?.scrollIntoView({ block: 'center' });
  }

  override render(): TemplateResult {
    return html`
      <div class="sr" role="status">${this.announcement}</div>
      ${this.renderBody()}
    `;
  }

  private renderBody(): TemplateResult {
    const { invoices } = this;
    // A list that is already there is worth more than the news that a later reading failed.
    if (!invoices) return this.problem ? this.renderProblem() : this.renderLoading();
    if (invoices.length === 0) return this.renderEmpty();
    const unpaid = invoices.filter(isUnpaid);
    const paid = invoices.filter((invoice) => !isUnpaid(invoice)).reverse();
    const { portal } = this.words;
    return html`
      ${this.renderTotal(unpaid)} ${this.renderGroup(portal.unpaid, unpaid)} ${this.renderGroup(portal.paid, paid)}
    `;
  }

  private async load(): Promise<void> {
    try {
      this.invoices = inOrder(await getInvoices(), this.invoices ?? []);
      this.problem = null;
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) emit(this, 'signed-out');
      this.problem = error instanceof Error ? error : new Error(String(error));
    }
  }

  private highlight(changed: readonly Invoice[]): void {
    this.changed = new Set(changed.map((invoice) => invoice.id));
    this.announcement = changed.map((invoice) => this.words.portal.updated(invoice.number)).join('. ');
    this.fade();
  }

  private fade(): void {
    window.clearTimeout(this.highlightTimer);
    this.highlightTimer = window.setTimeout(() => (this.changed = new Set()), HIGHLIGHT_MS);
  }

  private renderTotal(unpaid: readonly Invoice[]): TemplateResult {
    const { portal } = this.words;
    if (unpaid.length === 0) return html`<section class="total"><p class="none">${portal.nothingToPay}</p></section>`;
    const overdue = unpaid.filter((invoice) => isOverdue(invoice, this.today)).length;
    return html`<section class="total" aria-label=${portal.outstanding}>
      <p class="label">${portal.outstanding}</p>
      ${totals(unpaid.map((invoice) => invoice.outstanding)).map(
        (sum) => html`<p class="sum num" data-testid="total-outstanding">${formatMoney(sum, this.language)}</p>`,
      )}
      <p class="label">
        ${portal.openCount(unpaid.length)}${overdue > 0
          ? html`, <strong class="late">${portal.overdueCount(overdue)}</strong>`
          : nothing}
      </p>
    </section>`;
  }

  private renderGroup(title: string, invoices: readonly Invoice[]): TemplateResult | typeof nothing {
    if (invoices.length === 0) return nothing;
    return html`<section>
      <h2>${title}</h2>
      <ul class="list">
        ${repeat(
          invoices,
          (invoice) => invoice.id,
          (invoice) => html`<li id=${`row-${invoice.id}`}>
            <myropo-invoice
              .words=${this.words}
              .language=${this.language}
              .invoice=${invoice}
              .today=${this.today}
              ?changed=${this.changed.has(invoice.id)}
            ></myropo-invoice>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  private renderLoading(): TemplateResult {
    return html`<div class="skeletons" role="status">
      <span class="sr">${this.words.loading}</span>
      <i class="bone tall"></i><i class="bone"></i><i class="bone"></i>
    </div>`;
  }

  private renderEmpty(): TemplateResult {
    const { portal } = this.words;
    return html`<section class="state">
      <h2>${portal.emptyTitle}</h2>
      <p>${portal.emptyText}</p>
    </section>`;
  }

  private renderProblem(): TemplateResult {
    const { portal, tryAgain } = this.words;
    const detail = this.problem instanceof ApiError ? this.problem.detail : null;
    return html`<section class="state" role="alert">
      <h2>${portal.errorTitle}</h2>
      <p>${detail ?? portal.errorText}</p>
      <button class="button" @click=${() => this.again()}>${tryAgain}</button>
    </section>`;
  }

  private again(): void {
    this.problem = null;
    void this.load();
  }
}

/** Oldest due date first; rows that are already on the page keep their place, so that a change moves nothing. */
function inOrder(invoices: readonly Invoice[], shown: readonly Invoice[]): Invoice[] {
  const places = new Map(shown.map((invoice, place) => [invoice.id, place]));
  const place = (invoice: Invoice): number => places.get(invoice.id) ?? places.size;
  return [...invoices].sort((a, b) => place(a) - place(b) || a.due_date.localeCompare(b.due_date));
}

declare global {
  interface HTMLElementTagNameMap {
    'myropo-invoices': MyropoInvoices;
  }
}
