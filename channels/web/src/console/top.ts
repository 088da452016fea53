import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { emit } from '../emit';
import type { Agent } from '../protocol';
import { base, controls } from '../styles/shared';
import { dense } from './controls';
import { consoleWords as w } from './words';

/** The page's head: where to, who is signed in, help, sign out. */
@customElement('console-top')
export class ConsoleTop extends LitElement {
  static override styles = [
    base,
    controls,
    dense,
    css`
      header {
        display: flex;
        align-items: center;
        gap: 0 var(--space-3);
        padding: var(--space-1) var(--space-2) var(--space-1) var(--space-4);
        border-bottom: 1px solid var(--border);
      }
      .mark {
        font-size: var(--type-18);
      }
      nav {
        display: flex;
        flex: 1;
        gap: var(--space-3);
      }
      nav a {
        display: inline-flex;
        align-items: center;
        min-height: var(--control);
        color: var(--text-muted);
        text-decoration: none;
      }
      nav a:hover {
        text-decoration: underline;
      }
      nav [aria-current] {
        color: var(--text);
        font-weight: 600;
      }
      .who {
        min-width: 0;
        overflow: hidden;
        color: var(--text-muted);
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      @media (max-width: 720px) {
        header {
          gap: 0 var(--space-2);
        }
        /* A narrow screen rarely has a keyboard; "?" still works. */
        .keys {
          display: none;
        }
        .button {
          flex: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) agent: Agent | null = null;

  override render(): TemplateResult {
    const { agent } = this;
    return html`<header>
      <h1 class="sr">${w.title}</h1>
      <strong class="mark">MyRopo</strong>
      <nav aria-label=${w.pages}>
        <a href="/console" aria-current="page">${w.console}</a>
        ${agent?.role === 'supervisor' ? html`<a href="/console/board" data-testid="to-board">${w.board}</a>` : nothing}
      </nav>
      <span class="who" data-testid="signed-in">${agent ? `${agent.name}, ${agent.role}` : ''}</span>
      <button
        class="button quiet keys"
        aria-keyshortcuts="?"
        @click=${() => emit(this, 'console-command', 'help')}
      >
        ${w.help} (?)
      </button>
      <button class="button quiet" data-testid="sign-out" @click=${() => emit(this, 'console-sign-out')}>${w.signOut}</button>
    </header>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-top': ConsoleTop;
  }
}
