import { html, type TemplateResult } from 'lit';

const START = '\u0002';
const END = '\u0003';

/** A snippet with its matches marked. Only text nodes are made of it, whatever it says. */
export function renderSnippet(snippet: string): (TemplateResult | string)[] {
  return snippet.split(START).flatMap((part, n) => {
    if (n === 0) return [part];
    const [marked = '', ...rest] = part.split(END);
    return [html`<mark>${marked}</mark>`, rest.join('')];
  });
}
