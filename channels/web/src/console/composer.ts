import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { base, controls } from '../styles/shared';
import { MAX_LENGTH } from '../widget/composer';
import type { Canned } from './api';
import type { OpenThread } from './book';
import { CannedPicker } from './canned';
import { composerStyles } from './composer-styles';
import { dense } from './controls';
import './copilot';
import type { ConsoleCopilot, Put } from './copilot';
import type { Mode } from './draft';
import type { ConsoleStore } from './store';
import { Uploads } from './uploads';
import { workWords as w } from './words-work';

const COUNT_FROM = MAX_LENGTH - 400;
const MODES: readonly (readonly [Mode, string])[] = [
  ['reply', w.reply],
  ['note', w.note],
];

/** Where an agent writes: to the customer, or a note that the customer never sees. Enter sends. */
@customElement('console-composer')
export class ConsoleComposer extends LitElement {
  static override styles = [base, controls, dense, composerStyles];

  @property({ attribute: false }) store!: ConsoleStore;
  @property({ attribute: false }) thread!: OpenThread;
  @property({ type: Number }) version = 0;
  /** Whether replies are allowed; notes always are. */
  @property({ type: Boolean }) mine = false;
  @query('textarea') private field!: HTMLTextAreaElement | null;
  @query('console-copilot') private copilot!: ConsoleCopilot | null;
  private readonly uploads = new Uploads(this);
  private readonly canned = new CannedPicker(this, (answer) => void this.putCanned(answer));
  private shown: OpenThread | null = null;

  override render(): TemplateResult {
    const { draft } = this.thread;
    const note = draft.mode === 'note';
    return html`<div class=${note ? 'composer note' : 'composer'} @keydown=${this.pressed}>
      ${this.mine ? this.renderCopilot(note) : nothing} ${this.canned.render()}
      ${note ? nothing : this.uploads.renderList(draft.files, ({ id }) => this.removeFile(id))}
      ${draft.missing.length > 0 ? this.renderMissing() : nothing}
      ${this.renderField(note)}
      <div class="row">
        ${this.renderModes()} ${note ? html`<span class="muted hint">${w.notePlaceholder}</span>` : nothing}
        ${note ? nothing : this.uploads.renderButton((files) => this.attach(files))}
        <span class="grow count num" role="status">${this.leftWords}</span>
        <button
          class="button filled"
          data-testid="console-send"
          ?disabled=${!draft.sendable || this.uploads.busy}
          @click=${this.send}
        >
          ${note ? w.addNote : w.send}
        </button>
      </div>
    </div>`;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!this.mine) this.thread.draft.mode = 'note';
    else if (changed.get('mine') === false && this.thread.draft.text === '') this.thread.draft.mode = 'reply';
    if (this.shown === this.thread) return;
    this.shown = this.thread;
    this.canned.close();
  }

  /** Put the caret into the field, in a mode. */
  async begin(mode: Mode): Promise<void> {
    if (mode === 'reply' && !this.mine) return;
    this.setMode(mode);
    await this.updateComplete;
    this.field?.focus();
    this.field?.setSelectionRange(this.field.value.length, this.field.value.length);
  }

  /** Ask the copilot for a suggestion. */
  suggest(): void {
    if (this.mine) this.copilot?.suggest();
  }

  /** Close what the copilot has offered, or else leave the field. */
  leave(): void {
    if (!this.copilot?.close()) this.field?.blur();
  }

  private get leftWords(): string {
    const { length } = this.thread.draft.text;
    return length >= COUNT_FROM ? w.left(MAX_LENGTH - length) : '';
  }

  private renderModes(): TemplateResult | typeof nothing {
    if (!this.mine) return nothing;
    const { mode } = this.thread.draft;
    return html`<div class="modes" role="group" aria-label=${w.mode}>
      ${MODES.map(
        ([each, label]) => html`<button
          class="mode"
          data-testid="${each}-mode"
          aria-pressed=${each === mode}
          aria-keyshortcuts=${each === 'reply' ? 'r' : 'i'}
          @click=${() => void this.begin(each)}
        >
          ${label}
        </button>`,
      )}
    </div>`;
  }

  private renderCopilot(note: boolean): TemplateResult {
    return html`<console-copilot
      ?hidden=${note}
      .abilities=${this.store.abilities}
      .threadId=${this.thread.summary.id}
      .language=${this.thread.summary.language}
      .text=${this.thread.draft.text}
      @copilot-put=${(event: CustomEvent<Put>) => this.put(event.detail)}
    ></console-copilot>`;
  }

  private renderMissing(): TemplateResult {
    return html`<p class="missing" role="status" data-testid="canned-missing">
      ${w.fillIn}
      ${this.thread.draft.missing.map(
        (name) => html`<button class="button quiet" @click=${() => this.selectText(name)}>${name}</button>`,
      )}
    </p>`;
  }

  private renderField(note: boolean): TemplateResult {
    const label = note ? w.notePlaceholder : w.replyPlaceholder;
    return html`<textarea
      class="field"
      rows="2"
      data-testid="console-composer"
      aria-label=${label}
      placeholder=${label}
      maxlength=${MAX_LENGTH}
      aria-autocomplete=${note ? nothing : 'list'}
      aria-controls=${this.canned.open ? 'canned' : nothing}
      aria-activedescendant=${this.canned.activeId ?? nothing}
      .value=${this.thread.draft.text}
      @input=${this.typed}
      @blur=${() => this.canned.close()}
    ></textarea>`;
  }

  private setMode(mode: Mode): void {
    this.thread.draft.mode = mode;
    this.canned.close();
    this.store.typing.stop();
    this.requestUpdate();
  }

  private typed(): void {
    const { draft, summary } = this.thread;
    draft.text = this.field?.value ?? '';
    if (draft.mode === 'reply') {
      this.canned.typed(summary.id, draft.text);
      if (draft.text.trim() && !this.canned.open) this.store.typing.typed(summary.id, draft.text);
    }
    this.requestUpdate();
  }

  private pressed(event: KeyboardEvent): void {
    if (event.target !== this.field || event.isComposing) return;
    if (this.canned.pressed(event)) event.preventDefault();
    else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.send();
    }
  }

  private send(): void {
    if (!this.thread.draft.sendable || this.uploads.busy) return;
    this.store.sendDraft(this.thread);
    this.uploads.forgive();
    this.requestUpdate();
    this.field?.focus();
  }

  private async putCanned({ text, missing }: Canned): Promise<void> {
    this.thread.draft.putCanned(text, missing);
    await this.refreshed();
    const [first] = this.thread.draft.missing;
    if (first) this.selectText(first);
  }

  private async put({ text, how }: Put): Promise<void> {
    this.thread.draft.put(text, how);
    await this.refreshed();
    this.field?.focus();
  }

  private async refreshed(): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
  }

  private selectText(text: string): void {
    const at = this.field?.value.indexOf(text) ?? -1;
    if (at < 0) return;
    this.field?.focus();
    this.field?.setSelectionRange(at, at + text.length);
  }

  private attach(files: readonly File[]): void {
    const { summary, draft } = this.thread;
    void this.uploads.store(summary.id, files, draft.files.length, (file) => {
      draft.files = [...draft.files, file];
      this.requestUpdate();
    });
  }

  private removeFile(id: string): void {
    const { draft } = this.thread;
    draft.files = draft.files.filter((file) => file.id !== id);
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-composer': ConsoleComposer;
  }
}
