import { svg, type TemplateResult } from 'lit';

function icon(path: TemplateResult): TemplateResult {
  return svg`<svg width="20" height="20" viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="1.8"
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${path}</svg>`;
}

/** Line icons, drawn for this project; each stands beside a word or has a label. */
export const icons = {
  chat: icon(svg`<path d="M3 4.5h14v9.5H9l-4 3v-3H3z" />`),
  close: icon(svg`<path d="M5 5l10 10M15 5L5 15" />`),
  add: icon(svg`<path d="M10 4v12M4 10h12" />`),
  person: icon(svg`<circle cx="10" cy="6.5" r="3" /><path d="M4 17c.6-3.4 3-5 6-5s5.4 1.6 6 5" />`),
  send: icon(svg`<path d="M10 16V4M5 9l5-5 5 5" />`),
  arrow: icon(svg`<path d="M4 10h12M11 5l5 5-5 5" />`),
  down: icon(svg`<path d="M10 4v12M5 11l5 5 5-5" />`),
  back: icon(svg`<path d="M16 10H4M9 5l-5 5 5 5" />`),
  check: icon(svg`<path d="M4 10.5l4 4 8-9" />`),
  pause: icon(svg`<path d="M7 4.5v11M13 4.5v11" />`),
  undo: icon(svg`<path d="M7.5 4L4 7.5 7.5 11M4 7.5h8a4 4 0 0 1 0 8.5H8" />`),
  clip: icon(svg`<path d="M15.5 9.5l-5.8 5.8a3.6 3.6 0 0 1-5.1-5.1L11 3.8a2.4 2.4 0 0 1 3.4 3.4l-6.3 6.3" />`),
  file: icon(svg`<path d="M5 2.8h6.5L15.2 6.5V17.2H5z" /><path d="M11.2 3v4h4" />`),
  image: icon(svg`<path d="M3 4h14v12H3z" /><circle cx="7.2" cy="8" r="1.2" /><path d="M3.5 15l4.5-4 3 2.5 2.5-2 3.5 3" />`),
  messages: icon(svg`<path d="M3 5h14v10.5H3z" /><path d="M3.5 5.5L10 11l6.5-5.5" />`),
  alert: icon(svg`<circle cx="10" cy="10" r="7.5" /><path d="M10 6v5M10 13.8v.2" />`),
};
