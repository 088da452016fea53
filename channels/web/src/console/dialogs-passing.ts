import { html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ConsoleDialog, renderNoteField, textOf } from './dialog';
import { consoleWords } from './words';
import { workWords as w } from './words-work';

/** Pass the thread to a team or a colleague, with a note. */
@customElement('console-transfer')
export class ConsoleTransfer extends ConsoleDialog {
  protected override readonly heading = w.transferTitle;
  protected override readonly name = 'transfer';
  protected override readonly hint = w.transferHint;
  protected override readonly doIt = w.transfer;
  @state() private target = '';

  protected override get ready(): boolean {
    return this.target !== '';
  }

  protected override renderBody(): TemplateResult {
    const { teams, colleagues, agent } = this.store.staff;
    const others = colleagues.filter(({ id }) => id !== agent?.id);
    return html`
      <label class="stack">
        <span>${w.to}</span>
        <select
          class="field"
          autofocus
          data-testid="transfer-target"
          @change=${(event: Event) => (this.target = (event.target as HTMLSelectElement).value)}
        >
          <option value=""></option>
          <optgroup label=${w.teams}>
            ${teams.map(({ id, name }) => html`<option value="team:${id}">${name}</option>`)}
          </optgroup>
          <optgroup label=${w.colleagues}>
            ${others.map(
              ({ id, name, presence, languages }) =>
                html`<option value="agent:${id}">${name}, ${consoleWords.presences[presence]} (${languages.join(', ')})</option>`,
            )}
          </optgroup>
        </select>
      </label>
      ${renderNoteField(w.noteFor)}
    `;
  }

  protected override submit(form: FormData): string | null {
    const [kind, id = ''] = this.target.split(/:(.*)/s);
    const agentId = kind === 'agent' ? id : null;
    const teamId = kind === 'team' ? id : null;
    return this.act({ type: 'transfer', agent_id: agentId, team_id: teamId, note: textOf(form, 'note') });
  }
}

/** Ask a supervisor to take over. */
@customElement('console-escalate')
export class ConsoleEscalate extends ConsoleDialog {
  protected override readonly heading = w.escalateTitle;
  protected override readonly name = 'escalate';
  protected override readonly hint = w.escalateHint;
  protected override readonly doIt = w.escalate;

  protected override renderBody(): TemplateResult {
    return renderNoteField(w.noteFor);
  }

  protected override submit(form: FormData): string | null {
    return this.act({ type: 'escalate', note: textOf(form, 'note') });
  }
}

/** Let the assistant go on, with a note about what was done. */
@customElement('console-hand-back')
export class ConsoleHandBack extends ConsoleDialog {
  protected override readonly heading = w.handBackTitle;
  protected override readonly name = 'hand-back';
  protected override readonly hint = w.handBackHint;
  protected override readonly doIt = w.handBack;

  protected override renderBody(): TemplateResult {
    return renderNoteField(w.noteForAssistant);
  }

  protected override submit(form: FormData): string | null {
    return this.act({ type: 'hand_back', note: textOf(form, 'note') });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-transfer': ConsoleTransfer;
    'console-escalate': ConsoleEscalate;
    'console-hand-back': ConsoleHandBack;
  }
}
