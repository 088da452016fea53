import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ApiError } from '../api';
import { emit } from '../emit';
import { icons } from '../icons';
import { base, controls } from '../styles/shared';
import type { OpenThread } from './book';
import { dense } from './controls';
import { dialogStyles } from './dialog-styles';
import type { ThreadAction } from './frames';
import type { ConsoleStore } from './store';
import { workWords as w } from './words-work';

/**
 * A question about the open thread in a native dialog: it holds the focus, and gives it back when it closes. Fires
 * `dialog-closed`; whoever shows it takes it away then.
 */
export abstract class ConsoleDialog extends LitElement {
  static override styles = [base, controls, dense, dialogStyles];

  @property({ attribute: false }) store!: ConsoleStore;
  @property({ attribute: false }) thread!: OpenThread;
  @state() protected problem: string | null = null;
  @state() protected working = false;
  @query('dialog') private dialog!: HTMLDialogElement | null;

  protected abstract readonly heading: string;
  /** For tests and for whoever looks at the page. */
  protected abstract readonly name: string;
  /** What the button says that does it; null where there is nothing to do but read. */
  protected readonly doIt: string | null = w.save;
  protected readonly hint: string | null = null;

  protected abstract renderBody(): TemplateResult;

  /** Do what the form says. A problem in words keeps the dialog open. */
  protected submit(_form: FormData): Promise<string | null> | string | null {
    return null;
  }

  protected get ready(): boolean {
    return true;
  }

  override render(): TemplateResult {
    return html`<dialog
      aria-labelledby="heading"
      data-testid="dialog-${this.name}"
      @close=${this.closed}
      @click=${this.clickedOutside}
    >
      <form method="dialog" @submit=${this.submitted}>
        <div class="head">
          <h2 id="heading">${this.heading}</h2>
          <button type="button" class="button quiet icon" aria-label=${w.cancel} @click=${() => this.close()}>
            ${icons.close}
          </button>
        </div>
        ${this.hint ? html`<p class="muted">${this.hint}</p>` : nothing}
        <div class="body">${this.renderBody()}</div>
        ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
        ${this.doIt === null ? nothing : this.renderButtons(this.doIt)}
      </form>
    </dialog>`;
  }

  override firstUpdated(): void {
    this.dialog?.showModal();
    this.renderRoot.querySelector<HTMLElement>('.body [autofocus]')?.focus();
  }

  close(): void {
    this.dialog?.close();
  }

  /** Send a frame about this thread, and close; or say that there is no connection. */
  protected act(action: ThreadAction): string | null {
    return this.store.act(this.thread.summary.id, action) ? null : w.failedHint;
  }

  private renderButtons(doIt: string): TemplateResult {
    return html`<div class="buttons">
      <button type="button" class="button" @click=${() => this.close()}>${w.cancel}</button>
      <button class="button filled" data-testid="${this.name}-confirm" ?disabled=${this.working || !this.ready}>${doIt}</button>
    </div>`;
  }

  private async submitted(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.working || !this.ready) return;
    this.working = true;
    try {
      this.problem = await this.submit(new FormData(event.target as HTMLFormElement));
      if (this.problem === null) this.close();
    } catch (error) {
      const { title, detail } = error instanceof ApiError ? error : { title: null, detail: null };
      this.problem = `${title ?? w.failed}. ${detail ?? w.failedHint}`;
    }
    this.working = false;
  }

  private closed(): void {
    emit(this, 'dialog-closed');
  }

  private clickedOutside(event: MouseEvent): void {
    // The dialog's own box is what lies around the form: its backdrop.
    if (event.target === this.dialog) this.close();
  }
}

/** A field for a note to those who go on. */
export function renderNoteField(label: string, required = false): TemplateResult {
  return html`<label class="stack">
    <span>${label} ${required ? nothing : html`<span class="muted">(${w.optional})</span>`}</span>
    <textarea class="field note" name="note" rows="3" maxlength="4000" data-testid="dialog-note" ?required=${required}></textarea>
  </label>`;
}

/** What a form's field holds, as text. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
