import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { emit } from '../emit';
import { formatTime } from '../format';
import { icons } from '../icons';
import { base, controls } from '../styles/shared';
import type { OpenThread } from './book';
import { dense } from './controls';
import { headStyles } from './head-styles';
import type { Command } from './keys';
import type { ConsoleStore } from './store';
import { consoleWords } from './words';
import { workWords as w } from './words-work';

/** What stands over the conversation: who, about what, and what can be done with it. Fires `console-command`. */
@customElement('console-head')
export class ConsoleHead extends LitElement {
  static override styles = [base, controls, dense, headStyles];

  @property({ attribute: false }) store!: ConsoleStore;
  @property({ attribute: false }) thread!: OpenThread;
  @property({ type: Number }) version = 0;
  /** Whether a narrow screen shows the customer's column. */
  @property({ type: Boolean }) onCustomer = false;
  @query('#more') private menu!: HTMLElement | null;

  override render(): TemplateResult {
    const { summary } = this.thread;
    return html`
      <div class="line">
        <button class="button quiet narrow" @click=${() => emit(this, 'console-pane', 'list')}>
          ${icons.back} ${consoleWords.back}
        </button>
        <h2 tabindex="-1">${summary.customer}</h2>
        <span class="muted about">${summary.title || summary.reason_text || ''}</span>
        <button
          class="button quiet middle"
          data-testid="show-customer"
          @click=${() => emit(this, 'console-pane', this.onCustomer ? 'thread' : 'customer')}
        >
          ${this.onCustomer ? consoleWords.showThread : consoleWords.showCustomer}
        </button>
        <div class="actions">${this.renderActions()}</div>
      </div>
      <p class="facts muted">${this.renderFacts()}</p>
    `;
  }

  /** Put the focus on the name: a narrow screen has just turned to this thread. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }

  private renderFacts(): (TemplateResult | string)[] {
    const { summary } = this.thread;
    const { channel, language, country, tags, priority, snoozed_until: until, invoice, outcome } = summary;
    const promised = summary.waiting_since && summary.promised_at;
    const urgent = consoleWords.priorities[priority];
    return [
      consoleWords.channels[channel] ?? '',
      consoleWords.countries[country] ?? country,
      consoleWords.languages[language] ?? language,
      invoice ?? '',
      ...tags.map((tag) => w.tagNames[tag] ?? tag),
      outcome ? (w.outcomes[outcome] ?? outcome) : '',
      until ? `${consoleWords.snoozed} ${consoleWords.snoozedUntil(formatTime(until, 'en'))}` : '',
      promised ? consoleWords.promised(formatTime(promised, 'en')) : '',
      urgent ? html`<span class="attention">${urgent}</span>` : '',
    ]
      .filter((fact) => fact !== '')
      .map((fact, n) => html`${n > 0 ? html`<span aria-hidden="true"> · </span>` : nothing}<span>${fact}</span>`);
  }

  private renderActions(): (TemplateResult | typeof nothing)[] {
    const { store } = this;
    const { id, status, handler, snoozed_until: snoozed } = this.thread.summary;
    const mine = store.isMine(id);
    if (status === 'closed') return [this.renderMore(false)];
    if (handler === 'queue') return [this.renderButton('claim', w.claim, 'claim', true), this.renderMore(false)];
    if (store.mayStepIn(this.thread.summary)) {
      return [this.renderButton('step-in', w.stepIn, 'step-in', handler === 'assistant'), this.renderMore(false)];
    }
    if (!mine) return [this.renderMore(false)];
    return [
      this.renderButton('tags', w.tags, 'tags'),
      snoozed ? this.renderButton('wake', w.wake, 'wake') : this.renderButton('snooze', w.snooze, 'snooze'),
      this.renderButton('transfer', w.transfer, 'transfer'),
      this.renderButton('hand-back', w.handBack, 'hand-back'),
      this.renderButton('close-thread', w.close, 'close'),
      this.renderMore(true),
    ];
  }

  private renderButton(testId: string, label: string, command: Command, filled = false): TemplateResult {
    return html`<button
      class="button ${filled ? 'filled' : 'quiet'}"
      data-testid=${testId}
      ?disabled=${this.store.isBusy(this.thread.summary.id)}
      @click=${() => this.ask(command)}
    >
      ${label}
    </button>`;
  }

  private renderMore(mine: boolean): TemplateResult | typeof nothing {
    const entries: (readonly [string, string])[] = [];
    if (mine) entries.push(['escalate', w.escalate], ['merge', w.merge]);
    if (this.store.staff.supervises) entries.push(['block', w.block], ['audit', w.audit]);
    if (entries.length === 0) return nothing;
    return html`<button class="button quiet" id="more-button" data-testid="more" popovertarget="more">${w.more}</button>
      <div id="more" popover @toggle=${this.place}>
        ${entries.map(
          ([command, label]) => html`<button class="entry" data-testid=${command} @click=${() => this.ask(command as Command)}>
            ${label}
          </button>`,
        )}
      </div>`;
  }

  private ask(command: Command): void {
    if (this.menu?.matches(':popover-open')) this.menu.hidePopover();
    emit(this, 'console-command', command);
  }

  /** A popover floats over the page, so its place is measured: below its button, within the window. */
  private place(event: ToggleEvent): void {
    const { menu } = this;
    const button = this.renderRoot.querySelector('#more-button');
    if (event.newState !== 'open' || !menu || !button) return;
    const { bottom, right } = button.getBoundingClientRect();
    menu.style.top = `${bottom + 4}px`;
    menu.style.left = `${Math.max(8, right - menu.offsetWidth)}px`;
    menu.querySelector('button')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-head': ConsoleHead;
  }
}
