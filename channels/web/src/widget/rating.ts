import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { emit } from '../emit';
import type { Words } from '../i18n';
import type { RatedPart } from '../protocol';
import { base, controls } from '../styles/shared';
import type { RatedRow, RatingItem } from './timeline';

const LONGEST_WORDS = 1000;

/** What {@link MyropoRating} asks its surroundings to send. */
export interface Rated {
  part: RatedPart;
  score: number;
  words: string;
}

/**
 * How it was: one row per part, one tap each, and afterwards a few words if the customer likes. Fires `chat-rate`.
 * The field for words stands below all rows, so that no row moves under the finger.
 */
@customElement('myropo-rating')
export class MyropoRating extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
      }
      .card {
        display: grid;
        gap: var(--space-4);
        padding: var(--space-4);
        border: 1px solid var(--border-strong);
        border-radius: var(--radius-card);
        background: var(--surface);
      }
      h3 {
        font-size: var(--type-16);
        line-height: 1.4;
      }
      .name {
        margin-bottom: var(--space-1);
        font-size: var(--type-14);
      }
      .scores {
        display: grid;
        grid-template-columns: repeat(5, 1fr);
        gap: var(--space-2);
      }
      .score {
        padding: 0;
        font-variant-numeric: tabular-nums;
      }
      .score[aria-pressed='true'],
      .score[aria-pressed='true']:hover:not(:disabled) {
        border-color: var(--action);
        background: var(--action);
        color: var(--action-text);
      }
      .ends {
        display: flex;
        justify-content: space-between;
        margin-top: var(--space-1);
        font-size: var(--type-14);
        color: var(--text-muted);
      }
      .after {
        display: grid;
        gap: var(--space-2);
        justify-items: start;
      }
      /* The region is there before its words are, so that they are heard; until then it takes no room. */
      [role='status']:empty {
        margin-top: calc(-1 * var(--space-4));
      }
      .thanks {
        font-weight: 600;
      }
      label {
        font-size: var(--type-14);
      }
      textarea {
        width: 100%;
        resize: vertical;
      }
      .said {
        margin-top: var(--space-1);
        font-size: var(--type-14);
        color: var(--text-muted);
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }
    `,
  ];

  @property({ attribute: false }) words!: Words['rating'];
  @property({ attribute: false }) item!: RatingItem;
  @property({ type: Boolean }) online = false;
  /** The row that was tapped last; words are about it. */
  @state() private about: RatedPart | null = null;
  @state() private text = '';

  override render(): TemplateResult {
    const { text, rows } = this.item;
    return html`<section class="card" data-testid="rating" aria-labelledby="title">
      <h3 id="title">${text}</h3>
      ${rows.map((row) => this.renderRow(row))}
      <div role="status">${this.renderThanks()}</div>
      ${this.renderWords()}
    </section>`;
  }

  private renderRow(row: RatedRow): TemplateResult {
    const { scores } = this.words;
    return html`<div role="group" aria-label=${row.name}>
      <p class="name" aria-hidden="true">${row.name}</p>
      <div class="scores">
        ${scores.map((word, n) => this.renderScore(row, n + 1, word))}
      </div>
      <p class="ends" aria-hidden="true"><span>${scores[0]}</span><span>${scores.at(-1)}</span></p>
      ${row.words ? html`<p class="said">${row.words}</p>` : nothing}
    </div>`;
  }

  private renderScore(row: RatedRow, score: number, word: string): TemplateResult {
    return html`<button
      class="button score"
      data-testid=${`rating-${row.part}-${score}`}
      aria-label=${`${score}, ${word}`}
      title=${word}
      aria-pressed=${row.score === score ? 'true' : 'false'}
      ?disabled=${!this.online}
      @click=${() => this.tap(row, score)}
    >
      ${score}
    </button>`;
  }

  private get thanked(): boolean {
    return this.item.rows.some(({ score, sending }) => score !== null && !sending);
  }

  private renderThanks(): TemplateResult | typeof nothing {
    return this.thanked ? html`<p class="thanks" data-testid="rating-thanks">${this.words.thanks}</p>` : nothing;
  }

  private renderWords(): TemplateResult | typeof nothing {
    const row = this.item.rows.find(({ part }) => part === this.about);
    if (!row || !this.thanked || row.words) return nothing;
    const { words: w } = this;
    return html`<form class="after" @submit=${(event: Event) => this.send(event, row)}>
      <label for="words">${w.more(row.name)}</label>
      <textarea
        id="words"
        class="field"
        rows="2"
        data-testid="rating-words"
        maxlength=${LONGEST_WORDS}
        .value=${this.text}
        @input=${(event: Event) => (this.text = (event.target as HTMLTextAreaElement).value)}
      ></textarea>
      <button class="button small" data-testid="rating-send" ?disabled=${!this.text.trim() || !this.online}>
        ${w.send}
      </button>
    </form>`;
  }

  private tap(row: RatedRow, score: number): void {
    this.about = row.part;
    if (row.score !== score) emit(this, 'chat-rate', { part: row.part, score, words: '' } satisfies Rated);
  }

  private send(event: Event, { part, score }: RatedRow): void {
    event.preventDefault();
    const words = this.text.trim();
    if (!words || score === null) return;
    emit(this, 'chat-rate', { part, score, words } satisfies Rated);
    this.text = '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'myropo-rating': MyropoRating;
  }
}
