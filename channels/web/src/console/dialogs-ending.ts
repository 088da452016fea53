import { html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { formatTime } from '../format';
import { block, getCustomer, unblock, type OtherThread } from './api';
import { ConsoleDialog, textOf } from './dialog';
import { DONE } from './store';
import { workWords as w } from './words-work';

const BLOCK_DAYS = [1, 7, 30, 365];

/** End the conversation, and say how it ended. */
@customElement('console-close')
export class ConsoleClose extends ConsoleDialog {
  protected override readonly heading = w.closeTitle;
  protected override readonly name = 'close';
  protected override readonly hint = w.closeHint;
  protected override readonly doIt = w.closeYes;

  protected override renderBody(): TemplateResult {
    return html`<fieldset>
      <legend>${w.closeOutcome}</legend>
      ${this.store.staff.outcomes.map(
        (outcome, n) => html`<label class="choice" data-testid="close-outcome" data-outcome=${outcome}>
          <input type="radio" name="outcome" value=${outcome} ?autofocus=${n === 0} .checked=${n === 0} />
          <span>${w.outcomes[outcome] ?? outcome}</span>
        </label>`,
      )}
    </fieldset>`;
  }

  protected override submit(form: FormData): string | null {
    return this.act({ type: 'close', outcome: textOf(form, 'outcome') || null });
  }
}

/** Close a duplicate and go on in another open thread of the same customer. */
@customElement('console-merge')
export class ConsoleMerge extends ConsoleDialog {
  protected override readonly heading = w.mergeTitle;
  protected override readonly name = 'merge';
  protected override readonly hint = w.mergeHint;
  protected override readonly doIt = w.merge;
  @state() private others: readonly OtherThread[] | null = null;
  @state() private chosen = '';

  override connectedCallback(): void {
    super.connectedCallback();
    getCustomer(this.thread.summary.id).then(
      ({ threads }) => (this.others = threads.filter(({ status, last_at: at }) => status === 'open' && at)),
      () => (this.problem = `${w.failed}. ${w.failedHint}`),
    );
  }

  protected override get ready(): boolean {
    return this.chosen !== '';
  }

  protected override renderBody(): TemplateResult {
    const { others } = this;
    if (others === null) return html`<p class="muted">${w.thinking}</p>`;
    if (others.length === 0) return html`<p>${w.mergeNone}</p>`;
    return html`<fieldset>
      <legend>${w.mergeInto}</legend>
      ${others.map(
        ({ id, title, last_text: last, last_at: at }) => html`<label class="choice">
          <input type="radio" name="into" value=${id} data-testid="merge-into" @change=${() => (this.chosen = id)} />
          <span>${title || last || w.noTitle} <span class="muted">${at ? formatTime(at, 'en') : ''}</span></span>
        </label>`,
      )}
    </fieldset>`;
  }

  protected override submit(): string | null {
    return this.act({ type: 'merge', into: this.chosen });
  }
}

/** Keep somebody from writing for a while, or end that. */
@customElement('console-block')
export class ConsoleBlock extends ConsoleDialog {
  protected override readonly heading = w.blockTitle;
  protected override readonly name = 'block';
  protected override readonly hint = w.blockHint;
  protected override readonly doIt = w.block;

  protected override renderBody(): TemplateResult {
    return html`
      <label class="stack">
        <span>${w.blockReason}</span>
        <textarea class="field" name="reason" rows="2" required maxlength="400" autofocus data-testid="block-reason"></textarea>
      </label>
      <label class="stack">
        <span>${w.blockFor}</span>
        <select class="field" name="days" data-testid="block-days">
          ${BLOCK_DAYS.map((days) => html`<option value=${days} ?selected=${days === 7}>${w.blockDays(days)}</option>`)}
          <option value="">${w.blockForever}</option>
        </select>
      </label>
      <button type="button" class="button quiet" data-testid="unblock" @click=${this.unblock}>${w.unblock}</button>
    `;
  }

  protected override async submit(form: FormData): Promise<string | null> {
    const days = textOf(form, 'days');
    await block(this.thread.summary.id, textOf(form, 'reason'), days ? Number(days) : null);
    this.store.tell({ code: DONE, title: w.blocked, detail: null });
    return null;
  }

  private async unblock(): Promise<void> {
    try {
      await unblock(this.thread.summary.id);
      this.store.tell({ code: DONE, title: w.unblocked, detail: null });
      this.close();
    } catch {
      this.problem = `${w.failed}. ${w.failedHint}`;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-close': ConsoleClose;
    'console-merge': ConsoleMerge;
    'console-block': ConsoleBlock;
  }
}
