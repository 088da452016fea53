import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { getMe, signOut } from '../api';
import type { Me } from '../http';
import { base, controls } from '../styles/shared';
import './history';
import './now';
import './review';
import './team';
import { boardWords as w } from './words';

const TABS = ['now', 'history', 'review', 'team'] as const;
type Tab = (typeof TABS)[number];

/** The supervisors' page: what is going on, what has been, what to learn from it, and who does what. */
@customElement('myropo-board')
export class MyropoBoard extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
        min-height: 100vh;
        background: var(--surface-2);
        font-size: var(--type-14);
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 var(--space-3);
        padding: var(--space-1) var(--space-4);
        border-bottom: 1px solid var(--border);
        background: var(--surface);
      }
      .mark {
        font-size: var(--type-18);
      }
      h1 {
        font-size: var(--type-14);
        font-weight: 400;
        color: var(--text-muted);
      }
      nav {
        display: flex;
        flex: 1;
        gap: var(--space-1);
        justify-content: center;
      }
      nav a {
        display: inline-flex;
        align-items: center;
        min-height: var(--touch);
        padding: 0 var(--space-3);
        border-bottom: 2px solid transparent;
        color: var(--text);
        text-decoration: none;
      }
      nav a[aria-current] {
        border-bottom-color: var(--action);
        font-weight: 600;
      }
      main {
        max-width: 76rem;
        margin: 0 auto;
        padding: var(--space-5) var(--space-4) var(--space-12);
      }
      main:focus {
        outline: none;
      }
      .state {
        padding: var(--space-8) var(--space-4);
        text-align: center;
      }
      .state p {
        margin-bottom: var(--space-4);
      }
      @media (max-width: 860px) {
        nav {
          order: 3;
          flex-basis: 100%;
          justify-content: space-between;
        }
        h1 {
          flex: 1;
        }
        .name {
          display: none;
        }
      }
    `,
  ];

  @state() private me: Me | null = null;
  @state() private failed = false;
  @state() private tab: Tab = tabNow();
  private readonly follow = (): void => {
    this.tab = tabNow();
    this.renderRoot.querySelector('main')?.focus();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.follow);
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.follow);
  }

  override render(): TemplateResult {
    const { me } = this;
    return html`${this.renderHeader(me)}
      <main tabindex="-1" aria-label=${w.tabs[this.tab]}>
        ${this.failed
          ? html`<div class="state" role="alert">
              <p>${w.failed}</p>
              <button class="button" @click=${this.load}>${w.tryAgain}</button>
            </div>`
          : nothing}
        ${me ? this.renderMain(me) : nothing}
      </main>`;
  }

  private renderHeader(me: Me | null): TemplateResult {
    return html`<header>
      <strong class="mark">MyRopo</strong>
      <h1>${w.title}</h1>
      <nav aria-label=${w.title}>
        ${TABS.map(
          (tab) =>
            html`<a href="#${tab}" data-testid="tab-${tab}" aria-current=${tab === this.tab ? 'page' : nothing}>${w.tabs[tab]}</a>`,
        )}
      </nav>
      <span class="name" data-testid="signed-in">${me?.agent?.name ?? ''}</span>
      <a class="button plain small" data-testid="to-console" href="/console">${w.console}</a>
      <button class="button plain small" data-testid="sign-out" @click=${this.leave}>${w.signOut}</button>
    </header>`;
  }

  private renderMain(me: Me): TemplateResult {
    if (me.agent?.role !== 'supervisor') {
      return html`<div class="state">
        <p>${w.onlySupervisors}</p>
        <a class="button" href="/console">${w.toConsole}</a>
      </div>`;
    }
    switch (this.tab) {
      case 'now':
        return html`<board-now></board-now>`;
      case 'history':
        return html`<board-history .today=${me.today}></board-history>`;
      case 'review':
        return html`<board-review></board-review>`;
      case 'team':
        return html`<board-team></board-team>`;
    }
  }

  private readonly load = async (): Promise<void> => {
    this.failed = false;
    try {
      const me = await getMe();
      if (!me.agent) return location.assign('/sign-in#agent');
      this.me = me;
    } catch {
      this.failed = true;
    }
  };

  private async leave(): Promise<void> {
    try {
      await signOut('agent');
    } finally {
      location.assign('/sign-in#agent');
    }
  }
}

function tabNow(): Tab {
  const named = location.hash.slice(1);
  return TABS.find((tab) => tab === named) ?? 'now';
}

declare global {
  interface HTMLElementTagNameMap {
    'myropo-board': MyropoBoard;
  }
}
