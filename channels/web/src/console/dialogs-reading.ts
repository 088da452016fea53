import { html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { formatTime } from '../format';
import { getAudit, type AuditEntry } from './api';
import { ConsoleDialog } from './dialog';
import { keysAreOn, turnKeys } from './keys';
import { consoleWords } from './words';
import { workWords as w } from './words-work';

/** Who of customer service saw and did what in the thread. */
@customElement('console-audit')
export class ConsoleAudit extends ConsoleDialog {
  protected override readonly heading = w.auditTitle;
  protected override readonly name = 'audit';
  protected override readonly doIt = null;
  @state() private entries: readonly AuditEntry[] | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    getAudit(this.thread.summary.id).then(
      (entries) => (this.entries = entries),
      () => (this.problem = `${w.failed}. ${w.failedHint}`),
    );
  }

  protected override renderBody(): TemplateResult {
    const { entries } = this;
    if (entries === null) return html`<p class="muted">${w.thinking}</p>`;
    if (entries.length === 0) return html`<p>${w.auditEmpty}</p>`;
    return html`<ol>
      ${entries.map(
        ({ at, agent, action, details }) => html`<li data-testid="audit-entry" data-action=${action}>
          <span class="muted num">${formatTime(at, 'en')}</span> <strong>${agent}</strong> ${action.replaceAll('_', ' ')}
          <span class="muted">${told(details)}</span>
        </li>`,
      )}
    </ol>`;
  }
}

/** What the keyboard can do. */
@customElement('console-help')
export class ConsoleHelp extends ConsoleDialog {
  protected override readonly heading = consoleWords.help;
  protected override readonly name = 'help';
  protected override readonly doIt = null;

  protected override renderBody(): TemplateResult {
    return html`<dl data-testid="help">
        ${consoleWords.keys.map(([key, what]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${what}</dd></div>`)}
      </dl>
      <label class="choice">
        <input
          type="checkbox"
          data-testid="keys-on"
          .checked=${keysAreOn()}
          @change=${(event: Event) => turnKeys((event.target as HTMLInputElement).checked)}
        />
        <span>${consoleWords.keysOn}</span>
      </label>`;
  }
}

/** The details of an entry that are plain, in a line. */
function told(details: Record<string, unknown>): string {
  const plain = Object.entries(details).filter(([, value]) => value !== null && value !== '' && typeof value !== 'object');
  return plain.map(([name, value]) => `${name.replaceAll('_', ' ')}: ${String(value)}`).join(', ');
}

declare global {
  interface HTMLElementTagNameMap {
    'console-audit': ConsoleAudit;
    'console-help': ConsoleHelp;
  }
}
