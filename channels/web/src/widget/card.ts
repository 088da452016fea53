import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { emit } from '../emit';
import { formatTime } from '../format';
import type { Words } from '../i18n';
import { icons } from '../icons';
import { isSafe } from '../links';
import type { Language, Proposal, Receipt, ScheduleRow } from '../protocol';
import { base, controls } from '../styles/shared';
import { cardStyles } from './card-styles';
import { rememberedIdentification } from './memory';
import type { CardItem, CardWork } from './timeline';

// After these refusals the same click can never succeed, so the button would only lie.
const FINAL_CODES = new Set(['proposal_expired', 'proposal_changed', 'proposal_closed', 'proposal_already_confirmed']);

const STEP_UP_CODE = 'step_up_needed';
const STEP_UP_URL = '/identify?next=/';

/** The action card: what changes, what it costs, one click; afterwards the receipt in the same place. */
@customElement('myropo-card')
export class MyropoCard extends LitElement {
  static override styles = [base, controls, cardStyles];

  @property({ attribute: false }) words!: Words;
  @property() language: Language = 'en';
  @property({ attribute: false }) item!: CardItem;
  @property({ type: Boolean }) online = true;

  /** The buttons lose the focus when they are disabled; after our own click it comes back into the card. */
  private acted = false;
  private readonly identified = rememberedIdentification();

  override render(): TemplateResult {
    const { proposal, receipt, status } = this.item;
    const { invoice } = receipt ?? proposal;
    return html`
      <section
        class="card ${status}"
        data-testid="proposal-card"
        data-status=${status}
        data-proposal=${proposal.id}
        aria-labelledby="title"
        aria-busy=${this.item.local.work ? 'true' : 'false'}
      >
        <h3 id="title" tabindex="-1">
          ${receipt ? html`<span class="done">${icons.check}</span>` : nothing}${receipt?.title ?? proposal.title}
        </h3>
        <p class="subject">${this.words.card.invoice(invoice.number, invoice.biller)}</p>
        ${receipt ? this.renderReceipt(receipt) : this.renderProposal(proposal)}
      </section>
    `;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('item');
    if (!before || before.status !== 'open' || this.item.status === 'open') return;
    // The buttons are about to go: keep the height until the conversation goes on, so that nothing moves.
    this.style.minHeight = `${this.offsetHeight}px`;
  }

  override updated(): void {
    if (!this.acted || this.item.local.work) return;
    this.acted = false;
    const root = this.getRootNode();
    const elsewhere = root instanceof ShadowRoot && root.activeElement !== null && root.activeElement !== this;
    if (elsewhere) return;
    const target = this.item.status === 'open' ? '.identify, button:not(:disabled)' : '#title';
    this.shadowRoot?.querySelector<HTMLElement>(target)?.focus({ preventScroll: true });
  }

  private renderReceipt(receipt: Receipt): TemplateResult {
    return html`<div class="receipt" data-testid="receipt">
      ${lines(receipt.lines)} ${schedule(receipt.schedule_label, receipt.schedule ?? [])}
      ${this.item.outcome ? html`<p class="next">${this.item.outcome}</p>` : nothing}
      <p class="small">${formatTime(receipt.committed_at, this.language)}</p>
    </div>`;
  }

  private renderProposal(proposal: Proposal): TemplateResult {
    return html`
      ${proposal.changes.length > 0
        ? html`<dl class="changes">${proposal.changes.map((change) => this.renderChange(change))}</dl>`
        : nothing}
      ${lines(proposal.lines ?? [])} ${schedule(proposal.schedule_label, proposal.schedule ?? [])}
      ${this.item.status === 'open' ? this.renderOpen(proposal) : this.renderClosed()}
    `;
  }

  private renderChange(change: Proposal['changes'][number]): TemplateResult {
    const { card } = this.words;
    if (change.old === null) {
      return html`<div><dt>${change.label}</dt><dd><strong class="new">${change.new}</strong></dd></div>`;
    }
    return html`<div>
      <dt>${change.label}</dt>
      <dd>
        <span class="old"><span class="sr">${card.from}: </span>${change.old}</span>
        <span class="to"
          ><span class="arrow">${icons.arrow}</span>
          <strong class="new"><span class="sr">${card.to}: </span>${change.new}</strong></span
        >
      </dd>
    </div>`;
  }

  private renderClosed(): TemplateResult {
    return html`<p class="closed" role="status">${this.item.outcome ?? ''}</p>`;
  }

  private renderOpen(proposal: Proposal): TemplateResult {
    const { card } = this.words;
    const { work, problem } = this.item.local;
    const blocked = work !== null || !this.online;
    const final = problem !== null && FINAL_CODES.has(problem.code);
    const stepUp = problem?.code === STEP_UP_CODE || (proposal.step_up !== null && !this.identified);
    return html`
      ${proposal.next ? html`<p class="next">${proposal.next}</p>` : nothing}
      ${proposal.step_up ? html`<p class="next" data-testid="step-up-text">${proposal.step_up.text}</p>` : nothing}
      ${problem
        ? html`<div class="problem" role="alert">
            <p><strong>${problem.title}</strong></p>
            ${problem.detail ? html`<p>${problem.detail}</p>` : nothing}
          </div>`
        : nothing}
      <div class="buttons">
        ${stepUp && !final ? this.renderStepUp(proposal) : nothing}
        <button
          class=${stepUp ? 'button' : 'button filled'}
          data-testid="confirm"
          ?disabled=${blocked || final}
          @click=${() => this.decide('confirm')}
        >
          ${work === 'confirm' ? card.confirming : card.confirm}
        </button>
        <button class="button" data-testid="cancel" ?disabled=${blocked} @click=${() => this.decide('cancel')}>
          ${work === 'cancel' ? card.cancelling : card.cancel}
        </button>
      </div>
      ${final ? nothing : html`<p class="small">${this.online ? proposal.expires_text : card.offline}</p>`}
    `;
  }

  private renderStepUp({ step_up: stepUp }: Proposal): TemplateResult {
    const url = stepUp && isSafe(stepUp.url) ? stepUp.url : STEP_UP_URL;
    return html`<a class="button filled identify" data-testid="identify" href=${url}
      >${stepUp?.label ?? this.words.card.identify}</a
    >`;
  }

  private decide(work: CardWork): void {
    this.acted = true;
    emit(this, 'chat-decide', { proposal: this.item.proposal, work });
  }
}

function lines(rows: readonly { label: string; value: string; total?: boolean }[]): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  return html`<dl class="lines">
    ${rows.map(
      ({ label, value, total }) => html`<div class=${total ? 'total' : ''}><dt>${label}</dt><dd>${value}</dd></div>`,
    )}
  </dl>`;
}

function schedule(label: string | null, rows: readonly ScheduleRow[]): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  return html`<div class="schedule" data-testid="schedule">
    ${label ? html`<p class="small" id="schedule">${label}</p>` : nothing}
    <ol class="lines" aria-labelledby=${label ? 'schedule' : nothing}>
      ${rows.map(
        ({ date, amount }) => html`<li data-testid="schedule-row"><span>${date}</span><span>${amount}</span></li>`,
      )}
    </ol>
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'myropo-card': MyropoCard;
  }
}
