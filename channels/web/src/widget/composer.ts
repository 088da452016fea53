import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { emit } from '../emit';
import type { Words } from '../i18n';
import { icons } from '../icons';
import type { Attachment, Language } from '../protocol';
import { base, controls } from '../styles/shared';
import { UPLOAD_TYPES, Uploads } from '../uploads';
import './upload-tray';

/** The longest message that the server takes. */
export const MAX_LENGTH = 4000;
const COUNT_FROM = 3600;

/** The words of a composer; widget and console name theirs. */
export interface ComposerWords {
  placeholder: string;
  send: string;
  left(n: number): string;
}

/**
 * A growing text field: Enter sends, Shift+Enter makes a new line. Fires `composer-send` with the text, and
 * `composer-typing` with what is there after each change. Where `files` has words, files can be attached too: whoever
 * hears `composer-send` takes them with {@link takeFiles}.
 */
@customElement('myropo-composer')
export class MyropoComposer extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      form {
        display: flex;
        align-items: flex-end;
        gap: var(--space-2);
      }
      textarea {
        flex: 1;
        min-width: 0;
        max-height: 9.5rem;
        resize: none;
        line-height: 1.5;
        field-sizing: content;
      }
      .send,
      .attach {
        flex: none;
        width: var(--touch);
        padding: 0;
      }
      .attach {
        margin-left: calc(-1 * var(--space-2));
        margin-right: calc(-1 * var(--space-1));
        color: var(--text);
      }
      myropo-upload-tray {
        margin-bottom: var(--space-2);
      }
      .count {
        margin-top: var(--space-1);
        font-size: var(--type-14);
        color: var(--text-muted);
        text-align: right;
      }
    `,
  ];

  @property({ attribute: false }) words!: ComposerWords;
  @property() fieldId = 'composer';
  @property() sendId = 'send';
  /** The words about files; null where none may be attached. */
  @property({ attribute: false }) files: Words['files'] | null = null;
  @property() language: Language = 'en';
  @state() private text = '';
  @query('textarea') private field!: HTMLTextAreaElement | null;
  @query('input[type=file]') private picker!: HTMLInputElement | null;
  private readonly uploads = new Uploads(this);
  private prepared = '';

  override render(): TemplateResult {
    const { placeholder, send, left } = this.words;
    const remaining = MAX_LENGTH - this.text.length;
    return html`
      ${this.renderTray()}
      <form @submit=${this.submit}>
        ${this.renderAttach()}
        <textarea
          class="field"
          rows="1"
          data-testid=${this.fieldId}
          aria-label=${placeholder}
          placeholder=${placeholder}
          maxlength=${MAX_LENGTH}
          enterkeyhint="send"
          .value=${this.text}
          @input=${this.typed}
          @keydown=${this.pressed}
          @paste=${this.pasted}
        ></textarea>
        <button
          class="button filled send"
          data-testid=${this.sendId}
          aria-label=${send}
          title=${send}
          ?disabled=${!this.sendable}
        >
          ${icons.send}
        </button>
      </form>
      ${this.text.length >= COUNT_FROM ? html`<p class="count num" role="status">${left(remaining)}</p>` : nothing}
    `;
  }

  override updated(): void {
    // Browsers without `field-sizing` grow by measuring.
    if (!this.field || CSS.supports('field-sizing', 'content')) return;
    this.field.style.height = 'auto';
    this.field.style.height = `${this.field.scrollHeight + 2}px`;
  }

  private renderTray(): TemplateResult | typeof nothing {
    const { files, uploads } = this;
    if (!files || uploads.all.length === 0) return nothing;
    return html`<myropo-upload-tray .words=${files} .language=${this.language} .uploads=${uploads}></myropo-upload-tray>`;
  }

  private renderAttach(): TemplateResult | typeof nothing {
    const { files } = this;
    if (!files) return nothing;
    return html`<button
        type="button"
        class="button plain attach"
        data-testid="attach"
        aria-label=${files.attach}
        title=${`${files.attach} (${files.allowed})`}
        @click=${() => this.picker?.click()}
      >
        ${icons.clip}
      </button>
      <input type="file" hidden multiple accept=${UPLOAD_TYPES.join(',')} tabindex="-1" @change=${this.picked} />`;
  }

  /** Attach files that were dropped or pasted elsewhere in the conversation. */
  addFiles(files: Iterable<File>): void {
    if (this.files) this.uploads.add(files);
  }

  /** What was attached to the message that is being sent. */
  takeFiles(): Attachment[] {
    return this.uploads.take();
  }

  private get sendable(): boolean {
    return !this.uploads.busy && (this.text.trim() !== '' || this.uploads.ready.length > 0);
  }

  /** Put the caret into the field, at the end of what is there. */
  override focus(): void {
    const { field } = this;
    if (!field) return;
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  }

  /** Leave the field; the element itself is not what has the focus. */
  override blur(): void {
    this.field?.blur();
  }

  /** Write a text into the field without sending it. A draft of the customer's own is kept. */
  async prepare(text: string): Promise<void> {
    const own = this.text.trim() && this.text !== this.prepared ? `${this.text.trimEnd()}\n` : '';
    this.text = (own + text).slice(0, MAX_LENGTH);
    this.prepared = this.text;
    await this.updateComplete;
    this.focus();
  }

  private typed(event: Event): void {
    this.text = (event.target as HTMLTextAreaElement).value;
    emit(this, 'composer-typing', this.text);
  }

  private picked(): void {
    if (this.picker?.files) this.addFiles(this.picker.files);
    // The same file may be chosen again after it was removed.
    if (this.picker) this.picker.value = '';
    this.field?.focus();
  }

  private pasted(event: ClipboardEvent): void {
    const files = event.clipboardData?.files;
    if (!this.files || !files?.length) return;
    event.preventDefault();
    this.addFiles(files);
  }

  private pressed(event: KeyboardEvent): void {
    // While an input method is composing, Enter belongs to it.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.submit();
  }

  private submit(event?: Event): void {
    event?.preventDefault();
    if (!this.sendable) return;
    const text = this.text.trim();
    this.text = '';
    this.prepared = '';
    emit(this, 'composer-send', text);
    this.field?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'myropo-composer': MyropoComposer;
  }
}
