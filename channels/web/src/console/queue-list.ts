import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { emit } from '../emit';
import type { ThreadSummary } from '../protocol';
import { base, controls } from '../styles/shared';
import { queueStyles } from './queue-styles';
import type { ConsoleStore } from './store';
import { consoleWords as w } from './words';

/** Customers are told that a person answers within this time of service hours. */
const PROMISE_MINUTES = 10;
/** The colour comes while there is still time to keep the promise. */
const ATTENTION_FROM_MINUTES = PROMISE_MINUTES * 0.6;
const TICK_MS = 15_000;

/** Who waits, oldest first, and the agent's own conversations. */
@customElement('console-queue')
export class ConsoleQueue extends LitElement {
  static override styles = [base, controls, queueStyles];

  @property({ attribute: false }) store!: ConsoleStore;
  /** Changes with every change of the store, which is one mutable object. */
  @property({ type: Number }) version = 0;
  @state() private tick = 0;
  private timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = window.setInterval(() => (this.tick += 1), TICK_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearInterval(this.timer);
  }

  override updated(): void {
    this.renderRoot.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  override render(): TemplateResult {
    const { queue, mine } = this.store;
    return html`
      ${this.renderGroup(w.queue, queue, w.queueEmpty, true)} ${this.renderGroup(w.mine, mine, w.mineEmpty, false)}
    `;
  }

  private renderGroup(
    title: string,
    threads: readonly ThreadSummary[],
    empty: string,
    waiting: boolean,
  ): TemplateResult {
    return html`<section>
      <h2>${title} <span class="count num">${threads.length || ''}</span></h2>
      ${threads.length === 0 ? html`<p class="empty">${empty}</p>` : nothing}
      <ul>
        ${repeat(
          threads,
          (thread) => thread.id,
          (thread) => html`<li>${this.renderThread(thread, waiting)}</li>`,
        )}
      </ul>
    </section>`;
  }

  private renderThread(thread: ThreadSummary, waiting: boolean): TemplateResult {
    const current = thread.id === this.store.selected;
    return html`<button
      class="item"
      data-testid=${waiting ? 'queue-item' : 'my-thread'}
      data-thread=${thread.id}
      aria-current=${current ? 'true' : 'false'}
      @click=${() => emit(this, 'console-select', thread.id)}
    >
      <span class="line">
        <strong>${thread.customer}</strong>
        <span class="muted">${thread.country} ${thread.language}</span>
      </span>
      <span class="line">
        <span class="reason">${thread.reason_text ?? w.noReason}</span>
        ${waiting ? this.renderWait(thread) : this.renderNews(thread)}
      </span>
      ${thread.last_text ? html`<span class="last muted">${thread.last_text}</span>` : nothing}
    </button>`;
  }

  private renderWait(thread: ThreadSummary): TemplateResult {
    const minutes = this.store.clock.minutesSince(thread.queued_at);
    const late = minutes >= ATTENTION_FROM_MINUTES;
    return html`<span class=${late ? 'wait late' : 'wait'} data-testid="waiting-time">
      <span class="sr">${late ? w.waitedLong : w.waited} </span>${duration(minutes)}
    </span>`;
  }

  private renderNews(thread: ThreadSummary): TemplateResult | typeof nothing {
    return this.store.hasNews(thread) ? html`<span class="news">${w.unread}</span>` : nothing;
  }
}

/** Minutes in words that stay short for long waits. */
export function duration(minutes: number): string {
  if (minutes < 1) return w.lessThanMinute;
  if (minutes < 60) return w.minutes(minutes);
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? w.hours(hours, minutes % 60) : w.days(Math.floor(hours / 24), hours % 24);
}

declare global {
  interface HTMLElementTagNameMap {
    'console-queue': ConsoleQueue;
  }
}
