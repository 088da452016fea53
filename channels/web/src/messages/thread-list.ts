import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { ApiError } from '../api';
import { emit } from '../emit';
import type { ThreadEntry } from '../http';
import type { Words } from '../i18n';
import type { MessageWords } from '../i18n/messages';
import { icons } from '../icons';
import type { Language } from '../protocol';
import { base, controls } from '../styles/shared';
import type { InvoiceNames } from './invoice-names';
import { threadPath } from './route';
import { listStyles } from './thread-list-styles';
import { titleOf, whenOf, whoAnswers } from './who';

/**
 * The customer's conversations, newest first, and the way to a new one. Asks with `threads-wanted` for another try and
 * with `threads-more` for older ones.
 */
@customElement('myropo-thread-list')
export class MyropoThreadList extends LitElement {
  static override styles = [base, controls, listStyles];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) here!: MessageWords;
  @property() language: Language = 'en';
  @property({ attribute: false }) entries: readonly ThreadEntry[] | null = null;
  @property({ attribute: false }) problem: Error | null = null;
  /** Whether there are older ones that are not shown. */
  @property({ type: Boolean }) more = false;
  @property({ attribute: false, hasChanged: () => true }) invoices!: InvoiceNames;

  override render(): TemplateResult {
    const { here } = this;
    return html`<div class="head">
        <h1>${here.title}</h1>
        <a class="button filled" data-testid="new-message" href="/messages/new">${icons.add} ${here.write}</a>
      </div>
      ${this.renderBody()}`;
  }

  private renderBody(): TemplateResult {
    const { entries, problem, words: w, here } = this;
    // A list that is already there is worth more than the news that a later reading failed.
    if (!entries && problem) return this.renderProblem(problem);
    if (!entries) return html`<div class="bones" role="status"><span class="sr">${w.loading}</span><i></i><i></i></div>`;
    if (entries.length === 0) {
      return html`<section class="state" data-testid="no-threads">
        <h2>${here.emptyTitle}</h2>
        <p>${here.emptyText}</p>
      </section>`;
    }
    return html`<ul class="list">
      ${repeat(
        entries,
        ({ id }) => id,
        (entry) => html`<li>${this.renderEntry(entry)}</li>`,
      )}
    </ul>
    ${this.more
      ? html`<button class="button more" @click=${() => emit(this, 'threads-more')}>${here.older}</button>`
      : nothing}`;
  }

  private renderEntry(entry: ThreadEntry): TemplateResult {
    const { here, language } = this;
    const at = entry.last_at ?? entry.created_at;
    return html`<a
      class=${entry.unread > 0 ? 'thread new' : 'thread'}
      data-testid="thread-item"
      data-thread=${entry.id}
      href=${threadPath(entry.id)}
    >
      <span class="line">
        <span class="title">${titleOf(entry.title, entry.created_at, language, here)}</span>
        <time class="quiet num" datetime=${at}>${whenOf(at, language)}</time>
      </span>
      <span class="line">
        <span class="last">${entry.last_text}</span>
        ${entry.unread > 0 ? this.renderUnread(entry.unread) : nothing}
      </span>
      <span class="quiet about">${this.about(entry)}</span>
    </a>`;
  }

  private renderUnread(count: number): TemplateResult {
    return html`<span class="unread num" data-testid="unread"
      ><span aria-hidden="true">${count}</span><span class="sr">${this.here.unread(count)}</span></span
    >`;
  }

  private about(entry: ThreadEntry): string {
    const { words: w, here } = this;
    const who = whoAnswers(entry, w, here);
    if (entry.invoice === null) return who;
    const invoice = this.invoices.find(entry.invoice);
    return `${who} · ${here.invoice(invoice?.number ?? entry.invoice, invoice?.biller.name ?? null)}`;
  }

  private renderProblem(problem: Error): TemplateResult {
    const { here, words: w } = this;
    return html`<section class="state" role="alert">
      <h2>${here.errorTitle}</h2>
      <p>${(problem instanceof ApiError && problem.detail) || here.errorText}</p>
      <button class="button" @click=${() => emit(this, 'threads-wanted')}>${w.tryAgain}</button>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'myropo-thread-list': MyropoThreadList;
  }
}
