import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { formatTime } from '../format';
import { base, controls } from '../styles/shared';
import { SCENARIOS, getChoices, getReview, getReviews, type Choices, type Review, type ReviewLine } from './api';
import './judgement';
import { boardStyles } from './styles';
import { boardWords as w } from './words';

/** Conversations that somebody should look at, and what should have happened in them. */
@customElement('board-review')
export class BoardReview extends LitElement {
  static override styles = [
    base,
    controls,
    boardStyles,
    css`
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-3);
        margin-bottom: var(--space-4);
      }
      .bar p {
        flex: 1 1 14rem;
        text-align: right;
      }
      .columns {
        display: grid;
        grid-template-columns: minmax(260px, 320px) minmax(0, 1fr);
        align-items: start;
        gap: var(--space-4);
      }
      .list {
        padding: var(--space-2) 0;
      }
      .item {
        display: block;
        width: 100%;
        min-height: var(--touch);
        padding: var(--space-2) var(--space-4);
        border: 0;
        border-left: 3px solid transparent;
        background: none;
        text-align: left;
        cursor: pointer;
      }
      .item:hover {
        background: var(--surface-2);
      }
      .item[aria-current='true'] {
        border-left-color: var(--text);
        background: var(--surface-3);
      }
      .item:focus-visible {
        outline-offset: -2px;
      }
      .item strong,
      .item span {
        display: block;
      }
      .cause {
        color: var(--attention);
      }
      @media (max-width: 860px) {
        .columns {
          grid-template-columns: minmax(0, 1fr);
        }
        .bar p {
          text-align: left;
        }
      }
    `,
  ];

  @state() private done = false;
  @state() private list: ReviewLine[] | null = null;
  @state() private review: Review | null = null;
  @state() private choices: Choices | null = null;
  @state() private failed = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render(): TemplateResult {
    return html`
      <div class="bar">
        <button class="button small" aria-pressed=${!this.done} data-testid="reviews-open" @click=${() => this.show(false)}>
          ${w.queue}
        </button>
        <button class="button small" aria-pressed=${this.done} data-testid="reviews-done" @click=${() => this.show(true)}>
          ${w.done}
        </button>
        <p class="muted">${w.scenariosWhy}</p>
        <a class="button small" data-testid="scenarios" href=${SCENARIOS} download>${w.scenarios}</a>
      </div>
      ${this.failed
        ? html`<p class="problem" role="alert">
            ${w.failed} <button class="button small" @click=${this.load}>${w.tryAgain}</button>
          </p>`
        : nothing}
      ${this.list ? this.renderColumns(this.list) : nothing}
    `;
  }

  private renderColumns(list: ReviewLine[]): TemplateResult {
    if (!list.length) return html`<p class="panel state">${this.done ? w.doneNone : w.reviewsNone}</p>`;
    const { review, choices } = this;
    return html`<div class="columns">
      <nav class="panel list" aria-label=${this.done ? w.done : w.queue}>
        ${list.map(
          (line) =>
            html`<button
              class="item"
              data-testid="review"
              aria-current=${line.id === review?.id ? 'true' : 'false'}
              @click=${() => this.open(line.id)}
            >
              <strong>${line.customer}</strong>
              <span class="cause">${causeOf(line)}</span>
              <span class="muted">${formatTime(line.at, 'en')}, ${w.languages[line.language] ?? line.language}</span>
            </button>`,
        )}
      </nav>
      ${review && choices
        ? html`<board-judgement
            .review=${review}
            .choices=${choices}
            @judged=${(event: CustomEvent<Review>) => this.judged(event.detail)}
          ></board-judgement>`
        : html`<p class="panel state">${w.chooseReview}</p>`}
    </div>`;
  }

  private show(done: boolean): void {
    this.done = done;
    this.review = null;
    void this.load();
  }

  private readonly load = async (): Promise<void> => {
    const { done } = this;
    this.failed = false;
    try {
      const [list, choices] = await Promise.all([getReviews(done), this.choices ?? getChoices()]);
      if (done !== this.done) return;
      [this.list, this.choices] = [list.reviews, choices];
    } catch {
      this.failed = true;
    }
  };

  private async open(id: number): Promise<void> {
    try {
      this.review = await getReview(id);
      await this.updateComplete;
      await this.renderRoot.querySelector('board-judgement')?.show();
    } catch {
      this.failed = true;
    }
  }

  private judged(review: Review): void {
    this.review = review;
    void this.load();
  }
}

function causeOf(line: ReviewLine): string {
  const bad = line.ratings.filter(({ score }) => score <= 2).map(({ part, score }) => `${w.parts[part] ?? part} ${score} of 5`);
  return line.cause === 'rating' ? `${w.causes.rating}: ${bad.join(', ')}` : `${w.causes.gate}: ${line.replaced.join(', ')}`;
}
