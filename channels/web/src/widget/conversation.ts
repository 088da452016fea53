import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { emit } from '../emit';
import type { Words } from '../i18n';
import { icons } from '../icons';
import type { Language, Proposal } from '../protocol';
import { base, controls } from '../styles/shared';
import { signInAddress } from '../visitor';
import './composer';
import type { MyropoComposer } from './composer';
import { conversationStyles } from './conversation-styles';
import { FileDrop } from './file-drop';
import './log';
import type { MyropoChatLog } from './log';
import './queue-card';
import type { Rated } from './rating';
import type { ChatSession } from './session';
import type { CardWork } from './timeline';

/**
 * A conversation from its first line to the field for the next one, in the chat's panel or on a page of its own. The
 * session is its surroundings': what the session tells its view must reach this element as a new rendering.
 */
@customElement('myropo-conversation')
export class MyropoConversation extends LitElement {
  static override styles = [base, controls, conversationStyles];

  // The same object with other content each time.
  @property({ attribute: false, hasChanged: () => true }) session!: ChatSession;
  @property({ attribute: false }) words!: Words;
  @property() language: Language = 'en';
  /** Whether it can be seen at all: a closed panel reads nothing. */
  @property({ type: Boolean }) open = true;
  /** Said above the first message in place of the words about the AI assistant. */
  @property() disclosure = '';
  @query('myropo-chat-log') private log!: MyropoChatLog | null;
  @query('myropo-composer') private composer!: MyropoComposer | null;
  private readonly drop = new FileDrop(this, (files) => this.composer?.addFiles(files));

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.look);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.look);
  }

  override render(): TemplateResult {
    const { session, words: w } = this;
    const { thread, link } = session;
    const byPerson = thread?.handler.startsWith('agent:') ?? false;
    return html`<div
      class="frame"
      @chat-retry=${(event: CustomEvent<string>) => session.retry(event.detail)}
      @chat-quick=${this.quick}
      @chat-decide=${this.decide}
      @chat-rate=${({ detail }: CustomEvent<Rated>) => session.rate(detail.part, detail.score, detail.words)}
      @chat-older=${() => session.loadOlder()}
      @chat-leave-queue=${() => session.leaveQueue()}
      @chat-moved=${this.look}
      @composer-typing=${(event: CustomEvent<string>) => session.typingOut.typed(event.detail)}
      @composer-send=${this.send}
    >
      ${link === 'offline' ? html`<p class="bar" role="status" data-testid="offline">${w.chat.offline}</p>` : nothing}
      <myropo-chat-log
        .words=${w}
        .language=${this.language}
        .disclosure=${this.disclosure || w.chat.disclosure}
        .hint=${w.chat.hint}
        .items=${session.items}
        .typing=${session.typing}
        .typist=${this.typist}
        .online=${link === 'online'}
        .loading=${!thread && (link === 'connecting' || link === 'online')}
        .open=${this.open}
        .hasMore=${session.hasMore}
        .loadingOlder=${session.loadingOlder}
        .readSeq=${byPerson ? session.agentRead : null}
      ></myropo-chat-log>
      <div class="foot">${this.renderFoot()}</div>
      ${this.drop.over && this.composer ? html`<p class="drop">${w.files.drop}</p>` : nothing}
    </div>`;
  }

  override updated(): void {
    this.look();
  }

  /** Go to the newest message. */
  toEnd(): void {
    this.log?.toEnd();
  }

  /** The log has begun so many pixels lower (or higher), see there. */
  movedDown(pixels: number): void {
    this.log?.movedDown(pixels);
  }

  /** Put the caret into the field; false where there is none. */
  write(): boolean {
    this.composer?.focus();
    return this.composer !== null;
  }

  /** Write a text into the field without sending it. */
  async prepare(text: string): Promise<void> {
    await this.updateComplete;
    await this.composer?.prepare(text);
  }

  /** What is shown to the end, in a tab that is looked at, has been read. */
  private readonly look = (): void => {
    if (!this.open || document.visibilityState !== 'visible' || !this.log?.showsEnd) return;
    this.session.seenToEnd();
  };

  private get typist(): string {
    const { session, words: w } = this;
    return session.typing === 'agent' ? (session.thread?.agent ?? w.chat.someone) : w.chat.assistant;
  }

  private renderFoot(): TemplateResult {
    const { session, words: w } = this;
    const online = session.link === 'online';
    if (session.link === 'signed-out') {
      return html`<p>${w.chat.signedOut}</p>
        <a class="button filled" href=${signInAddress()}>${w.chat.signIn}</a>`;
    }
    if (session.link === 'refused') return html`<p>${w.chat.refused}</p>`;
    if (session.thread?.status === 'closed') return this.renderClosed(online);
    return html`${this.renderQueue(online)}${this.renderNotice()}<myropo-composer
        .words=${w.chat}
        .files=${w.files}
        .language=${this.language}
      ></myropo-composer>`;
  }

  private renderClosed(online: boolean): TemplateResult {
    const { chat } = this.words;
    return html`${this.renderNotice()}
      <p>${chat.closed}</p>
      ${this.session.fixed
        ? html`<a class="button filled" data-testid="start-new" href="/messages/new">${chat.startNew}</a>`
        : html`<button
            class="button filled"
            data-testid="start-new"
            ?disabled=${!online}
            @click=${() => emit(this, 'chat-new')}
          >
            ${chat.startNew}
          </button>`}`;
  }

  private renderQueue(online: boolean): TemplateResult | typeof nothing {
    const { queue, thread } = this.session;
    if (!queue || thread?.handler !== 'queue') return nothing;
    return html`<myropo-queue-card .words=${this.words} .place=${queue} .online=${online}></myropo-queue-card>`;
  }

  private renderNotice(): TemplateResult | typeof nothing {
    const { notice } = this.session;
    if (!notice) return nothing;
    return html`<div class="notice" role="alert">
      <p><strong>${notice.title}</strong> ${notice.detail ?? ''}</p>
      <button
        class="button plain small"
        aria-label=${this.words.chat.dismiss}
        @click=${() => this.session.dismissNotice()}
      >
        ${icons.close}
      </button>
    </div>`;
  }

  private send(event: CustomEvent<string>): void {
    this.session.say(event.detail, this.composer?.takeFiles() ?? []);
  }

  private quick(event: CustomEvent<string>): void {
    this.session.say(event.detail);
    // The button that was pressed disappears; the next thing to do is to write.
    if (window.matchMedia('(pointer: fine)').matches) this.composer?.focus();
    else emit(this, 'chat-unfocused');
  }

  private decide(event: CustomEvent<{ proposal: Proposal; work: Exclude<CardWork, null> }>): void {
    this.session.decide(event.detail.proposal, event.detail.work);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'myropo-conversation': MyropoConversation;
  }
}
