import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { emit } from '../emit';
import { formatTime } from '../format';
import { base, controls } from '../styles/shared';
import { getCustomer, type CustomerDetails, type Identity, type OfferableInvoice, type OtherThread } from './api';
import type { OpenThread } from './book';
import { renderBrief } from './brief';
import { dense } from './controls';
import { customerStyles } from './customer-styles';
import './invoice';
import type { ConsoleStore } from './store';
import { consoleWords } from './words';
import { workWords as w } from './words-work';

/** The right column: the brief, who the customer is, what they owe, what can be offered, and their other threads. */
@customElement('console-customer')
export class ConsoleCustomer extends LitElement {
  static override styles = [base, controls, dense, customerStyles];

  @property({ attribute: false }) store!: ConsoleStore;
  @property({ attribute: false }) thread!: OpenThread;
  @property({ type: Number }) version = 0;
  @property() today = '';
  @state() private details: CustomerDetails | null = null;
  @state() private failed = false;
  private asked = '';

  override render(): TemplateResult {
    const { details, thread } = this;
    return html`
      <section data-testid="brief">
        <h2>${w.brief}</h2>
        ${thread.brief ? renderBrief(thread.brief) : html`<p class="muted">${w.briefMissing}</p>`}
      </section>
      ${this.failed ? this.renderFailed() : nothing}
      ${details
        ? html`${this.renderIdentity(details.identity)} ${this.renderInvoices(details.invoices)}
          ${this.renderOthers(details.threads)}`
        : nothing}
    `;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const { id } = this.thread.summary;
    if (changed.has('thread') && !this.asked.startsWith(`${id} `)) this.details = null;
    const wanted = `${id} ${this.thread.ledgerVersion}`;
    if (wanted === this.asked) return;
    this.asked = wanted;
    void this.load(id);
  }

  private async load(id: string): Promise<void> {
    this.failed = false;
    try {
      const details = await getCustomer(id);
      if (this.thread.summary.id === id) this.details = details;
    } catch {
      if (this.thread.summary.id === id) this.failed = true;
    }
  }

  private renderFailed(): TemplateResult {
    return html`<p class="problem" role="alert">
      ${w.failed}.
      <button class="button" @click=${() => this.load(this.thread.summary.id)}>${consoleWords.tryAgain}</button>
    </p>`;
  }

  private renderIdentity({ name, kind, country, email, strength, strength_at: at, blocked }: Identity): TemplateResult {
    const place = consoleWords.countries[country] ?? country;
    return html`<section data-testid="identity">
      <h2>${name}</h2>
      <p>${[w.kinds[kind] ?? kind, place, email ?? ''].filter(Boolean).join(', ')}</p>
      <p class=${strength === 'strong' ? '' : 'muted'} data-testid="strength" data-strength=${strength}>
        ${w.strength[strength] ?? strength}${at ? html`, <span class="num">${formatTime(at, 'en')}</span>` : nothing}
      </p>
      ${blocked ? html`<p class="attention">${w.blocked} <span class="plain">${blocked.reason}</span></p>` : nothing}
    </section>`;
  }

  private renderInvoices(invoices: readonly OfferableInvoice[]): TemplateResult {
    const owed = invoices.filter(({ stage }) => stage !== 'paid' && stage !== 'credited');
    const settled = invoices.filter((invoice) => !owed.includes(invoice));
    return html`<section data-testid="invoices">
      <h2>${w.invoices}</h2>
      ${invoices.length === 0 ? html`<p class="muted">${w.invoicesNone}</p>` : nothing}
      ${owed.map((invoice) => this.renderInvoice(invoice))}
      ${settled.length > 0
        ? html`<details>
            <summary class="muted">${w.invoicesPaid(settled.length)}</summary>
            ${settled.map((invoice) => this.renderInvoice(invoice))}
          </details>`
        : nothing}
    </section>`;
  }

  private renderInvoice(invoice: OfferableInvoice): TemplateResult {
    const { id, status } = this.thread.summary;
    return html`<console-invoice
      .invoice=${invoice}
      .today=${this.today}
      .threadId=${id}
      .named=${this.thread.summary.invoice === invoice.myropo_id}
      .offering=${status === 'open' && this.store.isMine(id)}
    ></console-invoice>`;
  }

  private renderOthers(threads: readonly OtherThread[]): TemplateResult | typeof nothing {
    // The chat begins a thread when it is opened; before the first word there is nothing in it.
    const begun = threads.filter(({ last_at: at }) => at);
    if (begun.length === 0) return nothing;
    return html`<section data-testid="other-threads">
      <h2>${w.otherThreads}</h2>
      <ul>
        ${begun.map(
          ({ id, title, last_text: last, last_at: at, status }) => html`<li>
            <button class="other" data-testid="other-thread" @click=${() => emit(this, 'console-select', id)}>
              <span>${title || last || w.noTitle}</span>
              <span class="muted num">${consoleWords.statusNames[status]}${at ? `, ${formatTime(at, 'en')}` : ''}</span>
            </button>
          </li>`,
        )}
      </ul>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-customer': ConsoleCustomer;
  }
}
