import { html, nothing, type TemplateResult } from 'lit';
import type { OpenThread } from './book';
import './dialogs-ending';
import './dialogs-passing';
import './dialogs-reading';
import './dialogs-sorting';
import type { ConsoleStore } from './store';

/** The dialogs by the command that opens them. */
export type DialogName =
  | 'transfer'
  | 'escalate'
  | 'hand-back'
  | 'tags'
  | 'snooze'
  | 'close'
  | 'merge'
  | 'block'
  | 'audit'
  | 'help';

/** The dialog of a name on a thread; help needs none. */
export function renderDialog(
  name: DialogName | null,
  store: ConsoleStore,
  thread: OpenThread | null,
): TemplateResult | typeof nothing {
  if (name === 'help') return html`<console-help></console-help>`;
  if (!thread) return nothing;
  switch (name) {
    case 'transfer':
      return html`<console-transfer .store=${store} .thread=${thread}></console-transfer>`;
    case 'escalate':
      return html`<console-escalate .store=${store} .thread=${thread}></console-escalate>`;
    case 'hand-back':
      return html`<console-hand-back .store=${store} .thread=${thread}></console-hand-back>`;
    case 'tags':
      return html`<console-tags .store=${store} .thread=${thread}></console-tags>`;
    case 'snooze':
      return html`<console-snooze .store=${store} .thread=${thread}></console-snooze>`;
    case 'close':
      return html`<console-close .store=${store} .thread=${thread}></console-close>`;
    case 'merge':
      return html`<console-merge .store=${store} .thread=${thread}></console-merge>`;
    case 'block':
      return html`<console-block .store=${store} .thread=${thread}></console-block>`;
    case 'audit':
      return html`<console-audit .store=${store} .thread=${thread}></console-audit>`;
    case null:
      return nothing;
  }
}
