import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { emit } from '../emit';
import { LANGUAGES, isLanguage, type Words } from '../i18n';
import { icons } from '../icons';
import type { Language, ThreadInfo } from '../protocol';
import { base, controls } from '../styles/shared';

/** The head of the chat: who answers, the way to a person, language, new conversation, close. */
@customElement('myropo-chat-header')
export class MyropoChatHeader extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      header {
        padding: var(--space-2) var(--space-2) var(--space-2) var(--space-4);
        border-bottom: 1px solid var(--border);
        background: var(--surface);
      }
      .row {
        display: flex;
        align-items: center;
        gap: var(--space-1);
      }
      .row + .row {
        justify-content: space-between;
        gap: var(--space-2);
        margin-block: var(--space-1);
        padding-right: var(--space-2);
      }
      .names {
        flex: 1;
        min-width: 0;
      }
      h2 {
        font-size: var(--type-18);
        line-height: 1.3;
      }
      .who {
        font-size: var(--type-14);
        color: var(--text-muted);
      }
      .icon {
        width: var(--touch);
        padding: 0;
        color: var(--text);
      }
      select {
        flex: none;
        max-width: 9rem;
      }
      @media (max-width: 400px) {
        .person svg {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) words!: Words;
  @property() language: Language = 'en';
  @property({ attribute: false }) thread: ThreadInfo | null = null;
  @property({ type: Boolean }) personWanted = false;
  @property({ type: Boolean }) online = false;

  override render(): TemplateResult {
    const { chat } = this.words;
    return html`
      <header>
        <div class="row">
          <div class="names">
            <h2 id="title">${chat.title}</h2>
            <p class="who" data-testid="chat-handler">${this.who}</p>
          </div>
          <a
            class="button plain icon"
            data-testid="all-messages"
            aria-label=${chat.allMessages}
            title=${chat.allMessages}
            href="/messages"
            >${icons.messages}</a
          >
          ${this.iconButton(icons.add, chat.newThread, 'chat-new', 'new-thread', !this.online)}
          ${this.iconButton(icons.close, chat.close, 'chat-close', 'chat-close')}
        </div>
        <div class="row">${this.renderPerson()} ${this.renderLanguages()}</div>
      </header>
    `;
  }

  private get handler(): string {
    return this.thread?.status === 'open' ? this.thread.handler : 'assistant';
  }

  private get who(): string {
    const { chat } = this.words;
    if (this.handler === 'queue') return chat.personWaiting;
    if (this.handler.startsWith('agent:')) return `${this.thread?.agent ?? chat.someone}, ${chat.service}`;
    return chat.assistant;
  }

  private renderPerson(): TemplateResult {
    const waits = this.personWanted || this.handler !== 'assistant';
    return html`<button
      class="button small person"
      data-testid="person-button"
      ?disabled=${waits}
      @click=${() => emit(this, 'chat-person')}
    >
      ${icons.person} ${this.words.chat.person}
    </button>`;
  }

  private renderLanguages(): TemplateResult {
    return html`<select
      class="field small"
      data-testid="chat-language"
      aria-label=${this.words.language}
      .value=${this.language}
      @change=${this.choose}
    >
      ${LANGUAGES.map(
        ([code, name]) => html`<option value=${code} ?selected=${code === this.language}>${name}</option>`,
      )}
    </select>`;
  }

  private choose(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    if (isLanguage(value)) emit(this, 'chat-language', value);
  }

  private iconButton(
    icon: TemplateResult,
    label: string,
    action: string,
    testId: string,
    disabled = false,
  ): TemplateResult {
    return html`<button
      class="button plain icon"
      aria-label=${label}
      title=${label}
      data-testid=${testId}
      ?disabled=${disabled}
      @click=${() => emit(this, action)}
    >
      ${icon}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'myropo-chat-header': MyropoChatHeader;
  }
}
