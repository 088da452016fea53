import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { getNotices } from '../api';
import { emit } from '../emit';
import { formatClock, formatDay } from '../format';
import type { Notice } from '../http';
import { words as wordsOf, type Words } from '../i18n';
import { icons } from '../icons';
import type { Language } from '../protocol';
import { base, controls } from '../styles/shared';
import { dismiss, dismissals, undismissed } from './dismissed';
import { noticesStyles } from './notices-styles';

const EVERY_MS = 60_000;
const LONGEST_TIMER_MS = 2_147_483_647;

/** A notice, and when it goes by the device's clock. */
interface Listed extends Notice {
  goes: number;
}

/**
 * News and disruptions while they last. When its height changes it fires `notices-grown` with the pixels, before they
 * are painted, so that what stands below can keep its place.
 */
@customElement('myropo-notices')
export class MyropoNotices extends LitElement {
  static override styles = [base, controls, noticesStyles];

  @property() language: Language = 'en';
  @property({ reflect: true }) channel: 'portal' | 'chat' = 'portal';
  @property({ attribute: false }) words: Words = wordsOf('en');
  /** Out of sight: asks for nothing. */
  @property({ type: Boolean }) paused = false;
  @state() private listed: readonly Listed[] = [];
  @state() private now = Date.now();
  @query('[role=status]') private region!: HTMLElement | null;
  private asked = 0;
  private height = 0;
  private polling: ReturnType<typeof setInterval> | undefined;
  private ending: ReturnType<typeof setTimeout> | undefined;
  private readonly resized = new ResizeObserver(() => this.measure());

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.watch);
    dismissals.addEventListener('change', this.redraw);
    this.resized.observe(this);
    if (this.hasUpdated) this.watch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.watch);
    dismissals.removeEventListener('change', this.redraw);
    this.resized.disconnect();
    clearInterval(this.polling);
    clearTimeout(this.ending);
    this.asked += 1;
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('language') || changed.has('channel') || changed.has('paused')) this.watch();
  }

  override render(): TemplateResult {
    const shown = undismissed(this.listed.filter((notice) => notice.goes > this.now));
    // The region is there before its words are, else screen readers do not hear them; what has been heard is not
    // read again when a neighbour goes.
    return html`<div role="status" aria-atomic="false" tabindex="-1">
      ${repeat(
        shown,
        (notice) => notice.id,
        (notice) => this.renderNotice(notice),
      )}
    </div>`;
  }

  private renderNotice(notice: Notice): TemplateResult {
    const { notices: w } = this.words;
    return html`<div class="notice ${notice.kind}" data-testid="notice" data-kind=${notice.kind} data-id=${notice.id}>
      ${notice.kind === 'disruption' ? icons.alert : nothing}
      <div class="words" id="notice-${notice.id}">
        <p>
          <span class="kind">${w.kinds[notice.kind]}:</span>
          <span lang=${notice.language}>${notice.text}</span>
        </p>
        ${notice.ends_at === null
          ? nothing
          : html`<p class="until num" data-testid="notice-until">${this.until(notice.ends_at)}</p>`}
      </div>
      <button
        class="button plain dismiss"
        data-testid="notice-dismiss"
        aria-label=${w.dismiss}
        aria-describedby="notice-${notice.id}"
        title=${w.dismiss}
        @click=${(event: Event) => this.dismiss(event, notice)}
      >
        ${icons.close}
      </button>
    </div>`;
  }

  private until(moment: string): string {
    const end = new Date(moment);
    const today = end.toDateString() === new Date(this.now).toDateString();
    const day = today ? null : formatDay(end, this.language, new Date(this.now));
    return this.words.notices.until(day, formatClock(end, this.language));
  }

  private readonly redraw = (): void => {
    this.now = Date.now();
    this.requestUpdate();
    clearTimeout(this.ending);
    const next = Math.min(...this.listed.map((notice) => notice.goes).filter((goes) => goes > this.now));
    if (next < Infinity) this.ending = setTimeout(this.redraw, Math.min(next - this.now, LONGEST_TIMER_MS));
  };

  private readonly watch = (): void => {
    clearInterval(this.polling);
    if (document.visibilityState !== 'visible' || this.paused) return;
    this.redraw();
    void this.ask();
    this.polling = setInterval(() => void this.ask(), EVERY_MS);
  };

  private async ask(): Promise<void> {
    const mine = ++this.asked;
    const sentAt = Date.now();
    try {
      const notices = await getNotices(this.language, this.channel);
      if (mine !== this.asked) return;
      this.listed = notices.map((notice) => ({ ...notice, goes: goesAt(notice, sentAt) }));
    } catch {
      // Without an answer, what was known stays until it is over; the page has its own words for a lost connection.
    }
    if (this.isConnected) this.redraw();
  }

  private async dismiss(event: Event, notice: Notice): Promise<void> {
    const button = event.currentTarget as HTMLElement;
    const place = this.buttons().indexOf(button);
    dismiss(notice);
    await this.updateComplete;
    // The button that had the focus is gone; the keyboard goes on from here.
    const left = this.buttons();
    (left[place] ?? left.at(-1) ?? this.region)?.focus();
  }

  private buttons(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.dismiss')];
  }

  private measure(): void {
    // In a hidden panel nothing has a size.
    if (this.offsetWidth === 0) return;
    const grown = this.offsetHeight - this.height;
    this.height = this.offsetHeight;
    if (grown !== 0) emit(this, 'notices-grown', grown);
  }
}

/**
 * What the service lists is in force, whatever the device's clock says: an end that had passed before we asked tells
 * of a clock that is wrong, and the notice stays until the service lists it no more.
 */
function goesAt(notice: Notice, sentAt: number): number {
  const end = notice.ends_at === null ? Infinity : Date.parse(notice.ends_at);
  return end > sentAt ? end : Infinity;
}

declare global {
  interface HTMLElementTagNameMap {
    'myropo-notices': MyropoNotices;
  }
}
