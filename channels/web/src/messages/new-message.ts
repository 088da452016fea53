import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { ApiError, getHours, startThread } from '../api';
import { emit } from '../emit';
import { formatMoney } from '../format';
import type { Invoice, LineHours, ThreadWish } from '../http';
import type { Words } from '../i18n';
import type { MessageWords } from '../i18n/messages';
import { icons } from '../icons';
import { newClientId } from '../outbox';
import type { Language } from '../protocol';
import { base, controls } from '../styles/shared';
import { UPLOAD_TYPES, Uploads } from '../uploads';
import { signInAddress } from '../visitor';
import { FileDrop } from '../widget/file-drop';
import '../widget/upload-tray';
import { recallDraft, rememberDraft, type Draft } from './draft';
import { formStyles } from './new-message-styles';

const LONGEST_SUBJECT = 120;
const LONGEST_TEXT = 4000;

/** A thread that was begun, and when somebody answers there, in words. */
export interface Sent {
  id: string;
  expected: string;
}

/** The form for a new conversation. Whatever goes wrong, what was written stays. Fires `message-sent`. */
@customElement('myropo-new-message')
export class MyropoNewMessage extends LitElement {
  static override styles = [base, controls, formStyles];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) here!: MessageWords;
  @property() language: Language = 'en';
  @property({ attribute: false }) invoices: readonly Invoice[] = [];
  @state() private draft: Draft = recallDraft();
  @state() private hours: LineHours | null = null;
  @state() private busy = false;
  @state() private missing = false;
  @state() private faulty = false;
  @state() private problem: { title: string; detail: string; signedOut: boolean } | null = null;
  @query('input[type=file]') private picker!: HTMLInputElement | null;
  private readonly uploads = new Uploads(this);
  private readonly drop = new FileDrop(this, (files) => this.uploads.add(files));
  /** The same wish keeps its key: whether an attempt without an answer has arrived is not known. */
  private last: { wish: string; key: string } | null = null;
  private readonly clientId = newClientId();

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('language')) void this.loadHours();
  }

  override render(): TemplateResult {
    const { form } = this.here;
    return html`<a class="button plain small back" href="/messages">${icons.back} ${this.here.back}</a>
      <h1>${form.title}</h1>
      <form class=${this.drop.over ? 'over' : ''} novalidate @submit=${this.submit} @paste=${this.pasted}>
        ${this.renderSubject()} ${this.renderInvoice()} ${this.renderText()} ${this.renderFiles()} ${this.renderWho()}
        ${this.renderProblem()}
        <button class="button filled" data-testid="send-message" ?disabled=${this.busy || this.uploads.busy}>
          ${this.busy ? form.sending : form.send}
        </button>
      </form>`;
  }

  private renderSubject(): TemplateResult {
    return html`<div>
      <label for="subject">${this.here.form.subject}</label>
      <input
        id="subject"
        class="field"
        data-testid="subject"
        autocomplete="off"
        maxlength=${LONGEST_SUBJECT}
        .value=${this.draft.subject}
        @input=${(event: Event) => this.write({ subject: (event.target as HTMLInputElement).value })}
      />
    </div>`;
  }

  private renderInvoice(): TemplateResult | typeof nothing {
    if (this.invoices.length === 0) return nothing;
    const { form } = this.here;
    const { invoice: chosen } = this.draft;
    return html`<div>
      <label for="invoice">${form.invoice}</label>
      <select
        id="invoice"
        class="field"
        data-testid="message-invoice"
        @change=${(event: Event) => this.write({ invoice: (event.target as HTMLSelectElement).value })}
      >
        <option value="" ?selected=${chosen === ''}>${form.noInvoice}</option>
        ${this.invoices.map(
          ({ number, myropo_id: id, biller, total }) =>
            html`<option value=${id} ?selected=${chosen === id}>
              ${number} · ${biller.name} · ${formatMoney(total, this.language)}
            </option>`,
        )}
      </select>
    </div>`;
  }

  private renderText(): TemplateResult {
    const { form } = this.here;
    return html`<div>
      <label for="text">${form.text}</label>
      <textarea
        id="text"
        class="field"
        rows="6"
        data-testid="message-body"
        maxlength=${LONGEST_TEXT}
        aria-invalid=${this.missing ? 'true' : 'false'}
        aria-describedby=${this.missing ? 'missing' : nothing}
        .value=${this.draft.text}
        @input=${(event: Event) => this.write({ text: (event.target as HTMLTextAreaElement).value })}
      ></textarea>
      ${this.missing ? html`<p id="missing" class="missing">${form.missing}</p>` : nothing}
    </div>`;
  }

  private renderFiles(): TemplateResult {
    const { files } = this.words;
    return html`<div class="files">
      ${this.uploads.all.length > 0
        ? html`<myropo-upload-tray .words=${files} .language=${this.language} .uploads=${this.uploads}></myropo-upload-tray>`
        : nothing}
      ${this.faulty && this.uploads.faulty
        ? html`<p class="missing" role="alert">${this.here.form.faulty}</p>`
        : nothing}
      <button type="button" class="button small" data-testid="attach" @click=${() => this.picker?.click()}>
        ${icons.clip} ${files.attach}
      </button>
      <span class="hint">${files.allowed}</span>
      <input type="file" hidden multiple accept=${UPLOAD_TYPES.join(',')} tabindex="-1" @change=${this.picked} />
    </div>`;
  }

  private renderWho(): TemplateResult {
    const { form } = this.here;
    const { hours } = this;
    const expected = hours?.expected_answer_text ? form.expected(hours.expected_answer_text) : '';
    const known = hours ? `${form.hours(hours.weekly_text)} ${expected}` : '';
    return html`<fieldset>
      <legend>${form.who}</legend>
      ${this.renderChoice(false, 'assistant', form.assistant, form.assistantHint)}
      ${this.renderChoice(true, 'person', form.person, known)}
    </fieldset>`;
  }

  private renderChoice(person: boolean, id: string, label: string, hint: string): TemplateResult {
    return html`<label class="choice">
      <input
        type="radio"
        name="who"
        data-testid=${`who-${id}`}
        .checked=${this.draft.person === person}
        @change=${() => this.write({ person })}
      />
      <span>${label}<span class="hint">${hint}</span></span>
    </label>`;
  }

  private renderProblem(): TemplateResult | typeof nothing {
    const { problem, here } = this;
    if (!problem) return nothing;
    return html`<div class="problem" role="alert" data-testid="message-problem">
      <strong>${problem.title}</strong>
      <p>${problem.detail} ${here.form.kept}</p>
      ${problem.signedOut
        ? html`<a href=${signInAddress()} target="_blank" rel="noopener">${here.form.signIn}</a>`
        : nothing}
    </div>`;
  }

  private async loadHours(): Promise<void> {
    try {
      this.hours = (await getHours(this.language)).find(({ line }) => line === 'message_center') ?? null;
    } catch {
      // The hours are only a help to choose by.
    }
  }

  private write(changes: Partial<Draft>): void {
    this.draft = { ...this.draft, ...changes };
    this.missing &&= !this.draft.text.trim();
    rememberDraft(this.draft);
  }

  private picked(): void {
    if (this.picker?.files) this.uploads.add(this.picker.files);
    // The same file may be chosen again after it was removed.
    if (this.picker) this.picker.value = '';
  }

  private pasted(event: ClipboardEvent): void {
    const files = event.clipboardData?.files;
    if (!files?.length) return;
    event.preventDefault();
    this.uploads.add(files);
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy || this.uploads.busy) return;
    this.missing = !this.draft.text.trim() && this.uploads.ready.length === 0;
    // The page goes on to the conversation, and nobody would see which files stayed behind.
    this.faulty = this.uploads.faulty;
    if (this.faulty) return;
    if (this.missing) return this.renderRoot.querySelector<HTMLElement>('#text')?.focus();
    this.busy = true;
    this.problem = null;
    try {
      const wish = this.wish();
      const sent = await startThread(wish, this.keyOf(wish));
      rememberDraft(null);
      emit(this, 'message-sent', sent satisfies Sent);
    } catch (error) {
      this.problem = this.inWords(error);
    }
    this.busy = false;
  }

  private wish(): ThreadWish {
    const { subject, text, invoice, person } = this.draft;
    const attachments = this.uploads.ready.map(({ id }) => id);
    const about = invoice === '' ? null : invoice;
    const { clientId: client_id, language } = this;
    return { title: subject.trim(), text: text.trim(), invoice: about, attachments, person, client_id, language };
  }

  private keyOf(wish: ThreadWish): string {
    const written = JSON.stringify(wish);
    if (this.last?.wish !== written) this.last = { wish: written, key: newClientId() };
    return this.last.key;
  }

  private inWords(error: unknown): { title: string; detail: string; signedOut: boolean } {
    const { form } = this.here;
    if (!(error instanceof ApiError)) return { title: form.failed, detail: this.words.failedNetwork, signedOut: false };
    if (error.status === 401) return { title: form.failed, detail: form.signedOut, signedOut: true };
    return { title: error.title ?? form.failed, detail: error.detail ?? '', signedOut: false };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'myropo-new-message': MyropoNewMessage;
  }
}
