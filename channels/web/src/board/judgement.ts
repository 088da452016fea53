import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { emit } from '../emit';
import { formatTime } from '../format';
import { base, controls } from '../styles/shared';
import { putReview, type Choices, type Expected, type Review, type Said } from './api';
import { boardStyles } from './styles';
import { boardWords as w } from './words';

const HAND_OFF = 'hand_off';
const WORDS_ONLY = 'words';

/** A conversation, and what should have followed each message that the assistant was to answer. */
@customElement('board-judgement')
export class BoardJudgement extends LitElement {
  static override styles = [
    base,
    controls,
    boardStyles,
    css`
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: var(--space-1) var(--space-3);
      }
      .head h2 {
        flex: 1;
      }
      .words {
        margin-top: var(--space-1);
      }
      ol {
        display: grid;
        gap: var(--space-3);
        margin: var(--space-4) 0;
      }
      article {
        max-width: 46rem;
        padding: var(--space-2) var(--space-3);
        border-left: 3px solid var(--border);
        overflow-wrap: anywhere;
      }
      article.customer {
        border-left-color: var(--border-strong);
        background: var(--surface-2);
      }
      article.assistant {
        border-left-color: var(--assistant);
      }
      article.agent {
        border-left-color: var(--people);
      }
      article .text {
        font-size: var(--type-16);
        white-space: pre-wrap;
      }
      article.system .text {
        color: var(--text-muted);
        font-size: var(--type-14);
      }
      h2:focus {
        outline: none;
      }
      .gate {
        color: var(--attention);
      }
      .mark {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--space-2) var(--space-3);
        margin-top: var(--space-2);
      }
      label {
        display: grid;
        color: var(--text-muted);
      }
      label .field {
        max-width: 100%;
        color: var(--text);
      }
      .mark label:last-child {
        flex: 1 1 12rem;
      }
      textarea.field {
        width: 100%;
        max-width: 46rem;
        resize: vertical;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
        margin-top: var(--space-3);
      }
    `,
  ];

  @property({ attribute: false }) review!: Review;
  @property({ attribute: false }) choices!: Choices;
  @state() private expected = new Map<number, Expected>();
  @state() private comment = '';
  @state() private notice: 'saved' | 'failed' | null = null;
  @state() private busy = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('review')) return;
    this.expected = new Map(this.review.expected.map((each) => [each.seq, each]));
    this.comment = this.review.comment;
    if (changed.get('review')?.id !== this.review.id) this.notice = null;
  }

  override render(): TemplateResult {
    const { review } = this;
    return html`<section class="panel" data-testid="judgement">
      <div class="head">
        <h2 tabindex="-1">${review.customer}</h2>
        <a href="/console#/threads/${review.thread_id}">${w.openThread}</a>
      </div>
      ${review.ratings.map(
        ({ part, score, words }) =>
          html`<p class="words">${w.parts[part] ?? part}: ${score} of 5${words ? html`, <q lang=${review.language}>${words}</q>` : nothing}</p>`,
      )}
      <ol>
        ${review.conversation.map((said) => html`<li>${this.renderSaid(said)}</li>`)}
      </ol>
      <label
        >${w.comment}
        <textarea
          class="field"
          rows="2"
          maxlength="1000"
          data-testid="comment"
          .value=${this.comment}
          @input=${(event: Event) => (this.comment = (event.target as HTMLTextAreaElement).value)}
        ></textarea>
      </label>
      ${this.renderActions()}
    </section>`;
  }

  /** Bring the conversation under the eyes of whoever has opened it: on a narrow screen it stands below the list. */
  async show(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector('h2')?.focus();
  }

  private renderActions(): TemplateResult {
    const done = this.review.done_at !== null;
    return html`<div class="actions">
      <button class="button filled small" data-testid="save-done" ?disabled=${this.busy} @click=${() => this.save(true)}>
        ${done ? w.save : w.saveDone}
      </button>
      <button class="button small" data-testid="save" ?disabled=${this.busy} @click=${() => this.save(false)}>
        ${done ? w.reopen : w.save}
      </button>
      <span role="status" data-testid="saved">
        ${this.notice === 'saved' ? w.saved : this.notice === 'failed' ? html`<span class="gate">${w.failed}</span>` : nothing}
      </span>
    </div>`;
  }

  private renderSaid(said: Said): TemplateResult {
    const who = said.author === 'agent' && said.name ? said.name : (w.authors[said.author] ?? said.author);
    return html`<article class=${said.author}>
      <p class="muted">${who}, <time datetime=${said.at}>${formatTime(said.at, 'en')}</time></p>
      <p class="text" lang=${this.review.language}>${said.text}</p>
      ${said.tools.length ? html`<p class="muted">${w.called(said.tools.join(', '))}</p>` : nothing}
      ${said.replaced ? html`<p class="gate">${w.replacedFor(said.replaced)}</p>` : nothing}
      ${said.markable ? this.renderMark(said.seq) : nothing}
    </article>`;
  }

  private renderMark(seq: number): TemplateResult {
    const marked = this.expected.get(seq);
    return html`<div class="mark" data-testid="mark" data-seq=${seq}>
      <label
        >${w.shouldHave}
        <select class="field small" data-testid="expected" @change=${(event: Event) => this.choose(seq, valueOf(event))}>
          ${this.renderMarks(marked)}
        </select>
      </label>
      ${marked && marked.reason === null
        ? html`<label
            >${w.says}
            <input
              class="field small"
              maxlength="1000"
              data-testid="says"
              .value=${marked.says}
              @input=${(event: Event) => this.mark({ ...marked, says: valueOf(event) })}
            />
          </label>`
        : nothing}
    </div>`;
  }

  private renderMarks(marked: Expected | undefined): TemplateResult {
    const chosen = !marked ? '' : marked.reason ? `${HAND_OFF}:${marked.reason}` : (marked.tools.join(' ') || WORDS_ONLY);
    const option = (value: string, words: string) =>
      html`<option value=${value} ?selected=${value === chosen}>${words}</option>`;
    const known = ['', WORDS_ONLY, ...this.choices.tools, ...this.choices.reasons.map(({ key }) => `${HAND_OFF}:${key}`)];
    return html`
      ${option('', w.notMarked)} ${option(WORDS_ONLY, w.noTool)}
      ${known.includes(chosen) ? nothing : option(chosen, chosen)}
      ${this.choices.tools.map((tool) => option(tool, tool))}
      <optgroup label=${w.handOff}>${this.choices.reasons.map(({ key, text }) => option(`${HAND_OFF}:${key}`, text))}</optgroup>
    `;
  }

  private choose(seq: number, value: string): void {
    const says = this.expected.get(seq)?.says ?? '';
    if (!value) {
      const rest = new Map(this.expected);
      rest.delete(seq);
      this.expected = rest;
    } else if (value.startsWith(`${HAND_OFF}:`)) {
      this.mark({ seq, tools: [HAND_OFF], reason: value.slice(HAND_OFF.length + 1), says: '' });
    } else {
      this.mark({ seq, tools: value === WORDS_ONLY ? [] : value.split(' '), reason: null, says });
    }
  }

  private mark(expected: Expected): void {
    this.expected = new Map(this.expected).set(expected.seq, expected);
  }

  private async save(done: boolean): Promise<void> {
    this.busy = true;
    this.notice = null;
    try {
      const { comment } = this;
      const saved = await putReview(this.review.id, { expected: [...this.expected.values()], comment, done });
      this.notice = 'saved';
      emit(this, 'judged', saved);
    } catch {
      this.notice = 'failed';
    }
    this.busy = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'board-judgement': BoardJudgement;
  }
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}
