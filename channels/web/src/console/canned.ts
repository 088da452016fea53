import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { getCanned, type Canned } from './api';
import { workWords as w } from './words-work';

/** The list of canned answers that opens when a reply begins with a slash. */
export class CannedPicker implements ReactiveController {
  private answers: readonly Canned[] = [];
  private threadId: string | null = null;
  private asked: string | null = null;
  private active = 0;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly choose: (answer: Canned) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.close();
  }

  get open(): boolean {
    return this.asked !== null;
  }

  /** For `aria-activedescendant`. */
  get activeId(): string | null {
    return this.open && this.matches.length > 0 ? `canned-${this.active}` : null;
  }

  /** The reply changed: what stands after a leading slash is searched for. */
  typed(threadId: string, text: string): void {
    const asked = /^\/(\S*)$/.exec(text)?.[1] ?? null;
    if (asked !== null && this.asked === null) void this.load(threadId);
    if (asked !== this.asked) this.active = 0;
    this.asked = asked;
    this.host.requestUpdate();
  }

  close(): void {
    this.asked = null;
    this.host.requestUpdate();
  }

  /** Whether the key was for the list. */
  pressed(event: KeyboardEvent): boolean {
    if (!this.open) return false;
    const { matches } = this;
    if (event.key === 'ArrowDown') this.active = Math.min(matches.length - 1, this.active + 1);
    else if (event.key === 'ArrowUp') this.active = Math.max(0, this.active - 1);
    else if (event.key === 'Escape') this.close();
    else if (event.key === 'Enter' || event.key === 'Tab') return this.take(matches[this.active]);
    else return false;
    this.host.requestUpdate();
    return true;
  }

  render(): TemplateResult | typeof nothing {
    if (!this.open) return nothing;
    const { matches } = this;
    return html`
      <p class="sr" role="status">${matches.length > 0 ? w.cannedCount(matches.length) : w.cannedEmpty}</p>
      <ul id="canned" class="canned" role="listbox" aria-label=${w.canned} data-testid="canned">
        ${matches.map((answer, n) => this.renderAnswer(answer, n))}
        ${matches.length === 0 ? html`<li class="muted none" role="presentation">${w.cannedEmpty}</li>` : nothing}
      </ul>
    `;
  }

  private renderAnswer(answer: Canned, n: number): TemplateResult {
    return html`<li
      id="canned-${n}"
      role="option"
      data-testid="canned-item"
      data-shortcut=${answer.shortcut}
      aria-selected=${n === this.active}
      @mousedown=${(event: Event) => {
        // Otherwise the reply loses the focus before the click.
        event.preventDefault();
        this.take(answer);
      }}
    >
      <span><strong>/${answer.shortcut}</strong> ${answer.title}</span>
      <span class="muted preview">${answer.text}</span>
      ${answer.missing.length > 0
        ? html`<span class="gaps">${w.cannedMissing(answer.missing.join(', '))}</span>`
        : nothing}
    </li>`;
  }

  private get matches(): readonly Canned[] {
    const asked = (this.asked ?? '').toLowerCase();
    const begins = (text: string): boolean => text.toLowerCase().startsWith(asked);
    return this.answers.filter(({ shortcut, title }) => begins(shortcut) || title.split(/\s+/).some(begins));
  }

  private take(answer: Canned | undefined): boolean {
    if (!answer) return false;
    this.close();
    this.choose(answer);
    return true;
  }

  private async load(threadId: string): Promise<void> {
    // Filled with the customer's own figures, they belong to one thread and one moment.
    if (this.threadId !== threadId) this.answers = [];
    this.threadId = threadId;
    try {
      const answers = await getCanned(threadId);
      if (this.threadId === threadId) this.answers = answers;
    } catch {
      // Without the list a reply is written by hand; the next slash asks again.
    }
    this.host.requestUpdate();
  }
}
