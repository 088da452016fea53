import { html, nothing, type TemplateResult } from 'lit';
import { isSafe } from '../links';
import type { Brief } from './frames';
import { consoleWords } from './words';
import { workWords as w } from './words-work';

const MOST_LINES = 5;

/** The assistant's brief in five lines at most: the goal, what is open, what is known and from where, what was tried. */
export function renderBrief({ goal, open_proposal: open, facts, tried }: Brief): TemplateResult {
  const lines = [
    ...(open ? [html`<span class="muted">${w.openProposal}:</span> ${open}`] : []),
    ...facts.map(renderFact),
    ...(tried.length > 0 ? [html`<span class="muted">${w.tried}:</span> ${tried.join('; ')}`] : []),
  ];
  const room = MOST_LINES - (goal ? 1 : 0);
  return html`
    ${goal ? html`<p class="goal">${goal}</p>` : nothing}
    <ul class="facts">
      ${lines.slice(0, room).map((line) => html`<li>${line}</li>`)}
    </ul>
  `;
}

function renderFact({ text, source }: Brief['facts'][number]): TemplateResult {
  if (!source) return html`${text}`;
  // A source may be a page or only the name of a record; only a page can be opened.
  if (isSafe(source)) {
    return html`${text} <a href=${source} target="_blank" rel="noopener">${consoleWords.source.toLowerCase()}</a>`;
  }
  return html`${text} <span class="muted">(${source})</span>`;
}
