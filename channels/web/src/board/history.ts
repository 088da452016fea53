import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base, controls } from '../styles/shared';
import { csvAddress, getStatistics, type Asked, type Statistics } from './api';
import './chart';
import type { Drill } from './chart';
import { chartsOf } from './charts';
import './drill';
import { daysBefore, formatShare, formatSpan } from './measures';
import { boardStyles } from './styles';
import { boardWords as w } from './words';

type Range = '7' | '14' | '30' | 'custom';

/** The figures of some days, as numbers and charts, with the conversations behind them. */
@customElement('board-history')
export class BoardHistory extends LitElement {
  static override styles = [
    base,
    controls,
    boardStyles,
    css`
      .filters {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--space-3);
        margin-bottom: var(--space-4);
      }
      label {
        display: grid;
        color: var(--text-muted);
      }
      label .field {
        color: var(--text);
      }
      .csv {
        margin-left: auto;
      }
      .charts {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: var(--space-4);
        margin-top: var(--space-4);
      }
      .charts > :last-child:nth-child(odd) {
        grid-column: 1 / -1;
      }
      board-drill {
        margin-top: var(--space-4);
      }
      .definitions {
        margin-top: var(--space-4);
        color: var(--text-muted);
      }
      @media (max-width: 860px) {
        .charts {
          grid-template-columns: minmax(0, 1fr);
        }
        .csv {
          margin-left: 0;
        }
      }
    `,
  ];

  /** The service's own today. */
  @property() today = '';
  @state() private range: Range = '14';
  @state() private asked: Asked | null = null;
  @state() private found: Statistics | null = null;
  @state() private failed = false;
  @state() private drill: Drill | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.ask({ from: daysBefore(this.today, 13), to: this.today, country: '', language: '' });
  }

  override render(): TemplateResult {
    const { asked, found } = this;
    if (!asked) return html``;
    return html`
      ${this.renderFilters(asked)}
      ${this.failed
        ? html`<p class="problem" role="alert">
            ${w.failed} <button class="button small" @click=${() => this.ask(asked)}>${w.tryAgain}</button>
          </p>`
        : nothing}
      <div
        aria-live="polite"
        @board-drill=${(event: CustomEvent<Drill>) => (this.drill = event.detail)}
        @board-drill-close=${() => (this.drill = null)}
      >
        ${found ? this.renderFound(asked, found) : nothing}
      </div>
    `;
  }

  private renderFilters(asked: Asked): TemplateResult {
    return html`<div class="filters">
      ${select(w.days, 'range', this.range, { '7': w.last7, '14': w.last14, '30': w.last30, custom: w.custom }, (value) =>
        this.chooseRange(value as Range),
      )}
      ${this.range === 'custom' ? html`${this.renderDay(w.from, 'from')} ${this.renderDay(w.to, 'to')}` : nothing}
      ${select(w.country, 'country', asked.country, { '': w.all, ...w.countries }, (country) => this.ask({ ...asked, country }))}
      ${select(w.language, 'language', asked.language, { '': w.all, ...w.languages }, (language) =>
        this.ask({ ...asked, language }),
      )}
      <a class="button small csv" data-testid="csv" href=${csvAddress(asked)} download>${w.csv}</a>
    </div>`;
  }

  private renderDay(label: string, name: 'from' | 'to'): TemplateResult {
    return html`<label
      >${label}
      <input
        class="field small"
        type="date"
        data-testid=${name}
        required
        .value=${this.asked?.[name] ?? ''}
        max=${this.today}
        @change=${(event: Event) => this.chooseDay(name, (event.target as HTMLInputElement).value)}
      />
    </label>`;
  }

  private renderFound(asked: Asked, found: Statistics): TemplateResult {
    const { ended, answer_served: served, answer_wall: wall, resolution } = found;
    return html`
      <div class="numbers">
        ${this.renderNumber('Solved without a person', formatShare(ended.share_alone), `${ended.alone} of ${ended.count} ended`, 'ended_alone')}
        ${this.renderNumber('First answer of a person', formatSpan(served.median), `service time; ${formatSpan(wall.median)} by the clock`, 'answer_served')}
        ${this.renderNumber('Until it is closed', formatSpan(resolution.median), `nine of ten within ${formatSpan(resolution.p90)}`, 'resolution')}
        ${this.renderNumber('Came back within 7 days', formatShare(ended.share_again), `${ended.again} of ${ended.count} ended`, 'recontacts')}
      </div>
      ${this.drill ? html`<board-drill .asked=${asked} .drill=${this.drill}></board-drill>` : nothing}
      <div class="charts">
        ${chartsOf(found).map((spec) => html`<board-chart data-chart=${spec.id} .spec=${spec}></board-chart>`)}
      </div>
      <p class="definitions">${w.definitions}</p>
    `;
  }

  private renderNumber(label: string, value: string, more: string, measure: string): TemplateResult {
    return html`<button
      class="number"
      data-testid=${measure}
      @click=${() => (this.drill = { measure, key: null, title: label })}
    >
      <span>${label}</span> <span class="value" data-testid="value">${value}</span> <span class="more">${more}</span>
    </button>`;
  }

  private chooseRange(range: Range): void {
    this.range = range;
    if (!this.asked || range === 'custom') return;
    this.ask({ ...this.asked, from: daysBefore(this.today, Number(range) - 1), to: this.today });
  }

  private chooseDay(name: 'from' | 'to', day: string): void {
    if (!this.asked || !day) return;
    const asked = { ...this.asked, [name]: day };
    // The other day follows, rather than that the two exclude each other.
    if (asked.from > asked.to) asked[name === 'from' ? 'to' : 'from'] = day;
    this.ask(asked);
  }

  private ask(asked: Asked): void {
    this.asked = asked;
    this.drill = null;
    void this.load(asked);
  }

  private async load(asked: Asked): Promise<void> {
    this.failed = false;
    try {
      const found = await getStatistics(asked);
      if (asked === this.asked) this.found = found;
    } catch {
      this.failed = asked === this.asked;
    }
  }
}

function select(
  label: string,
  id: string,
  value: string,
  choices: Record<string, string>,
  choose: (value: string) => void,
): TemplateResult {
  return html`<label
    >${label}
    <select class="field small" data-testid=${id} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${Object.entries(choices).map(([key, words]) => html`<option value=${key} ?selected=${key === value}>${words}</option>`)}
    </select>
  </label>`;
}
