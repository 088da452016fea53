const PAUSE_MS = 150;

/** An answer of `GET /api/v1/articles`. */
interface Found {
  title: string;
  short_answer: string;
  url: string;
  language: string;
}

/**
 * Answers while somebody types. The form stays what it was: Enter still asks the server for the whole page, and it does
 * the work when a request fails.
 */
export function searchAsTyped(form: HTMLFormElement, results: HTMLElement): void {
  new Search(form, results).begin();
}

class Search {
  private readonly field: HTMLInputElement;
  private readonly status: HTMLElement;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asking: AbortController | null = null;
  private shown: string;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly results: HTMLElement,
  ) {
    this.field = part(form, 'input[type=search]');
    this.status = part(form, '[data-status]');
    this.shown = this.question;
  }

  begin(): void {
    this.field.addEventListener('input', () => this.wait());
    this.form.addEventListener('submit', () => this.stop());
    this.form.addEventListener('keydown', (event) => this.key(event));
    this.results.addEventListener('keydown', (event) => this.key(event));
    // Whoever comes back finds the field as they left it, and the answers of the address.
    if (this.question !== new URLSearchParams(location.search).get('q')?.trim()) this.wait();
  }

  private get question(): string {
    return this.field.value.trim();
  }

  private stop(): void {
    clearTimeout(this.timer);
    this.asking?.abort();
  }

  private wait(): void {
    this.stop();
    if (this.question === this.shown) return;
    this.timer = setTimeout(() => void this.ask(this.question), this.question ? PAUSE_MS : 0);
  }

  private async ask(question: string): Promise<void> {
    const asking = (this.asking = new AbortController());
    try {
      const found = question ? await this.answers(question, asking.signal) : [];
      if (!asking.signal.aborted) this.show(question, found);
    } catch {
      if (asking.signal.aborted) return;
      this.shown = '';
      this.results.hidden = true;
      this.say(this.form.dataset['failed'] ?? '');
    }
  }

  private async answers(question: string, signal: AbortSignal): Promise<Found[]> {
    const { language = 'en', country = 'FI' } = this.form.dataset;
    const query = new URLSearchParams({ question, language, country });
    const answer = await fetch(`/api/v1/articles?${query}`, { signal });
    if (!answer.ok) throw new Error(`${answer.status}`);
    return ((await answer.json()) as { articles: Found[] }).articles;
  }

  private show(question: string, found: readonly Found[]): void {
    const number = this.form.getAttribute(`data-found-${found.length}`) ?? '';
    this.shown = question;
    this.results.hidden = !question;
    this.results.querySelector('[data-none]')?.remove();
    part(this.results, '[data-heading]').textContent = number;
    part(this.results, '[data-list]').replaceChildren(...found.map((one) => this.entry(one)));
    if (question && found.length === 0) this.results.append(copy('template[data-no-answer]'));
    this.say(question ? number : '');
    this.remember(question);
  }

  private entry(found: Found): Node {
    const entry = copy('template[data-answer]');
    const link = part<HTMLAnchorElement>(entry, 'a');
    const words = part(entry, 'p');
    link.textContent = found.title;
    link.href = new URL(found.url, location.origin).pathname + new URL(found.url, location.origin).search;
    words.textContent = found.short_answer;
    if (found.language !== this.form.dataset['language']) link.lang = words.lang = found.language;
    return entry;
  }

  private say(words: string): void {
    this.status.textContent = words;
  }

  /** The address tells what is shown, so that a reload and a way back show it again. */
  private remember(question: string): void {
    const address = new URL(location.href);
    if (question) address.searchParams.set('q', question);
    else address.searchParams.delete('q');
    history.replaceState(history.state, '', address);
    for (const way of document.querySelectorAll<HTMLAnchorElement>('details.switch a')) {
      const elsewhere = new URL(way.href);
      if (question) elsewhere.searchParams.set('q', question);
      else elsewhere.searchParams.delete('q');
      way.href = elsewhere.href;
    }
  }

  /** Arrows walk through field and answers; Escape leads back to the field. */
  private key(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const places: HTMLElement[] = [this.field, ...this.results.querySelectorAll<HTMLElement>('[data-list] a')];
    const here = places.indexOf(document.activeElement as HTMLElement);
    if (here < 0) return;
    if (event.key === 'Escape' && here > 0) this.field.focus();
    if (!step || this.results.hidden) return;
    event.preventDefault();
    places[Math.min(Math.max(here + step, 0), places.length - 1)]?.focus();
  }
}

function part<E extends HTMLElement>(within: ParentNode, selector: string): E {
  const found = within.querySelector<E>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
}

function copy(selector: string): DocumentFragment {
  return part<HTMLTemplateElement>(document, selector).content.cloneNode(true) as DocumentFragment;
}
