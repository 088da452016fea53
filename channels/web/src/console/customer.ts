import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatTime } from '../format';
import type { Brief, ThreadSummary } from '../protocol';
import { base } from '../styles/shared';
import { consoleWords as w } from './words';

/** The right column: the assistant's brief first, then who the customer is. */
@customElement('console-customer')
export class ConsoleCustomer extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        padding: var(--space-4);
        font-size: var(--type-14);
      }
      section + section {
        margin-top: var(--space-6);
        padding-top: var(--space-4);
        border-top: 1px solid var(--border);
      }
      h2 {
        margin-bottom: var(--space-2);
        font-size: var(--type-16);
        line-height: 1.3;
      }
      .goal {
        font-size: var(--type-16);
        font-weight: 600;
      }
      dl {
        display: grid;
        gap: var(--space-2);
        margin-top: var(--space-2);
      }
      dl > div {
        display: grid;
        grid-template-columns: 5.5rem minmax(0, 1fr);
        gap: var(--space-2);
      }
      dt,
      .muted {
        color: var(--text-muted);
      }
      dd {
        overflow-wrap: anywhere;
      }
      li + li {
        margin-top: var(--space-1);
      }
    `,
  ];

  @property({ attribute: false }) summary!: ThreadSummary;
  @property({ attribute: false }) brief: Brief | null = null;

  override render(): TemplateResult {
    const { summary, brief } = this;
    return html`
      <section data-testid="brief">
        <h2>${w.brief}</h2>
        ${brief ? this.renderBrief(brief) : html`<p class="muted">${w.briefMissing}</p>`}
      </section>
      <section>
        <h2>${w.customer}</h2>
        <p>${summary.customer}</p>
        <dl>
          ${entry(w.country, summary.country)} ${entry(w.language, w.languages[summary.language] ?? summary.language)}
          ${entry(w.reason, summary.reason_text)}
          ${entry(w.claimedAt, summary.claimed_at ? formatTime(summary.claimed_at, 'en') : null)}
        </dl>
      </section>
    `;
  }

  private renderBrief(brief: Brief): TemplateResult {
    const facts = brief.facts ?? [];
    const tried = brief.tried ?? [];
    return html`
      ${brief.goal ? html`<p class="goal">${brief.goal}</p>` : nothing}
      <dl>
        ${entry(w.identity, brief.identity)}
        ${entry(w.facts, facts.length > 0 ? html`<ul>${facts.map(renderFact)}</ul>` : null)}
        ${entry(w.tried, tried.length > 0 ? html`<ul>${tried.map((text) => html`<li>${text}</li>`)}</ul>` : null)}
        ${entry(w.openProposal, brief.open_proposal)}
      </dl>
    `;
  }
}

function renderFact({ text, source }: Brief['facts'][number]): TemplateResult {
  if (!source) return html`<li>${text}</li>`;
  // A source may be a page or only the name of a record; only a page can be opened.
  if (/^(https?:\/\/|\/)/i.test(source)) {
    return html`<li>${text} <a href=${source} target="_blank" rel="noopener">${w.source}</a></li>`;
  }
  return html`<li>${text} <span class="muted">(${source})</span></li>`;
}

function entry(label: string, value: TemplateResult | string | null): TemplateResult | typeof nothing {
  return value ? html`<div><dt>${label}</dt><dd>${value}</dd></div>` : nothing;
}

declare global {
  interface HTMLElementTagNameMap {
    'console-customer': ConsoleCustomer;
  }
}
