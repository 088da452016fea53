import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { emit } from './emit';
import { LANGUAGES, isLanguage, type Words } from './i18n';
import type { Language } from './protocol';
import { base, controls } from './styles/shared';

/** The head of the customer's pages: wordmark, who is signed in, language, sign out, and the demo label. */
@customElement('myropo-site-header')
export class MyropoSiteHeader extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
      }
      .demo {
        padding: var(--space-1) var(--space-4);
        background: var(--surface-3);
        font-size: var(--type-14);
        text-align: center;
      }
      header {
        background: var(--surface);
        border-bottom: 1px solid var(--border);
      }
      .inner {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2) var(--space-4);
        max-width: 64rem;
        margin: 0 auto;
        padding: var(--space-2) var(--space-4);
      }
      .mark {
        flex: 1;
        display: flex;
        align-items: center;
        min-height: var(--touch);
        font-size: var(--type-22);
        font-weight: 700;
        color: var(--text);
        text-decoration: none;
      }
      .help {
        display: inline-flex;
        align-items: center;
        min-height: var(--touch);
        padding: 0 var(--space-2);
        font-size: var(--type-14);
        color: var(--action);
        text-underline-offset: 0.2em;
      }
      .count {
        min-width: 1.6em;
        margin-left: var(--space-1);
        padding-inline: 0.4em;
        border-radius: 1em;
        background: var(--action);
        font-weight: 600;
        color: var(--action-text);
        text-align: center;
      }
      .name {
        font-size: var(--type-14);
        color: var(--text-muted);
      }
      .short {
        display: none;
      }
      @media (max-width: 560px) {
        .inner {
          gap: 0 var(--space-1);
        }
        /* Two lines: where one can go, and who one is. */
        .inner::after {
          order: 1;
          flex-basis: 100%;
          content: '';
        }
        .name,
        .name ~ * {
          order: 2;
        }
        .name {
          flex: 1 1 0;
          min-width: 0;
        }
        .long {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
        .short {
          display: inline;
        }
      }
    `,
  ];

  @property({ attribute: false }) words!: Words;
  @property() language: Language = 'en';
  @property() name = '';
  @property({ type: Boolean }) demo = false;
  /** How many messages wait to be read. */
  @property({ type: Number }) unread = 0;

  override render(): TemplateResult {
    const { words: w, name } = this;
    return html`
      ${this.demo ? html`<p class="demo" data-testid="demo-label">${w.demo}</p>` : nothing}
      <header>
        <div class="inner">
          <a class="mark" href="/">MyRopo</a>
          ${name ? this.renderMessages() : nothing}
          <a class="help" data-testid="help" href="/help/${this.language}">${w.help}</a>
          ${name ? html`<span class="name" data-testid="signed-in"
                ><span class="long">${w.signedInAs(name)}</span><span class="short" aria-hidden="true">${name}</span></span
              >` : nothing}
          ${this.renderLanguages()}
          ${name
            ? html`<button
                class="button plain small"
                data-testid="sign-out"
                @click=${() => emit(this, 'site-sign-out')}
              >
                ${w.signOut}
              </button>`
            : nothing}
        </div>
      </header>
    `;
  }

  private renderMessages(): TemplateResult {
    const { words: w, unread } = this;
    return html`<a class="help" data-testid="messages-link" href="/messages"
      >${w.messages}${unread > 0
        ? html`<span class="count num" data-testid="messages-unread"
            ><span aria-hidden="true">${unread}</span><span class="sr">, ${w.unread(unread)}</span></span
          >`
        : nothing}</a
    >`;
  }

  private renderLanguages(): TemplateResult {
    return html`<select
      class="field small"
      data-testid="language"
      aria-label=${this.words.language}
      .value=${this.language}
      @change=${this.choose}
    >
      ${LANGUAGES.map(
        ([code, label]) =>
          html`<option value=${code} lang=${code} ?selected=${code === this.language}>${label}</option>`,
      )}
    </select>`;
  }

  private choose(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    if (isLanguage(value)) emit(this, 'site-language', value);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'myropo-site-header': MyropoSiteHeader;
  }
}
