import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ApiError, getDemoPeople, signIn } from '../api';
import type { DemoPeople, SignIn } from '../http';
import { browserLanguage, storeLanguage, storedLanguage, words, type Words } from '../i18n';
import { backTo } from '../links';
import type { Language } from '../protocol';
import { page } from '../styles/page';
import { base, controls } from '../styles/shared';
import '../site-header';
import { forgetChat } from '../widget/memory';
import { signInStyles } from './sign-in-styles';

/** The demo's door: choose a customer, a company invoice or an agent. */
@customElement('myropo-sign-in')
export class MyropoSignIn extends LitElement {
  static override styles = [base, controls, page, signInStyles];

  @state() private people: DemoPeople | null = null;
  @state() private unavailable: string | null = null;
  @state() private problem: { title: string; detail: string } | null = null;
  @state() private busy = false;
  @state() private language: Language = storedLanguage() ?? browserLanguage();
  @state() private myropoId = '';
  @state() private missing = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override willUpdate(): void {
    document.documentElement.lang = this.language;
    document.title = `${this.words.signInPage.title} - MyRopo`;
  }

  override render(): TemplateResult {
    const { words: w } = this;
    return html`
      <myropo-site-header
        .words=${w}
        .language=${this.language}
        @site-language=${(event: CustomEvent<Language>) => this.choose(event.detail)}
      ></myropo-site-header>
      <main>
        <h1>${w.signInPage.title}</h1>
        <p class="lead">${w.signInPage.lead}</p>
        ${this.renderProblem()} ${this.unavailable === null ? nothing : this.renderUnavailable(this.unavailable)}
        ${this.people ? this.renderPeople(this.people) : nothing}
      </main>
    `;
  }

  private get words(): Words {
    return words(this.language);
  }

  private renderProblem(): TemplateResult | typeof nothing {
    if (!this.problem) return nothing;
    return html`<section class="problem" role="alert" data-testid="sign-in-problem">
      <strong>${this.problem.title}</strong>
      <p>${this.problem.detail}</p>
    </section>`;
  }

  private renderUnavailable(detail: string): TemplateResult {
    const { signInPage, tryAgain } = this.words;
    return html`<section class="state" role="alert">
      <h2>${signInPage.unavailableTitle}</h2>
      <p>${detail || signInPage.unavailableText}</p>
      <button class="button" @click=${() => this.load()}>${tryAgain}</button>
    </section>`;
  }

  private renderPeople(people: DemoPeople): TemplateResult {
    const { signInPage } = this.words;
    return html`
      <section>
        <h2>${signInPage.customers}</h2>
        <div class="cards">
          ${people.customers.map((person) =>
            this.renderCard(person.handle, person.name, person.country, person.about, { customer: person.handle }),
          )}
        </div>
      </section>
      ${this.renderCompany(people.company_myropo_id)}
      <section id="agent" tabindex="-1">
        <h2>${signInPage.agents}</h2>
        <p class="muted">${signInPage.agentsLead}</p>
        <div class="cards">
          ${people.agents.map((agent) =>
            this.renderCard(agent.id, agent.name, agent.role, agent.languages.join(', '), { agent: agent.id }),
          )}
        </div>
      </section>
    `;
  }

  private renderCard(id: string, name: string, mark: string, about: string, who: SignIn): TemplateResult {
    return html`<button
      class="card"
      data-testid=${`sign-in-${id}`}
      ?disabled=${this.busy}
      @click=${() => this.enter(who)}
    >
      <span class="top"><strong>${name}</strong><span class="muted">${mark}</span></span>
      <span class="muted">${about}</span>
    </button>`;
  }

  private renderCompany(example: string | null): TemplateResult {
    const { signInPage: w } = this.words;
    return html`<section>
      <h2>${w.company}</h2>
      <p class="muted">${w.companyLead}</p>
      <form class="company" novalidate @submit=${this.submitCompany}>
        <label for="myropo-id">${w.myropoId}</label>
        <div class="line">
          <input
            id="myropo-id"
            class="field"
            data-testid="myropo-id"
            autocomplete="off"
            spellcheck="false"
            aria-invalid=${this.missing ? 'true' : 'false'}
            aria-describedby="myropo-id-note"
            .value=${this.myropoId}
            @input=${(event: Event) => this.typed((event.target as HTMLInputElement).value)}
          />
          <button class="button" data-testid="sign-in-company" ?disabled=${this.busy}>${w.openInvoice}</button>
        </div>
        <p id="myropo-id-note" class=${this.missing ? 'missing' : 'muted'}>
          ${this.missing ? w.myropoIdMissing : example ? this.renderExample(example) : nothing}
        </p>
      </form>
    </section>`;
  }

  private renderExample(example: string): TemplateResult {
    const { signInPage: w } = this.words;
    return html`${w.example(example)}
      <button type="button" class="link" @click=${() => this.typed(example)}>${w.useExample}</button>`;
  }

  private typed(value: string): void {
    this.myropoId = value;
    this.missing = false;
  }

  private submitCompany(event: Event): void {
    event.preventDefault();
    const id = this.myropoId.trim();
    if (id) void this.enter({ myropo_id: id });
    else this.missing = true;
  }

  private async load(): Promise<void> {
    this.unavailable = null;
    try {
      this.people = await getDemoPeople();
    } catch (error) {
      this.unavailable = error instanceof ApiError ? (error.detail ?? '') : this.words.failedNetwork;
      return;
    }
    await this.updateComplete;
    if (location.hash === '#agent') this.renderRoot.querySelector<HTMLElement>('#agent')?.focus();
  }

  private async enter(who: SignIn): Promise<void> {
    this.busy = true;
    this.problem = null;
    try {
      await signIn(who);
      // The conversation of whoever sat here before is not the newcomer's.
      if (!('agent' in who)) forgetChat();
      location.assign('agent' in who ? '/console' : backTo(new URLSearchParams(location.search).get('next')));
    } catch (error) {
      this.busy = false;
      this.problem = this.inWords(error);
    }
  }

  private inWords(error: unknown): { title: string; detail: string } {
    const { signInPage, failedNetwork } = this.words;
    if (!(error instanceof ApiError)) return { title: signInPage.failedTitle, detail: failedNetwork };
    return { title: error.title ?? signInPage.failedTitle, detail: error.detail ?? '' };
  }

  private choose(language: Language): void {
    storeLanguage(language);
    this.language = language;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'myropo-sign-in': MyropoSignIn;
  }
}
