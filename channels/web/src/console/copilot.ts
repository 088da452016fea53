import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ApiError } from '../api';
import { emit } from '../emit';
import { isSafe } from '../links';
import { base, controls } from '../styles/shared';
import { rewrite, suggest, summarize, translate, type CopilotAbilities, type Suggestion } from './api';
import { dense } from './controls';
import { copilotStyles } from './copilot-styles';
import { consoleWords } from './words';
import { workWords as w } from './words-work';

/** A text that the agent has chosen to use. */
export interface Put {
  text: string;
  how: 'replace' | 'append';
}

/** What the copilot has to say: a text to use, or lines to read. */
interface Offer {
  title: string;
  text: string | null;
  /** The agent's own text, where the offer is another wording of it. */
  beside: string | null;
  lines: readonly string[];
  sources: Suggestion['sources'];
}

const PLAIN: Omit<Offer, 'title'> = { text: null, beside: null, lines: [], sources: [] };

/** The copilot's row: it offers texts, and nothing enters the reply before the agent takes it. */
@customElement('console-copilot')
export class ConsoleCopilot extends LitElement {
  static override styles = [base, controls, dense, copilotStyles];

  @property({ attribute: false }) abilities: CopilotAbilities | null = null;
  @property() threadId = '';
  @property() language = 'en';
  /** What the agent has written so far. */
  @property() text = '';
  @state() private offer: Offer | null = null;
  @state() private working = false;
  @state() private problem: string | null = null;

  override render(): TemplateResult | typeof nothing {
    const { abilities } = this;
    if (!abilities) return nothing;
    const written = this.text.trim() !== '';
    return html`
      ${this.offer ? this.renderOffer(this.offer) : nothing}
      ${this.problem ? html`<p class="attention" role="alert">${this.problem}</p>` : nothing}
      <div class="row" role="group" aria-label=${w.copilot} data-testid="copilot">
        ${abilities.suggest ? this.renderButton('suggest', w.suggest, () => this.suggest()) : nothing}
        ${abilities.rewrite ? this.renderButton('shorter', w.shorter, () => this.rewrite('shorter'), written) : nothing}
        ${abilities.rewrite ? this.renderButton('kinder', w.kinder, () => this.rewrite('kinder'), written) : nothing}
        ${abilities.translate ? this.renderButton('translate', w.translate, () => this.toTheirLanguage(), written) : nothing}
        ${abilities.summary ? this.renderButton('summary', w.summary, () => this.summarize()) : nothing}
        <span class="muted why" role="status" title=${abilities.why ?? nothing}
          >${this.working ? w.thinking : (abilities.why ?? '')}</span
        >
      </div>
    `;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('threadId')) this.dismiss();
  }

  /** Ask for a reply to the customer's last message. */
  suggest(): void {
    if (!this.abilities?.suggest) return;
    void this.ask(async (id) => {
      const { text, sources, none } = await suggest(id);
      if (!text) throw new ApiError(200, none ?? w.noSuggestion, null);
      return { ...PLAIN, title: w.suggestion, text, sources };
    });
  }

  private rewrite(how: 'shorter' | 'kinder'): void {
    const beside = this.text;
    const title = how === 'shorter' ? w.shorter : w.kinder;
    void this.ask(async (id) => ({ ...PLAIN, title, beside, text: (await rewrite(id, beside, how)).text }));
  }

  private toTheirLanguage(): void {
    const beside = this.text;
    const title = w.translated(consoleWords.languages[this.language] ?? this.language);
    void this.ask(async (id) => ({ ...PLAIN, title, beside, text: (await translate(id, beside, this.language)).text }));
  }

  private summarize(): void {
    void this.ask(async (id) => ({ ...PLAIN, title: w.summary, lines: (await summarize(id)).lines }));
  }

  private async ask(question: (threadId: string) => Promise<Offer>): Promise<void> {
    const { threadId } = this;
    this.dismiss();
    this.working = true;
    try {
      const offer = await question(threadId);
      if (threadId === this.threadId) this.offer = offer;
    } catch (error) {
      const title = error instanceof ApiError ? error.title : null;
      if (threadId === this.threadId) this.problem = title ?? w.failed;
    }
    if (threadId === this.threadId) this.working = false;
  }

  /** Take the offer away; false where there was none. */
  close(): boolean {
    const open = this.offer !== null;
    this.dismiss();
    return open;
  }

  private dismiss(): void {
    this.offer = null;
    this.problem = null;
    this.working = false;
  }

  private use(text: string, replace: boolean): void {
    this.dismiss();
    emit(this, 'copilot-put', { text, how: replace ? 'replace' : 'append' } satisfies Put);
  }

  private renderButton(name: string, label: string, act: () => void, possible = true): TemplateResult {
    return html`<button
      class="button quiet"
      data-testid="copilot-${name}"
      title=${possible ? nothing : w.needsText}
      ?disabled=${this.working || !possible}
      @click=${act}
    >
      ${label}
    </button>`;
  }

  private renderOffer(offer: Offer): TemplateResult {
    const { text, beside } = offer;
    return html`<section class="offer" aria-label=${offer.title} data-testid="suggestion">
      <div class="texts">
        ${beside ? html`<div><h3>${w.yours}</h3><p class="text">${beside}</p></div>` : nothing}
        <div role="status">
          <h3>${offer.title}</h3>
          ${text ? html`<p class="text" data-testid="suggestion-text">${text}</p>` : nothing}
          ${offer.lines.length > 0 ? html`<ul>${offer.lines.map((line) => html`<li>${line}</li>`)}</ul>` : nothing}
        </div>
      </div>
      ${offer.sources.length > 0 ? renderSources(offer.sources) : nothing}
      <div class="row">
        ${text
          ? html`<button class="button" data-testid="suggestion-use" @click=${() => this.use(text, beside !== null)}>
              ${beside ? w.useInstead : w.use}
            </button>`
          : nothing}
        <button class="button quiet" data-testid="suggestion-dismiss" @click=${this.dismiss}>${w.dismiss}</button>
      </div>
    </section>`;
  }
}

function renderSources(sources: Suggestion['sources']): TemplateResult {
  return html`<p class="muted" data-testid="suggestion-sources">
    ${w.sources}:
    ${sources.map(({ title, url }, n) => {
      const comma = n > 0 ? ', ' : '';
      // A source may be a page or only the name of a record; only a page can be opened.
      if (!url || !isSafe(url)) return `${comma}${title}`;
      return html`${comma}<a href=${url} target="_blank" rel="noopener">${title}</a>`;
    })}
  </p>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'console-copilot': ConsoleCopilot;
  }
}
