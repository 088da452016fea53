import { LitElement, css, html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { base, controls } from '../styles/shared';
import type { OpenThread } from './book';
import './composer';
import type { ConsoleComposer } from './composer';
import { dense } from './controls';
import type { Mode } from './draft';
import type { ConsoleStore } from './store';
import { workWords as w } from './words-work';

/** What stands under the conversation: the field to write in, or why there is none. A note can be added to any thread. */
@customElement('console-foot')
export class ConsoleFoot extends LitElement {
  static override styles = [
    base,
    controls,
    dense,
    css`
      .reading {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-2);
        padding: var(--space-2) var(--space-4);
        border-top: 1px solid var(--border);
      }
    `,
  ];

  @property({ attribute: false }) store!: ConsoleStore;
  @property({ attribute: false }) thread!: OpenThread;
  @property({ type: Number }) version = 0;
  @state() private noting = false;
  @query('console-composer') private composer!: ConsoleComposer | null;

  override render(): TemplateResult {
    const { summary } = this.thread;
    const mine = this.store.isMine(summary.id);
    if (!mine && !this.noting) {
      return html`<div class="reading">
        <p class="muted">${this.why}</p>
        <button class="button quiet" data-testid="note-mode" aria-keyshortcuts="i" @click=${() => void this.begin('note')}>
          ${w.note}
        </button>
      </div>`;
    }
    return html`<console-composer
      .store=${this.store}
      .thread=${this.thread}
      .version=${this.version}
      .mine=${mine}
    ></console-composer>`;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('thread')) this.noting = false;
  }

  /** Put the caret where a reply or a note is written. */
  async begin(mode: Mode): Promise<void> {
    this.noting = mode === 'note';
    await this.updateComplete;
    await this.composer?.begin(mode);
  }

  suggest(): void {
    this.composer?.suggest();
  }

  leave(): void {
    this.composer?.leave();
  }

  private get why(): string {
    const { status, handler, agent } = this.thread.summary;
    if (status === 'closed') return w.closed;
    if (handler === 'assistant') return w.withAssistant;
    return handler === 'queue' ? w.notMine : w.otherAgent(agent ?? w.colleague);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-foot': ConsoleFoot;
  }
}
