import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
  type ActiveElement,
  type ChartDataset,
  type ChartOptions,
} from 'chart.js';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { emit } from '../emit';
import { base, controls } from '../styles/shared';
import { chartStyles } from './chart-styles';
import type { ChartSpec, Series } from './charts';
import { formatSpan } from './measures';
import { boardWords as w } from './words';

Chart.register(BarController, BarElement, CategoryScale, Legend, LinearScale, LineController, LineElement, PointElement, Tooltip);

/** What somebody wants to see the conversations of. */
export interface Drill {
  measure: string;
  key: string | null;
  title: string;
}

/** A chart with a title that says what is seen, and the same figures as a table. */
@customElement('board-chart')
export class BoardChart extends LitElement {
  static override styles = [
    base,
    controls,
    chartStyles,
  ];

  @property({ attribute: false }) spec!: ChartSpec;
  @state() private table = false;
  @query('canvas') private canvas!: HTMLCanvasElement | null;
  private chart: Chart<'bar' | 'line', (number | null)[], string | string[]> | null = null;
  private readonly dark = window.matchMedia('(prefers-color-scheme: dark)');
  private readonly redraw = (): void => this.draw();

  override connectedCallback(): void {
    super.connectedCallback();
    this.dark.addEventListener('change', this.redraw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.dark.removeEventListener('change', this.redraw);
    this.chart?.destroy();
    this.chart = null;
  }

  override render(): TemplateResult {
    const { spec } = this;
    return html`<div class="head">
        <div>
          <h3 data-testid="chart-title">${spec.title}</h3>
          <p>${spec.about}</p>
        </div>
        <button
          class="button plain small"
          data-testid="as-table"
          aria-label="${this.table ? w.asChart : w.asTable}: ${spec.about}"
          aria-pressed=${this.table}
          @click=${() => (this.table = !this.table)}
        >
          ${this.table ? w.asChart : w.asTable}
        </button>
      </div>
      ${this.table
        ? this.renderTable()
        : html`<div class="canvas"><canvas role="img" aria-label="${spec.about}. ${spec.title}."></canvas></div>`}`;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('spec') || changed.has('table')) this.draw();
  }

  private renderTable(): TemplateResult {
    const { spec } = this;
    return html`<div class="table" tabindex="0" role="region" aria-label=${spec.about}>
      <table>
        <thead>
          <tr>
            <th scope="col">${spec.head}</th>
            ${spec.series.map((series) => html`<th scope="col">${series.name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${spec.labels.map(
            (label, row) =>
              html`<tr data-label=${label}>
                <th scope="row">${label}</th>
                ${spec.series.map((series) => html`<td>${this.renderValue(series, row)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  private renderValue(series: Series, row: number): TemplateResult | string | typeof nothing {
    const value = series.values[row];
    if (value === null || value === undefined) return '–';
    const words = this.wordsOf(value);
    if (!value || !series.measure) return words;
    return html`<button
      aria-label="${words}, ${series.name}, ${this.spec.labels[row]}: show the conversations"
      @click=${() => this.drill(series, row)}
    >
      ${words}
    </button>`;
  }

  private wordsOf(value: number): string {
    return this.spec.unit === 'seconds' ? formatSpan(value) : String(value);
  }

  private drill(series: Series, row: number): void {
    if (!series.measure || !series.values[row]) return;
    const title = `${this.spec.about}: ${this.spec.labels[row]}`;
    const detail: Drill = { measure: series.measure, key: series.keys?.[row] ?? null, title };
    emit(this, 'board-drill', series.keys ? detail : { ...detail, title: this.spec.about });
  }

  private draw(): void {
    this.chart?.destroy();
    this.chart = null;
    if (!this.canvas) return;
    const { spec } = this;
    Chart.defaults.font.family = getComputedStyle(this).fontFamily;
    this.chart = new Chart<'bar' | 'line', (number | null)[], string | string[]>(this.canvas, {
      type: spec.kind === 'lines' ? 'line' : 'bar',
      data: {
        labels: spec.kind === 'rows' ? spec.labels.map(folded) : spec.labels,
        datasets: spec.series.map((series) => this.datasetOf(series)),
      },
      options: this.options(),
    });
  }

  private options(): ChartOptions<'bar' | 'line'> {
    const { spec } = this;
    const [color, lines] = [this.token('--text-muted'), spec.kind === 'lines'];
    const across = spec.kind === 'rows' ? 'y' : 'x';
    return {
      animation: false,
      maintainAspectRatio: false,
      indexAxis: across,
      interaction: { mode: 'index', axis: across, intersect: false },
      scales: across === 'y' ? { x: this.values(), y: this.names() } : { x: this.names(), y: this.values() },
      onClick: (_, elements) => this.clicked(elements),
      plugins: {
        legend: {
          display: spec.series.length > 1,
          position: 'bottom',
          labels: { color, boxWidth: 12, boxHeight: lines ? 6 : 12, usePointStyle: lines },
        },
        tooltip: { callbacks: { label: (item) => ` ${item.dataset.label}: ${this.wordsOf(Number(item.raw))}` } },
      },
    };
  }

  /** The axis of figures. */
  private values() {
    const { spec } = this;
    return {
      beginAtZero: true,
      stacked: spec.stacked,
      grid: { color: this.token('--border') },
      border: { display: false },
      ticks: {
        color: this.token('--text-muted'),
        precision: 0,
        maxTicksLimit: 6,
        ...(spec.unit === 'seconds' ? { stepSize: stepOf(spec.series) } : {}),
        callback: (value: string | number) => this.wordsOf(Number(value)),
      },
    };
  }

  /** The axis of labels: every reason has its own, of days and hours as many as there is room for. */
  private names() {
    const { spec } = this;
    const color = this.token('--text-muted');
    return {
      stacked: spec.stacked,
      grid: { display: false },
      border: { color: this.token('--border') },
      ticks: spec.kind === 'rows' ? { color, autoSkip: false } : { color, maxRotation: 0, autoSkipPadding: 12 },
    };
  }

  private datasetOf(series: Series): ChartDataset<'bar' | 'line', (number | null)[]> {
    const colour = this.token(`--${series.role}`);
    if (this.spec.kind !== 'lines') {
      return { label: series.name, data: series.values, backgroundColor: colour, maxBarThickness: 36, borderRadius: 2 };
    }
    return {
      type: 'line',
      label: series.name,
      data: series.values,
      borderColor: colour,
      backgroundColor: series.dashed ? this.token('--surface') : colour,
      borderWidth: 2,
      borderDash: series.dashed ? [5, 4] : [],
      pointRadius: 3,
      spanGaps: true,
    };
  }

  /** The largest part under the pointer is meant: a list of conversations is for the bar that can be seen. */
  private clicked(elements: ActiveElement[]): void {
    const values = elements.map(({ datasetIndex, index }) => ({ series: this.spec.series[datasetIndex], index }));
    const [most] = values.sort((a, b) => (b.series?.values[b.index] ?? 0) - (a.series?.values[a.index] ?? 0));
    if (most?.series) this.drill(most.series, most.index);
  }

  private token(name: string): string {
    return getComputedStyle(this).getPropertyValue(name).trim();
  }
}

/** Steps of an axis of time that people count in: at most six of them. */
function stepOf(series: Series[]): number {
  const longest = Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const steps = [1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 720].map((minutes) => minutes * 60);
  return steps.find((step) => longest / step <= 6) ?? 86_400;
}

/** A label in lines that are short enough for the margin of a chart. */
function folded(label: string): string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 18) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

declare global {
  interface HTMLElementTagNameMap {
    'board-chart': BoardChart;
  }
}
