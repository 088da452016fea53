import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { emit } from '../emit';
import { base, controls } from '../styles/shared';
import { dense } from './controls';
import type { Presence } from './frames';
import './queue-list';
import './search';
import type { ConsoleSearch } from './search';
import type { ConsoleStore } from './store';
import { consoleWords as w } from './words';

const PRESENCES: readonly Presence[] = ['online', 'away', 'offline'];

/** The left column: whether the agent is at work, the next customer, search, and the lists. */
@customElement('console-sidebar')
export class ConsoleSidebar extends LitElement {
  static override styles = [
    base,
    controls,
    dense,
    css`
      :host {
        display: block;
      }
      .top {
        display: flex;
        gap: var(--space-2);
        padding: var(--space-3) var(--space-4);
      }
      fieldset {
        display: flex;
        flex: 1;
        margin: 0;
        padding: 0;
        border: 1px solid var(--border-strong);
        border-radius: var(--radius-card);
      }
      fieldset label {
        position: relative;
        flex: 1;
        display: flex;
        align-items: center;
        justify-content: center;
        min-height: calc(var(--control) - 2px);
        border-radius: 9px;
        color: var(--text-muted);
        cursor: pointer;
      }
      fieldset input {
        position: absolute;
        inset: 0;
        margin: 0;
        opacity: 0;
        cursor: pointer;
      }
      fieldset label:has(:checked) {
        background: var(--surface-3);
        color: var(--text);
        font-weight: 600;
      }
      fieldset label:has(:focus-visible) {
        outline: 2px solid var(--focus);
        outline-offset: 1px;
      }
      .nobody {
        padding: 0 var(--space-4) var(--space-2);
        color: var(--text-muted);
      }
    `,
  ];

  @property({ attribute: false }) store!: ConsoleStore;
  @property({ type: Number }) version = 0;
  @query('console-search') private search!: ConsoleSearch | null;

  override render(): TemplateResult {
    const { store, version } = this;
    return html`
      <div class="top">
        ${this.renderPresence()}
        <button
          class="button filled"
          data-testid="claim-next"
          title="${w.nextHint} (n)"
          aria-keyshortcuts="n"
          ?disabled=${store.link !== 'online'}
          @click=${() => emit(this, 'console-command', 'claim-next')}
        >
          ${w.next}
        </button>
      </div>
      <p class="nobody" role="status" ?hidden=${!store.nobodyWaits}>${store.nobodyWaits ? w.nobodyWaits : nothing}</p>
      <p class="sr" role="status" data-testid="given">
        ${store.given.length > 0 ? w.given(store.given.map(({ customer }) => customer).join(', ')) : nothing}
      </p>
      <console-search .store=${store} .version=${version}></console-search>
      ${store.lists.found ? nothing : html`<console-queue .store=${store} .version=${version}></console-queue>`}
    `;
  }

  /** Put the caret into the search field. */
  startSearch(): void {
    this.search?.focus();
  }

  private renderPresence(): TemplateResult {
    const { presence } = this.store.staff;
    return html`<fieldset data-testid="presence" data-presence=${presence}>
      <legend class="sr">${w.presence}</legend>
      ${PRESENCES.map(
        (each) => html`<label data-testid="presence-${each}">
          <input
            type="radio"
            name="presence"
            value=${each}
            .checked=${each === presence}
            @change=${() => this.store.setPresence(each)}
          />${w.presences[each]}
        </label>`,
      )}
    </fieldset>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-sidebar': ConsoleSidebar;
  }
}
