import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { ApiError } from '../api';
import { emit } from '../emit';
import { formatTime } from '../format';
import { icons } from '../icons';
import { base, controls } from '../styles/shared';
import { findThreads, type Filters, type Found, type FoundThread } from './api';
import { dense } from './controls';
import { searchStyles } from './search-styles';
import { renderSnippet } from './snippet';
import type { ConsoleStore } from './store';
import { consoleWords as w } from './words';
import { workWords } from './words-work';

const PAUSE_MS = 250;
const NONE: Filters = { query: '', status: '', handler: '', language: '', country: '', tag: '', agent: '', reason: '' };

/** Search over all threads. While it holds anything, its results stand in the place of the lists. */
@customElement('console-search')
export class ConsoleSearch extends LitElement {
  static override styles = [base, controls, dense, searchStyles];

  @property({ attribute: false }) store!: ConsoleStore;
  @property({ type: Number }) version = 0;
  @state() private filters: Filters = NONE;
  @state() private next: string | null = null;
  @state() private searching = false;
  @state() private problem: string | null = null;
  @query('input') private field!: HTMLInputElement | null;
  private timer = 0;
  private running = new AbortController();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.timer);
    this.running.abort();
  }

  override render(): TemplateResult {
    const { found } = this.store.lists;
    return html`
      <search @keydown=${this.pressed}>
        <input
          class="field"
          type="search"
          data-testid="search"
          placeholder=${w.search}
          aria-label=${w.search}
          aria-keyshortcuts="/"
          .value=${this.filters.query}
          @input=${(event: Event) => this.change('query', (event.target as HTMLInputElement).value)}
        />
        <details>
          <summary data-testid="filters">${w.filters}${this.renderChosen()}</summary>
          <div class="filters">${this.renderFilters()}</div>
        </details>
        ${found ? this.renderFound(found as readonly FoundThread[]) : nothing}
      </search>
    `;
  }

  /** Put the caret into the search field. */
  override focus(): void {
    this.field?.focus();
    this.field?.select();
  }

  private renderChosen(): string {
    const chosen = Object.entries(this.filters).filter(([name, value]) => name !== 'query' && value).length;
    return chosen > 0 ? ` (${chosen})` : '';
  }

  private renderFilters(): TemplateResult[] {
    const { colleagues, tags } = this.store.staff;
    return [
      this.renderFilter('status', w.statusNames),
      this.renderFilter('handler', w.handlerNames),
      this.renderFilter('agent', Object.fromEntries(colleagues.map(({ id, name }) => [id, name]))),
      this.renderFilter('tag', Object.fromEntries(tags.map((tag) => [tag, workWords.tagNames[tag] ?? tag]))),
      this.renderFilter('reason', w.reasons),
      this.renderFilter('language', w.languages),
      this.renderFilter('country', w.countries),
    ];
  }

  private renderFilter(name: Exclude<keyof Filters, 'query'>, options: Record<string, string>): TemplateResult {
    return html`<label>
      <span>${w.filterNames[name]}</span>
      <select
        class="field"
        data-testid="filter-${name}"
        .value=${this.filters[name]}
        @change=${(event: Event) => this.change(name, (event.target as HTMLSelectElement).value)}
      >
        <option value="">${w.any}</option>
        ${Object.entries(options).map(
          ([value, label]) => html`<option value=${value} ?selected=${value === this.filters[name]}>${label}</option>`,
        )}
      </select>
    </label>`;
  }

  private renderFound(found: readonly FoundThread[]): TemplateResult {
    const empty = found.length === 0 && !this.searching && !this.problem;
    return html`
      <div class="state">
        <p role="status">${this.searching ? w.searching : empty ? w.searchEmpty : w.searchFound(found.length)}</p>
        <button class="button quiet" data-testid="search-clear" @click=${this.clear}>${icons.close}${w.searchClear}</button>
      </div>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      <ul>
        ${found.map((thread) => html`<li>${this.renderResult(thread)}</li>`)}
      </ul>
      ${this.next ? html`<button class="button more" @click=${this.showMore}>${w.searchMore}</button>` : nothing}
    `;
  }

  private renderResult(thread: FoundThread): TemplateResult {
    const where = thread.status === 'closed' ? w.statusNames['closed'] : this.holderOf(thread);
    return html`<button
      class="item"
      data-testid="search-result"
      data-thread=${thread.id}
      aria-current=${thread.id === this.store.selected ? 'true' : 'false'}
      @click=${() => emit(this, 'console-select', thread.id)}
    >
      <span class="line"><span class="name">${thread.customer}</span><span class="muted">${where}</span></span>
      <span class="line">
        <span>${thread.title || thread.reason_text || ''}</span>
        <span class="muted">${thread.queued_at ? formatTime(thread.queued_at, 'en') : ''}</span>
      </span>
      <span class="snippet muted">${renderSnippet(thread.snippet ?? thread.last_text ?? '')}</span>
    </button>`;
  }

  private holderOf({ handler, agent }: FoundThread): string {
    return agent ?? w.handlerNames[handler] ?? '';
  }

  private change(name: keyof Filters, value: string): void {
    this.filters = { ...this.filters, [name]: value };
    window.clearTimeout(this.timer);
    if (Object.values(this.filters).every((each) => each.trim() === '')) return this.clear();
    this.timer = window.setTimeout(() => this.search(null), PAUSE_MS);
  }

  private async search(before: string | null): Promise<void> {
    this.running.abort();
    this.running = new AbortController();
    const { signal } = this.running;
    this.searching = true;
    this.problem = null;
    try {
      this.took(await findThreads(this.filters, before, signal), before !== null);
    } catch (error) {
      if (signal.aborted) return;
      this.problem = (error instanceof ApiError && error.title) || workWords.failed;
    }
    if (!signal.aborted) this.searching = false;
  }

  private took(answer: Found, append: boolean): void {
    const before = append ? (this.store.lists.found ?? []) : [];
    this.next = answer.next;
    this.store.setFound([...before, ...answer.threads]);
  }

  private showMore(): void {
    void this.search(this.next);
  }

  private clear(): void {
    window.clearTimeout(this.timer);
    this.running.abort();
    this.filters = NONE;
    this.next = null;
    this.searching = false;
    this.problem = null;
    this.store.setFound(null);
  }

  /** Arrow keys walk from the field through the results; Enter in the field opens the first; Escape ends the search. */
  private pressed(event: KeyboardEvent): void {
    const rows = [...this.renderRoot.querySelectorAll<HTMLElement>('.item')];
    const here = rows.indexOf(event.target as HTMLElement);
    if (event.key === 'Escape' && this.store.lists.found) this.clear();
    else if (event.target instanceof HTMLSelectElement) return;
    else if (event.key === 'ArrowDown') rows[here + 1]?.focus();
    else if (event.key === 'ArrowUp') (here > 0 ? rows[here - 1] : this.field)?.focus();
    else if (event.key === 'Enter' && event.target === this.field) rows[0]?.click();
    else return;
    event.preventDefault();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-search': ConsoleSearch;
  }
}
