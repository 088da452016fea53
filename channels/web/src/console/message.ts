import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ApiError } from '../api';
import { isSafe } from '../links';
import type { Unsent } from '../outbox';
import type { Attachment, MessagePayload, SaidEvent } from '../protocol';
import { base, controls } from '../styles/shared';
import { translate } from './api';
import type { OpenThread } from './book';
import { dense } from './controls';
import { timeOf } from './entries';
import { messageStyles } from './message-styles';
import type { ConsoleStore } from './store';
import { consoleWords as w } from './words';
import { workWords } from './words-work';

/** A message or a note, stored or on its way; with its files, sources and translation. */
@customElement('console-message')
export class ConsoleMessage extends LitElement {
  static override styles = [base, controls, dense, messageStyles];

  @property({ attribute: false }) store!: ConsoleStore;
  @property({ attribute: false }) thread!: OpenThread;
  @property({ attribute: false }) event: SaidEvent | null = null;
  @property({ attribute: false }) unsent: Unsent | null = null;
  @property() seen: '' | 'sent' | 'read' = '';
  @state() private translation: string | null = null;
  @state() private working = false;
  @state() private problem: string | null = null;

  override render(): TemplateResult {
    const { event, unsent } = this;
    const author = event?.author.kind ?? 'agent';
    const note = this.isNote;
    const payload: MessagePayload = event?.payload ?? { text: unsent?.text ?? '', attachments: [...(unsent?.attachments ?? [])] };
    return html`<article
        class=${note ? 'note' : author}
        data-testid=${note ? 'note' : 'message'}
        data-author=${author}
        data-audience=${note ? 'internal' : 'public'}
        data-state=${unsent?.state ?? 'stored'}
      >
        <p class="meta">
          <strong>${note ? `${w.note}, ${this.name}` : this.name}</strong>
          <span>
            ${this.renderTranslate()}
            ${event ? timeOf(event.at) : unsent?.state === 'waiting' ? w.waiting : nothing}
          </span>
        </p>
        <div class="texts">
          ${payload.text ? html`<p class="text" data-testid="message-text">${payload.text}</p>` : nothing}
          ${this.translation === null ? nothing : html`<p class="text" data-testid="translation">${this.translation}</p>`}
        </div>
        ${this.problem ? html`<p class="attention" role="alert">${this.problem}</p>` : nothing}
        ${this.renderMore(payload)} ${unsent?.state === 'failed' ? this.renderFailure(unsent) : nothing}
      </article>
      ${this.seen ? html`<p class="seen" data-testid="read-state" data-state=${this.seen}>${w[this.seen]}</p>` : nothing}`;
  }

  private get isNote(): boolean {
    const { event, unsent } = this;
    if (event) return event.kind === 'note' || event.audience === 'internal';
    return unsent !== null && this.store.outgoing.isNote(unsent.clientId);
  }

  private get name(): string {
    const author = this.event?.author ?? { kind: 'agent', name: this.store.staff.agent?.name ?? null };
    if (author.kind === 'customer') return this.thread.summary.customer;
    if (author.kind === 'assistant') return w.assistant;
    return this.isNote ? (author.name ?? '') : `${author.name ?? ''}, ${w.service}`;
  }

  private renderMore({ table, link, citations, attachments }: MessagePayload): TemplateResult {
    const files = (attachments ?? []).filter(({ url }) => isSafe(url));
    const sources = (citations ?? []).filter(({ url }) => isSafe(url));
    return html`
      ${table ? html`<p class="muted rows num">${table.rows.map((row) => row.join(' · ')).join('\n')}</p>` : nothing}
      ${link ? html`<p class="muted">${w.link}: ${link.label}</p>` : nothing}
      ${files.map((file) => renderFile(file))}
      ${sources.map(({ title, url }) => html`<p class="muted">${w.source}: ${renderLink(url, title)}</p>`)}
    `;
  }

  /** Where the copilot can, the words of others can be read in the agent's own language. */
  private renderTranslate(): TemplateResult | typeof nothing {
    const { event, store } = this;
    const mine = store.staff.agent?.languages[0];
    if (!event?.payload.text || event.author.kind === 'agent' || !store.abilities?.translate || !mine) return nothing;
    if (mine === this.thread.summary.language) return nothing;
    const word = this.translation === null ? workWords.translateMessage : workWords.hideTranslation;
    return html`<button class="translate" ?disabled=${this.working} @click=${() => this.toggleTranslation(mine)}>
      ${this.working ? workWords.thinking : word}
    </button>`;
  }

  private async toggleTranslation(to: string): Promise<void> {
    if (this.translation !== null) {
      this.translation = null;
      return;
    }
    this.working = true;
    this.problem = null;
    try {
      this.translation = (await translate(this.thread.summary.id, this.event?.payload.text ?? '', to)).text;
    } catch (error) {
      this.problem = (error instanceof ApiError && error.title) || workWords.failed;
    }
    this.working = false;
  }

  private renderFailure({ clientId, problem }: Unsent): TemplateResult {
    return html`<div class="problem" role="alert">
      <span><strong>${problem?.title ?? w.notSent}</strong> ${problem?.detail ?? ''}</span>
      <button class="button" @click=${() => this.store.retry(this.thread, clientId)}>${w.tryAgain}</button>
    </div>`;
  }
}

function renderLink(url: string, text: string): TemplateResult {
  return html`<a href=${url} target="_blank" rel="noopener">${text}<span class="sr"> (${w.newTab})</span></a>`;
}

function renderFile({ name, size, url }: Attachment): TemplateResult {
  return html`<p class="file">
    <span data-testid="attachment">${renderLink(url, name)}</span>
    <span class="muted num">${sizeOf(size)}</span>
  </p>`;
}

/** A size as people say it. */
export function sizeOf(bytes: number): string {
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${Math.max(1, Math.round(kilobytes))} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}

declare global {
  interface HTMLElementTagNameMap {
    'console-message': ConsoleMessage;
  }
}
