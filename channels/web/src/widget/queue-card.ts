import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { emit } from '../emit';
import type { Words } from '../i18n';
import type { QueuePlace } from '../protocol';
import { base, controls } from '../styles/shared';

/** Where the customer stands while waiting for a person, and a quiet way to wait no longer. Fires `chat-leave-queue`. */
@customElement('myropo-queue-card')
export class MyropoQueueCard extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
      }
      .card {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: flex-end;
        gap: 0 var(--space-3);
        padding: var(--space-1) var(--space-3);
        border-radius: var(--radius-card);
        background: var(--surface-3);
      }
      .position {
        min-width: 2ch;
        font-size: var(--type-28);
        font-weight: 650;
        font-variant-numeric: tabular-nums;
        line-height: 1.2;
        text-align: center;
      }
      .text {
        flex: 1 1 14rem;
        padding-block: var(--space-2);
        font-size: var(--type-14);
      }
      @media (max-height: 560px) {
        .text {
          flex-basis: 8rem;
          padding-block: 0;
        }
      }
      .leave {
        flex: none;
        margin-right: calc(-1 * var(--space-2));
      }
    `,
  ];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) place!: QueuePlace;
  @property({ type: Boolean }) online = false;

  override render(): TemplateResult {
    const { position, text } = this.place;
    const { chat } = this.words;
    // The sentence says the number too, so only eyes need the figure.
    return html`<section class="card" data-testid="queue-card" aria-label=${chat.queue}>
      <p class="position" data-testid="queue-position" aria-hidden="true">${position}</p>
      <p class="text" role="status">${text}</p>
      <button
        class="button plain small leave"
        data-testid="queue-leave"
        ?disabled=${!this.online}
        @click=${() => emit(this, 'chat-leave-queue')}
      >
        ${chat.leaveQueue}
      </button>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'myropo-queue-card': MyropoQueueCard;
  }
}
