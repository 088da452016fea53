import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ApiError } from '../api';
import { emit } from '../emit';
import { newClientId, type Problem } from '../outbox';
import { base, controls } from '../styles/shared';
import { offer, type OfferableInvoice, type WishKind } from './api';
import { dense } from './controls';
import { OFFER_FIELDS, wishOf, type OfferField } from './offer-fields';
import { workWords as w } from './words-work';

const MOST_INSTALMENTS = 36;

/** The form of one offer. Fires `offer-made` when the card is in the thread, `offer-left` when it is not wanted. */
@customElement('console-offer')
export class ConsoleOffer extends LitElement {
  static override styles = [
    base,
    controls,
    dense,
    css`
      form {
        display: grid;
        gap: var(--space-2);
        margin-block: var(--space-1) var(--space-2);
        padding-left: var(--space-3);
        border-left: 3px solid var(--action);
      }
      label {
        display: grid;
        gap: 2px;
      }
      .field {
        width: 100%;
        padding-inline: var(--space-2);
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
      }
    `,
  ];

  @property() kind: WishKind = 'postpone_due_date';
  @property({ attribute: false }) invoice!: OfferableInvoice;
  @property() today = '';
  @property() threadId = '';
  @state() private working = false;
  @state() private problem: Problem | null = null;
  /** Kept while it is not known whether the offer arrived: the same key offers once. */
  private key = newClientId();

  override render(): TemplateResult {
    return html`<form data-testid="offer-form" @submit=${this.submit} @input=${this.changed} @keydown=${this.pressed}>
      ${(OFFER_FIELDS[this.kind] ?? []).map((field) => this.renderField(field))}
      ${this.problem
        ? html`<p class="problem" role="alert" data-testid="offer-problem">
            <strong>${this.problem.title}</strong> ${this.problem.detail ?? ''}
          </p>`
        : nothing}
      <p class="muted">${w.offerHint}</p>
      <div class="buttons">
        <button class="button filled" data-testid="offer-send" ?disabled=${this.working}>${w.offerSend}</button>
        <button type="button" class="button quiet" @click=${() => emit(this, 'offer-left')}>${w.cancel}</button>
      </div>
    </form>`;
  }

  override updated(changed: PropertyValues<this>): void {
    if (!changed.has('kind')) return;
    this.problem = null;
    this.renderRoot.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
  }

  private renderField(field: OfferField): TemplateResult {
    const { name, optional } = field;
    return html`<label>
      <span>${w.fields[name]} ${optional ? html`<span class="muted">(${w.optional})</span>` : nothing}</span>
      ${this.renderInput(field)}
    </label>`;
  }

  private renderInput({ name, type, optional }: OfferField): TemplateResult {
    const testId = `offer-field-${name}`;
    if (type === 'allows') {
      return html`<select class="field" name=${name} data-testid=${testId}>
        ${Object.entries(w.allows).map(([value, label]) => html`<option value=${value}>${label}</option>`)}
      </select>`;
    }
    if (type === 'words') {
      return html`<textarea class="field" name=${name} rows="2" required data-testid=${testId}></textarea>`;
    }
    return html`<input
      class="field"
      name=${name}
      type=${type}
      data-testid=${testId}
      min=${type === 'date' ? this.today : type === 'number' ? 2 : nothing}
      max=${type === 'number' ? MOST_INSTALMENTS : nothing}
      autocomplete="off"
      ?required=${!optional}
    />`;
  }

  private changed(): void {
    // Other words are another offer.
    this.key = newClientId();
    this.problem = null;
  }

  private pressed(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    emit(this, 'offer-left');
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.working) return;
    this.working = true;
    this.problem = null;
    try {
      const wish = wishOf(this.kind, new FormData(event.target as HTMLFormElement));
      await offer(this.threadId, this.invoice.myropo_id, wish, this.key);
      emit(this, 'offer-made');
    } catch (error) {
      const known = error instanceof ApiError;
      if (known) this.key = newClientId();
      this.problem = { code: '', title: (known && error.title) || w.failed, detail: known ? error.detail : w.failedHint };
    }
    this.working = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-offer': ConsoleOffer;
  }
}
