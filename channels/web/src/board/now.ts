import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { base, controls } from '../styles/shared';
import { getBoard, type Board, type OnShift } from './api';
import { formatSpan } from './measures';
import { boardStyles } from './styles';
import { boardWords as w } from './words';

const REFRESH_MS = 3000;

/** What is going on now; asks again every few seconds while somebody looks. */
@customElement('board-now')
export class BoardNow extends LitElement {
  static override styles = [base, controls, boardStyles];

  @state() private board: Board | null = null;
  @state() private failed = false;
  private timer = 0;
  private readonly look = (): void => {
    window.clearTimeout(this.timer);
    if (!document.hidden) void this.load();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.look);
    this.look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.look);
    window.clearTimeout(this.timer);
  }

  override render(): TemplateResult {
    const { board } = this;
    return html`
      ${this.failed
        ? html`<p class="problem" role="alert">
            ${w.failed} <button class="button small" @click=${this.look}>${w.tryAgain}</button>
          </p>`
        : nothing}
      ${board ? html`${this.renderNumbers(board)} ${this.renderAgents(board.agents)} ${this.renderOpen(board)}` : nothing}
    `;
  }

  private renderNumbers(board: Board): TemplateResult {
    const longest = board.longest_minutes === null ? '–' : formatSpan(board.longest_minutes * 60);
    const wait = board.longest_minutes === null ? w.nobodyWaits : board.late ? w.late(board.late) : w.inTime;
    return html`<div class="numbers">
      ${number(w.waiting, String(board.waiting), '', 'waiting')}
      ${number(w.longest, longest, wait, 'longest', board.late > 0)}
      ${number(w.broken, String(board.broken_today), '', 'broken-today', board.broken_today > 0)}
      ${number(w.closed, String(board.closed_today), '', 'closed-today')}
    </div>`;
  }

  private renderAgents(agents: OnShift[]): TemplateResult {
    return html`<section class="panel">
      <h2>${w.agents}</h2>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">${w.agent}</th>
              <th scope="col">${w.presence}</th>
              <th scope="col" class="right">${w.load}</th>
            </tr>
          </thead>
          <tbody>
            ${agents.map(
              (agent) =>
                html`<tr data-testid="agent" data-id=${agent.id}>
                  <th scope="row">
                    ${agent.name}
                    <span class="muted">${agent.languages.map((language) => w.languages[language] ?? language).join(', ')}</span>
                  </th>
                  <td class="presence"><span class="dot ${agent.presence}"></span>${w.presences[agent.presence]}</td>
                  <td class="right">${agent.load} / ${agent.capacity}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  private renderOpen({ open }: Board): TemplateResult {
    return html`<section class="panel">
      <h2>${w.open}</h2>
      ${open.length ? html`<div class="scroll">${openTable(open)}</div>` : html`<p class="muted">${w.openNone}</p>`}
    </section>`;
  }

  private async load(): Promise<void> {
    try {
      this.board = await getBoard();
      this.failed = false;
    } catch {
      this.failed = true;
    }
    window.clearTimeout(this.timer);
    if (this.isConnected && !document.hidden) this.timer = window.setTimeout(this.look, REFRESH_MS);
  }
}

function number(label: string, value: string, more: string, id: string, alarm = false): TemplateResult {
  return html`<div class="number ${alarm ? 'alarm' : ''}" data-testid=${id}>
    <span>${label}</span> <span class="value" data-testid="value">${value}</span> <span class="more">${more}</span>
  </div>`;
}

function openTable(open: Board['open']): TemplateResult {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${w.language}</th>
        <th scope="col" class="right">${w.withAssistant}</th>
        <th scope="col" class="right">${w.inQueue}</th>
        <th scope="col" class="right">${w.withPeople}</th>
      </tr>
    </thead>
    <tbody>
      ${open.map(
        (row) =>
          html`<tr data-testid="open" data-language=${row.language}>
            <th scope="row">${w.languages[row.language] ?? row.language}</th>
            <td class="right">${row.assistant}</td>
            <td class="right">${row.queue}</td>
            <td class="right">${row.people}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
