import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { getMe, signOut } from '../api';
import { icons } from '../icons';
import type { Agent } from '../protocol';
import { base, controls } from '../styles/shared';
import '../widget/composer';
import type { MyropoComposer } from '../widget/composer';
import { consoleStyles } from './console-styles';
import './customer';
import { listenToKeys } from './keys';
import './queue-list';
import { ConsoleStore, type OpenThread } from './store';
import './thread-view';
import { consoleWords as w } from './words';

type Pane = 'list' | 'thread' | 'customer';

/** The page on which people answer customers: queue, conversation, customer. */
@customElement('myropo-console')
export class MyropoConsole extends LitElement {
  static override styles = [base, controls, consoleStyles];

  @state() private agent: Agent | null = null;
  @state() private failed = false;
  @state() private version = 0;
  /** Which of the three columns a narrow screen shows. */
  @state() private pane: Pane = 'list';
  @state() private closing = false;
  @state() private help = false;
  @query('myropo-composer') private composer!: MyropoComposer | null;
  private readonly store = new ConsoleStore(() => (this.version += 1));
  private stopKeys: (() => void) | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopKeys = listenToKeys({
      move: (step) => this.move(step),
      claim: () => this.act('claim'),
      reply: () => this.composer?.focus(),
      handBack: () => this.act('hand_back'),
      close: () => this.askToClose(),
      help: () => (this.help = !this.help),
      escape: () => this.escape(),
    });
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopKeys?.();
    this.store.stop();
  }

  override render(): TemplateResult {
    const { store } = this;
    return html`
      ${this.renderHeader()}
      ${store.link === 'offline' ? html`<p class="bar" role="status" data-testid="offline">${w.offline}</p>` : nothing}
      ${this.renderStopped()}
      <div class="columns show-${this.pane}" @console-select=${(event: CustomEvent<string>) => this.select(event.detail)}>
        <nav class="list" aria-label=${w.queue}>
          <console-queue .store=${store} .version=${this.version}></console-queue>
        </nav>
        <main class="thread">${this.renderThread(store.thread)}</main>
        <aside class="customer" aria-label=${w.customer}>
          ${store.thread
            ? html`<console-customer
                .summary=${store.thread.summary}
                .brief=${store.thread.brief}
              ></console-customer>`
            : nothing}
        </aside>
      </div>
      ${this.help ? this.renderHelp() : nothing}
    `;
  }

  private renderHeader(): TemplateResult {
    return html`<header>
      <strong class="mark">MyRopo</strong>
      <h1>${w.title}</h1>
      <span class="muted" data-testid="signed-in">${this.agent ? `${this.agent.name}, ${this.agent.role}` : ''}</span>
      <button class="button plain small keys" aria-keyshortcuts="?" @click=${() => (this.help = !this.help)}>${w.help} (?)</button>
      <button class="button plain small" data-testid="sign-out" @click=${this.leave}>${w.signOut}</button>
    </header>`;
  }

  private renderStopped(): TemplateResult | typeof nothing {
    const { link } = this.store;
    if (this.failed) {
      return html`<p class="bar" role="alert">
        ${w.offline} <button class="button small" @click=${() => this.load()}>${w.tryAgain}</button>
      </p>`;
    }
    if (link === 'signed-out') {
      return html`<p class="bar" role="alert">${w.signedOut} <a href="/sign-in#agent">${w.signIn}</a></p>`;
    }
    return link === 'refused' ? html`<p class="bar" role="alert">${w.refused}</p>` : nothing;
  }

  private renderThread(thread: OpenThread | null): TemplateResult {
    if (!thread) return html`<p class="choose">${this.store.selected ? w.loading : w.choose}</p>`;
    return html`
      ${this.renderThreadHead(thread)} ${this.renderNotice()}
      <console-thread
        .store=${this.store}
        .thread=${thread}
        .version=${this.version}
        @console-retry=${(event: CustomEvent<string>) => this.store.retry(thread.summary.id, event.detail)}
      ></console-thread>
      <div class="foot">${this.closing ? this.renderClosing(thread) : this.renderFoot(thread)}</div>
    `;
  }

  private renderThreadHead(thread: OpenThread): TemplateResult {
    const { summary } = thread;
    const onCustomer = this.pane === 'customer';
    return html`<div class="head">
      <button class="button plain small narrow" @click=${() => (this.pane = 'list')}>${icons.back} ${w.back}</button>
      <h2>${summary.customer}</h2>
      <span class="muted grow">${summary.reason_text ?? ''}</span>
      <button class="button plain small middle" @click=${() => (this.pane = onCustomer ? 'thread' : 'customer')}>
        ${onCustomer ? w.showThread : w.showCustomer}
      </button>
      ${this.renderActions(summary.id)}
    </div>`;
  }

  private renderActions(id: string): TemplateResult | typeof nothing {
    const { store } = this;
    const off = store.busy.has(id) || store.link !== 'online';
    if (store.queue.some((thread) => thread.id === id)) {
      return html`<button class="button filled small" data-testid="claim" ?disabled=${off} @click=${() => this.act('claim')}>
        ${w.claim}
      </button>`;
    }
    if (!store.isMine(id)) return nothing;
    return html`<button class="button small" data-testid="hand-back" ?disabled=${off} @click=${() => this.act('hand_back')}>
        ${w.handBack}
      </button>
      <button class="button small" data-testid="close-thread" ?disabled=${off} @click=${this.askToClose}>${w.close}</button>`;
  }

  private renderNotice(): TemplateResult | typeof nothing {
    const { notice } = this.store;
    if (!notice) return nothing;
    return html`<div class="notice" role="alert">
      <span><strong>${notice.title}</strong> ${notice.detail ?? ''}</span>
      <button class="button plain small" aria-label=${w.dismiss} @click=${() => this.store.dismissNotice()}>
        ${icons.close}
      </button>
    </div>`;
  }

  private renderFoot(thread: OpenThread): TemplateResult {
    const { id, status, handler } = thread.summary;
    if (this.store.isMine(id)) {
      return html`<myropo-composer
        .words=${w.composer}
        fieldId="console-composer"
        sendId="console-send"
        @composer-send=${(event: CustomEvent<string>) => this.store.say(id, event.detail)}
      ></myropo-composer>`;
    }
    if (status === 'closed') return html`<p class="muted">${w.closed}</p>`;
    if (handler === 'assistant') return html`<p class="muted">${w.withAssistant}</p>`;
    return html`<p class="muted">${handler === 'queue' ? w.notMine : w.otherAgent}</p>`;
  }

  private renderClosing(thread: OpenThread): TemplateResult {
    return html`<div class="closing" role="group" aria-label=${w.close}>
      <p>${w.closeQuestion}</p>
      <button class="button filled small" data-testid="close-confirm" @click=${() => this.closeThread(thread)}>
        ${w.closeYes}
      </button>
      <button class="button small" data-testid="close-keep" @click=${() => (this.closing = false)}>${w.closeNo}</button>
    </div>`;
  }

  private renderHelp(): TemplateResult {
    return html`<div class="help" role="dialog" aria-label=${w.help} data-testid="help">
      <h2>${w.help}</h2>
      <dl>
        ${w.keys.map(([key, what]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${what}</dd></div>`)}
      </dl>
    </div>`;
  }

  private async load(): Promise<void> {
    this.failed = false;
    try {
      const me = await getMe();
      if (!me.agent) return location.assign('/sign-in#agent');
      this.agent = me.agent;
      this.store.clock.setToday(me.today);
      this.store.start();
    } catch {
      this.failed = true;
    }
  }

  private select(id: string): void {
    this.closing = false;
    this.pane = 'thread';
    this.store.select(id);
  }

  private move(step: 1 | -1): void {
    this.closing = false;
    this.store.move(step);
  }

  private act(type: 'claim' | 'hand_back'): void {
    const { store } = this;
    const id = store.selected;
    if (!id) return;
    const allowed = type === 'claim' ? store.queue.some((thread) => thread.id === id) : store.isMine(id);
    if (allowed) store.act(type, id);
  }

  private async askToClose(): Promise<void> {
    const id = this.store.selected;
    if (!id || !this.store.isMine(id)) return;
    this.closing = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[data-testid="close-confirm"]')?.focus();
  }

  private closeThread(thread: OpenThread): void {
    this.closing = false;
    this.store.act('close', thread.summary.id);
  }

  private escape(): void {
    if (this.help) this.help = false;
    else if (this.closing) this.closing = false;
    else this.composer?.blur();
  }

  private async leave(): Promise<void> {
    try {
      await signOut('agent');
    } finally {
      location.assign('/sign-in#agent');
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'myropo-console': MyropoConsole;
  }
}
