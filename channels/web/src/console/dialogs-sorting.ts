import { html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ConsoleDialog, textOf } from './dialog';
import { presets } from './presets';
import { workWords as w } from './words-work';

/** Why the customer got in touch, and how urgent it is. */
@customElement('console-tags')
export class ConsoleTags extends ConsoleDialog {
  protected override readonly heading = w.tagsTitle;
  protected override readonly name = 'tags';

  protected override renderBody(): TemplateResult {
    const { tags, priority } = this.thread.summary;
    return html`
      <fieldset>
        <legend>${w.tagsWhy}</legend>
        <div class="two">
          ${this.store.staff.tags.map(
            (tag, n) => html`<label class="choice">
              <input
                type="checkbox"
                name="tag"
                value=${tag}
                data-testid="tag-${tag}"
                ?autofocus=${n === 0}
                .checked=${tags.includes(tag)}
              />
              <span>${w.tagNames[tag] ?? tag}</span>
            </label>`,
          )}
        </div>
      </fieldset>
      <fieldset>
        <legend>${w.priority}</legend>
        <div class="in-row">
          ${w.priorityNames.map(
            (name, n) => html`<label class="choice">
              <input type="radio" name="priority" value=${n} data-testid="priority-${n}" .checked=${n === priority} />
              <span>${name}</span>
            </label>`,
          )}
        </div>
      </fieldset>
    `;
  }

  protected override submit(form: FormData): string | null {
    const { id, tags, priority } = this.thread.summary;
    const chosen = this.store.staff.tags.filter((tag) => form.getAll('tag').includes(tag));
    const wanted = Number(textOf(form, 'priority'));
    if (wanted !== priority && !this.store.change(id, { type: 'priority.set', priority: wanted })) return w.failedHint;
    if ([...tags].sort().join() === [...chosen].sort().join()) return null;
    return this.store.change(id, { type: 'tags.set', tags: chosen }) ? null : w.failedHint;
  }
}

/** Put the thread aside until a moment. */
@customElement('console-snooze')
export class ConsoleSnooze extends ConsoleDialog {
  protected override readonly heading = w.snoozeTitle;
  protected override readonly name = 'snooze';
  protected override readonly hint = w.snoozeHint;
  protected override readonly doIt = w.snooze;
  @state() private choice = 'hour';
  @state() private moment = '';

  protected override get ready(): boolean {
    return this.choice !== 'other' || this.moment !== '';
  }

  protected override renderBody(): TemplateResult {
    const choices = [
      ['hour', w.snoozeHour],
      ['tomorrow', w.snoozeTomorrow],
      ['monday', w.snoozeMonday],
      ['other', w.snoozeOther],
    ] as const;
    return html`<fieldset>
      <legend class="sr">${w.snoozeTitle}</legend>
      ${choices.map(
        ([value, label]) => html`<label class="choice">
          <input
            type="radio"
            name="until"
            value=${value}
            data-testid="snooze-${value}"
            ?autofocus=${value === 'hour'}
            .checked=${value === this.choice}
            @change=${() => (this.choice = value)}
          />
          <span>${label}</span>
        </label>`,
      )}
      <input
        class="field"
        type="datetime-local"
        data-testid="snooze-moment"
        aria-label=${w.snoozeOther}
        ?hidden=${this.choice !== 'other'}
        @input=${(event: Event) => (this.moment = (event.target as HTMLInputElement).value)}
      />
    </fieldset>`;
  }

  protected override submit(): string | null {
    const now = new Date(this.store.clock.now());
    const until = this.choice === 'other' ? new Date(this.moment) : presets(now)[this.choice];
    return this.act({ type: 'snooze', until: (until ?? now).toISOString() });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-tags': ConsoleTags;
    'console-snooze': ConsoleSnooze;
  }
}
