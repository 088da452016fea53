import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { getMe, signOut } from '../api';
import { icons } from '../icons';
import type { Agent } from '../protocol';
import { base, controls } from '../styles/shared';
import type { OpenThread } from './book';
import { consoleStyles } from './console-styles';
import { dense } from './controls';
import './customer';
import { renderDialog, type DialogName } from './dialogs';
import './foot';
import type { ConsoleFoot } from './foot';
import { listenToKeys, type Command } from './keys';
import './sidebar';
import type { ConsoleSidebar } from './sidebar';
import { ConsoleStore, DONE } from './store';
import './thread-head';
import type { ConsoleHead } from './thread-head';
import './thread-view';
import './top';
import { consoleWords as w } from './words';
import { workWords } from './words-work';

type Pane = 'list' | 'thread' | 'customer';

/** Dialogs that change a thread, and so need one that is the agent's own. */
const OWN: readonly DialogName[] = ['transfer', 'escalate', 'hand-back', 'tags', 'snooze', 'close', 'merge'];
const SUPERVISED: readonly DialogName[] = ['block', 'audit'];

/** The page on which people answer customers: list, conversation, customer. */
@customElement('myropo-console')
export class MyropoConsole extends LitElement {
  static override styles = [base, controls, dense, consoleStyles];

  @state() private agent: Agent | null = null;
  @state() private today = '';
  @state() private failed = false;
  @state() private version = 0;
  /** Which of the three columns a narrow screen shows. */
  @state() private pane: Pane = 'list';
  @state() private dialog: DialogName | null = null;
  @query('console-foot') private foot!: ConsoleFoot | null;
  @query('console-head') private head!: ConsoleHead | null;
  @query('console-sidebar') private sidebar!: ConsoleSidebar | null;
  private readonly store = new ConsoleStore(() => (this.version += 1));
  private stopKeys: (() => void) | null = null;
  private shown: string | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopKeys = listenToKeys((command) => this.obey(command));
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopKeys?.();
    this.store.stop();
  }

  override render(): TemplateResult {
    const { store, version } = this;
    return html`
      <console-top .agent=${this.agent} @console-command=${this.commanded} @console-sign-out=${this.leave}></console-top>
      ${this.renderLink()}
      <div
        class="columns show-${this.pane}"
        @console-select=${(event: CustomEvent<string>) => this.select(event.detail)}
        @console-command=${this.commanded}
        @console-pane=${(event: CustomEvent<Pane>) => this.turnTo(event.detail)}
      >
        <nav class="list" aria-label=${w.lists}>
          <console-sidebar .store=${store} .version=${version}></console-sidebar>
        </nav>
        <main class="thread">${this.renderThread(store.thread)}</main>
        <aside class="customer" aria-label=${workWords.customer}>
          ${store.thread
            ? html`<console-customer
                .store=${store}
                .thread=${store.thread}
                .version=${version}
                .today=${this.today}
              ></console-customer>`
            : nothing}
        </aside>
      </div>
      <div @dialog-closed=${() => (this.dialog = null)}>${renderDialog(this.dialog, store, store.thread)}</div>
    `;
  }

  override willUpdate(): void {
    const { selected } = this.store;
    // A narrow screen turns to a thread however it was chosen: by a click, a key, or as the next who waited.
    if (selected && selected !== this.shown) this.pane = 'thread';
    this.shown = selected;
  }

  override updated(): void {
    const { unread } = this.store;
    document.title = `${unread > 0 ? `(${unread}) ` : ''}MyRopo ${w.title.toLowerCase()}`;
  }

  private renderLink(): TemplateResult | typeof nothing {
    const { link } = this.store;
    if (this.failed) {
      return html`<p class="bar" role="alert">
        ${w.offline} <button class="button" @click=${() => this.load()}>${w.tryAgain}</button>
      </p>`;
    }
    if (link === 'offline') return html`<p class="bar" role="status" data-testid="offline">${w.offline}</p>`;
    if (link === 'signed-out') {
      return html`<p class="bar" role="alert">${w.signedOut} <a href="/sign-in#agent">${w.signIn}</a></p>`;
    }
    return link === 'refused' ? html`<p class="bar" role="alert">${w.refused}</p>` : nothing;
  }

  private renderThread(thread: OpenThread | null): TemplateResult {
    if (!thread) {
      if (this.store.selected) return html`<div class="choose">${this.renderNotice()}<p>${w.loading}</p></div>`;
      return html`<div class="choose">${this.renderNotice()}<p>${w.choose}</p><p class="keys">${w.chooseHint}</p></div>`;
    }
    const { store, version } = this;
    return html`
      <console-head .store=${store} .thread=${thread} .version=${version} .onCustomer=${this.pane === 'customer'}></console-head>
      ${this.renderNotice()}
      <console-thread .store=${store} .thread=${thread} .version=${version}></console-thread>
      <console-foot .store=${store} .thread=${thread} .version=${version}></console-foot>
    `;
  }

  private renderNotice(): TemplateResult | typeof nothing {
    const { notice } = this.store;
    if (!notice) return nothing;
    return html`<div class="notice ${notice.code === DONE ? 'done' : ''}" role="alert" data-testid="notice">
      <span><strong>${notice.title}</strong> ${notice.detail ?? ''}</span>
      <button class="button quiet icon" aria-label=${w.dismiss} @click=${() => this.store.tell(null)}>${icons.close}</button>
    </div>`;
  }

  private async load(): Promise<void> {
    this.failed = false;
    try {
      const me = await getMe();
      if (!me.agent) return location.assign('/sign-in#agent');
      this.agent = me.agent;
      this.today = me.today;
      this.store.clock.setToday(me.today);
      this.store.start();
    } catch {
      this.failed = true;
    }
  }

  private commanded(event: CustomEvent<Command>): void {
    this.obey(event.detail);
  }

  private obey(command: Command): void {
    const { store } = this;
    if (command === 'next-thread') store.move(1);
    else if (command === 'previous-thread') store.move(-1);
    else if (command === 'claim-next') store.claimNext();
    else if (command === 'claim' || command === 'step-in') this.take();
    else if (command === 'wake') this.wake();
    else if (command === 'search') this.startSearch();
    else if (command === 'reply' || command === 'note') void this.foot?.begin(command);
    else if (command === 'suggest') this.foot?.suggest();
    else if (command === 'escape') this.foot?.leave();
    else this.ask(command);
  }

  /** Claim what waits, or step in where the assistant answers. */
  private take(): void {
    const thread = this.store.summary;
    if (!thread || thread.status === 'closed') return;
    if (thread.handler === 'queue') this.store.act(thread.id, { type: 'claim' });
    if (this.store.mayStepIn(thread)) this.store.act(thread.id, { type: 'step_in' });
  }

  private wake(): void {
    const id = this.store.selected;
    if (id) this.store.act(id, { type: 'snooze', until: null });
  }

  private ask(name: DialogName): void {
    const id = this.store.selected;
    if (OWN.includes(name) && !(id && this.store.isMine(id))) return;
    if (SUPERVISED.includes(name) && !(id && this.store.staff.supervises)) return;
    this.dialog = name;
  }

  private select(id: string): void {
    this.store.select(id);
    this.turnTo('thread');
  }

  /** On a narrow screen, where the columns take turns, the focus goes along. */
  private async turnTo(pane: Pane): Promise<void> {
    this.pane = pane;
    await this.updateComplete;
    if (!window.matchMedia('(max-width: 720px)').matches) return;
    if (pane === 'thread') this.head?.focus();
  }

  private async startSearch(): Promise<void> {
    await this.turnTo('list');
    this.sidebar?.startSearch();
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
