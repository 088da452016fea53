import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { emit } from '../emit';
import { icons } from '../icons';
import { base, controls } from '../styles/shared';

/** The longest message that the server takes. */
export const MAX_LENGTH = 4000;
const COUNT_FROM = 3600;

/** The words of a composer; widget and console name theirs. */
export interface ComposerWords {
  placeholder: string;
  send: string;
  left(n: number): string;
}

/** A growing text field: Enter sends, Shift+Enter makes a new line. Fires `composer-send` with the text. */
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
      .send {
        flex: none;
        width: var(--touch);
        padding: 0;
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
  @state() private text = '';
  @query('textarea') private field!: HTMLTextAreaElement | null;
  private prepared = '';

  override render(): TemplateResult {
    const { placeholder, send, left } = this.words;
    const remaining = MAX_LENGTH - this.text.length;
    return html`
      <form @submit=${this.submit}>
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
        ></textarea>
        <button
          class="button filled send"
          data-testid=${this.sendId}
          aria-label=${send}
          title=${send}
          ?disabled=${!this.text.trim()}
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
  }

  private pressed(event: KeyboardEvent): void {
    // While an input method is composing, Enter belongs to it.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.submit();
  }

  private submit(event?: Event): void {
    event?.preventDefault();
    const text = this.text.trim();
    if (!text) return;
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
