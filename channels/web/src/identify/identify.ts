import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ApiError, getMe, identify } from '../api';
import { browserLanguage, storeLanguage, storedLanguage, words, type Words } from '../i18n';
import { backTo } from '../links';
import type { Language } from '../protocol';
import '../site-header';
import { page } from '../styles/page';
import { base, controls } from '../styles/shared';
import { rememberIdentification } from '../widget/memory';

/** The demo's stand-in for strong identification: one button, then back to where the customer came from. */
@customElement('myropo-identify')
export class MyropoIdentify extends LitElement {
  static override styles = [
    base,
    controls,
    page,
    css`
      p + p {
        margin-top: var(--space-2);
      }
      p.lead {
        margin-block: var(--space-4) var(--space-6);
        padding: var(--space-3) var(--space-4);
        border-radius: var(--radius-card);
        background: var(--surface-3);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
      .problem {
        margin-bottom: var(--space-4);
        padding: var(--space-4);
        border-radius: var(--radius-card);
        background: var(--attention-surface);
      }
      .problem strong {
        color: var(--attention);
      }
    `,
  ];

  @state() private language: Language = storedLanguage() ?? browserLanguage();
  @state() private name = '';
  @state() private busy = false;
  @state() private problem: { title: string; detail: string } | null = null;
  private readonly back = backTo(new URLSearchParams(location.search).get('next'));

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override willUpdate(): void {
    document.documentElement.lang = this.language;
    document.title = `${this.words.identifyPage.title} - MyRopo`;
  }

  override render(): TemplateResult {
    const { words: w, problem } = this;
    return html`
      <myropo-site-header
        demo
        .words=${w}
        .language=${this.language}
        @site-language=${(event: CustomEvent<Language>) => this.choose(event.detail)}
      ></myropo-site-header>
      <main>
        <h1>${w.identifyPage.title}</h1>
        ${this.name ? html`<p>${w.signedInAs(this.name)}</p>` : nothing}
        <p>${w.identifyPage.why}</p>
        <p class="lead">${w.identifyPage.lead}</p>
        ${problem
          ? html`<div class="problem" role="alert" data-testid="identify-problem">
              <strong>${problem.title}</strong>
              <p>${problem.detail}</p>
            </div>`
          : nothing}
        <div class="actions">
          <button class="button filled" data-testid="identify-confirm" ?disabled=${this.busy} @click=${this.identify}>
            ${this.busy ? w.identifyPage.busy : w.identifyPage.button}
          </button>
          <a class="button" data-testid="identify-back" href=${this.back}>${w.identifyPage.back}</a>
        </div>
      </main>
    `;
  }

  private get words(): Words {
    return words(this.language);
  }

  private async load(): Promise<void> {
    try {
      const { principal } = await getMe();
      if (!principal) return location.replace('/sign-in');
      this.name = principal.name;
      if (!storedLanguage()) this.language = principal.language;
    } catch {
      // The name is only a comfort; the button tells what does not work.
    }
  }

  private async identify(): Promise<void> {
    this.busy = true;
    this.problem = null;
    try {
      await identify();
      rememberIdentification();
      location.assign(this.back);
    } catch (error) {
      this.busy = false;
      const answered = error instanceof ApiError ? error : null;
      const detail = answered ? (answered.detail ?? '') : this.words.failedNetwork;
      this.problem = { title: answered?.title ?? this.words.identifyPage.failed, detail };
    }
  }

  private choose(language: Language): void {
    storeLanguage(language);
    this.language = language;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'myropo-identify': MyropoIdentify;
  }
}
