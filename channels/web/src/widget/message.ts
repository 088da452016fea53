import { LitElement, css, html, nothing, unsafeCSS, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { emit } from '../emit';
import { formatTime } from '../format';
import type { Words } from '../i18n';
import { isSafe } from '../links';
import type { Problem } from '../outbox';
import type { Author, Citation, Language, MessageLink, MessagePayload, Table } from '../protocol';
import { base, controls } from '../styles/shared';
import { bubble } from './bubble-styles';
import { fileStyles, renderFiles } from './files';
import { MAX_PIECES, PIECE_STEP_MS, pieces } from './reveal';

// Written as rules because a strict content policy forbids style attributes.
const delays = unsafeCSS(
  Array.from({ length: MAX_PIECES }, (_, n) => `.p${n} { animation-delay: ${n * PIECE_STEP_MS}ms; }`).join('\n'),
);

/** One message: label, bubble, table and sources, and for our own its way to the server. */
@customElement('myropo-message')
export class MyropoMessage extends LitElement {
  static override styles = [base, controls, bubble, fileStyles, css`${delays}`];

  @property({ attribute: false }) words!: Words;
  @property() language: Language = 'en';
  @property({ attribute: false }) author: Author = { kind: 'customer', name: null };
  @property({ attribute: false }) payload: MessagePayload = { text: '' };
  @property() at = '';
  @property({ type: Boolean }) fresh = false;
  /** `waiting`, `sending` or `failed` while the message is not yet part of the thread. */
  @property({ reflect: true }) sending: 'waiting' | 'sending' | 'failed' | null = null;
  @property({ attribute: false }) problem: Problem | null = null;
  @property() clientId = '';
  /** Whether a person has read it; null where that is not told. */
  @property({ attribute: false }) read: boolean | null = null;

  override render(): TemplateResult {
    return html`
      <article
        class=${this.author.kind}
        data-testid="message"
        data-author=${this.author.kind}
        data-state=${this.sending ?? 'stored'}
        aria-label=${this.label}
      >
        <p class="meta">
          <span class="who">${this.label}</span>
          ${this.at ? html`<time datetime=${this.at}>${formatTime(this.at, this.language)}</time>` : this.renderState()}
        </p>
        <div class=${this.payload.table ? 'bubble wide' : 'bubble'}>
          ${this.payload.text ? html`<div class="text" data-testid="message-text">${this.renderText()}</div>` : nothing}
          ${renderFiles(this.payload.attachments ?? [], this.words.files, this.language)}
          ${this.payload.table ? renderTable(this.payload.table) : nothing}
          ${this.renderCitations(this.payload.citations ?? [])}
        </div>
        ${this.renderLink(this.payload.link ?? null)} ${this.renderProblem()} ${this.renderRead()}
      </article>
    `;
  }

  private get label(): string {
    const { chat } = this.words;
    if (this.author.kind === 'customer') return chat.you;
    if (this.author.kind === 'assistant') return chat.assistant;
    return `${this.author.name ?? chat.someone}, ${chat.service}`;
  }

  private renderText(): TemplateResult | string {
    if (!this.fresh || this.author.kind === 'customer') return this.payload.text;
    return html`${pieces(this.payload.text).map((piece, n) => html`<span class="piece p${n}">${piece}</span>`)}`;
  }

  private renderState(): TemplateResult | typeof nothing {
    const { chat } = this.words;
    if (this.sending === 'waiting') return html`<span class="state">${chat.waiting}</span>`;
    if (this.sending === 'sending') return html`<span class="state late">${chat.sending}</span>`;
    return nothing;
  }

  /** Its line is kept from the beginning, so that nothing moves when the message has been read. */
  private renderRead(): TemplateResult | typeof nothing {
    if (this.read === null) return nothing;
    return html`<p class="read" data-testid="read-state">${this.read ? this.words.chat.read : nothing}</p>`;
  }

  private renderCitations(citations: Citation[]): TemplateResult | typeof nothing {
    const links = citations.filter((citation) => isSafe(citation.url));
    if (links.length === 0) return nothing;
    const { chat } = this.words;
    return html`<ul class="sources">
      ${links.map(
        ({ title, url }) => html`<li>
          <a data-testid="citation" href=${url} target="_blank" rel="noopener"
            >${chat.source}: ${title}<span class="sr"> (${chat.newTab})</span></a
          >
        </li>`,
      )}
    </ul>`;
  }

  private renderLink(link: MessageLink | null): TemplateResult | typeof nothing {
    if (!link || !isSafe(link.url)) return nothing;
    return html`<a class="button filled link" data-testid="message-link" href=${link.url} target="_blank" rel="noopener"
      ><span>${link.label}<span class="sr"> (${this.words.chat.newTab})</span></span></a
    >`;
  }

  private renderProblem(): TemplateResult | typeof nothing {
    if (this.sending !== 'failed') return nothing;
    const { chat, tryAgain } = this.words;
    return html`<div class="problem" role="alert">
      <p><strong>${this.problem?.title ?? chat.notSent}</strong></p>
      ${this.problem?.detail ? html`<p>${this.problem.detail}</p>` : nothing}
      ${this.problem?.code === 'thread_closed'
        ? nothing
        : html`<button class="button small" @click=${() => emit(this, 'chat-retry', this.clientId)}>${tryAgain}</button>`}
    </div>`;
  }
}

/** A table of ready texts; it scrolls by itself where the bubble is narrower. */
function renderTable(table: Table): TemplateResult {
  const align = (column: number): string => (table.columns[column]?.align === 'right' ? 'right' : 'left');
  return html`<div class="scroll" tabindex="0" role="group">
    <table>
      <thead>
        <tr>
          ${table.columns.map(({ label }, n) => html`<th scope="col" class=${align(n)}>${label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${table.rows.map((row) => html`<tr>${row.map((cell, n) => html`<td class=${align(n)}>${cell}</td>`)}</tr>`)}
      </tbody>
    </table>
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'myropo-message': MyropoMessage;
  }
}
