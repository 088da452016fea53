import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { emit } from '../emit';
import { formatTime } from '../format';
import { icons } from '../icons';
import { base, controls } from '../styles/shared';
import { getBehind, type Asked, type BehindList } from './api';
import type { Drill } from './chart';
import { formatSpan } from './measures';
import { boardStyles } from './styles';
import { boardWords as w } from './words';

/** The conversations behind a figure, each a link into the console. */
@customElement('board-drill')
export class BoardDrill extends LitElement {
  static override styles = [
    base,
    controls,
    boardStyles,
    css`
      .head {
        display: flex;
        align-items: flex-start;
        justify-content: space-between;
        gap: var(--space-3);
      }
      h2:focus {
        outline: none;
      }
      td {
        overflow-wrap: anywhere;
      }
      td.when,
      td.took {
        white-space: nowrap;
      }
    `,
  ];

  @property({ attribute: false }) asked!: Asked;
  @property({ attribute: false }) drill!: Drill;
  @state() private list: BehindList | null = null;
  @state() private failed = false;
  @query('h2') private heading!: HTMLElement | null;

  override render(): TemplateResult {
    const { list, drill } = this;
    return html`<section class="panel" data-testid="drill">
      <div class="head">
        <div>
          <h2 tabindex="-1">${drill.title}</h2>
          ${list ? html`<p class="muted" data-testid="drill-total">${w.behind(list.total)}. ${this.listed(list)}</p>` : nothing}
        </div>
        <button class="button plain small" aria-label=${w.close} @click=${() => emit(this, 'board-drill-close')}>
          ${icons.close}
        </button>
      </div>
      ${this.failed ? html`<p class="problem" role="alert">${w.failed}</p>` : nothing} ${list ? this.renderList(list) : nothing}
    </section>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('drill') || changed.has('asked')) void this.load();
  }

  private listed(list: BehindList): string {
    return list.total > list.threads.length ? w.behindFirst(list.threads.length) : '';
  }

  private renderList({ threads }: BehindList): TemplateResult {
    if (!threads.length) return html`<p class="muted">${w.none}</p>`;
    const timed = threads.some(({ seconds }) => seconds !== null);
    return html`<div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">${w.customer}</th>
            <th scope="col">${w.when}</th>
            ${timed ? html`<th scope="col">${w.took}</th>` : nothing}
            <th scope="col">${w.lastWords}</th>
          </tr>
        </thead>
        <tbody>
          ${threads.map(
            (thread) =>
              html`<tr>
                <th scope="row"><a data-testid="drill-thread" href="/console#/threads/${thread.id}">${thread.customer}</a></th>
                <td class="when">${formatTime(thread.at, 'en')}</td>
                ${timed ? html`<td class="took">${formatSpan(thread.seconds)}</td>` : nothing}
                <td lang=${thread.language}>${thread.last_text}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  private async load(): Promise<void> {
    const { asked, drill } = this;
    this.failed = false;
    try {
      const list = await getBehind(asked, drill.measure, drill.key);
      if (drill !== this.drill || asked !== this.asked) return;
      this.list = list;
      await this.updateComplete;
      this.heading?.focus();
      this.scrollIntoView({ block: 'nearest' });
    } catch {
      this.failed = true;
    }
  }
}
