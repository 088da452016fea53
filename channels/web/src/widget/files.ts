import { css, html, nothing, type TemplateResult } from 'lit';
import { formatBytes } from '../format';
import type { Words } from '../i18n';
import { icons } from '../icons';
import type { Attachment, Language } from '../protocol';

const IMAGES = ['image/png', 'image/jpeg'];

/** Files of a message. */
export const fileStyles = css`
  .files {
    display: grid;
    gap: var(--space-2);
    max-width: 100%;
  }
  .text + .files {
    margin-top: var(--space-2);
  }
  .file {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-height: var(--touch);
    font-size: var(--type-14);
  }
  .file svg {
    flex: none;
  }
  .attachment {
    display: block;
    text-decoration: none;
  }
  .file .name {
    overflow-wrap: anywhere;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .file .size {
    color: var(--text-muted);
    white-space: nowrap;
  }
  /* Its place is kept before it is there, so that nothing moves. */
  .thumb {
    display: block;
    width: min(220px, 100%);
    height: 140px;
    border: 1px solid var(--border);
    border-radius: var(--radius-card);
    background: var(--surface-2);
    object-fit: contain;
  }
`;

/** The files of a message as links, with a picture where they are pictures. Only addresses of this host become links. */
export function renderFiles(
  files: readonly Attachment[],
  words: Words['files'],
  language: Language,
): TemplateResult | typeof nothing {
  const own = files.filter(({ url }) => /^\/(?![/\\])/.test(url));
  if (own.length === 0) return nothing;
  return html`<ul class="files" aria-label=${words.list}>
    ${own.map((file) => html`<li>${renderFile(file, words, language)}</li>`)}
  </ul>`;
}

function renderFile({ name, url, size, media_type: type }: Attachment, words: Words['files'], language: Language): TemplateResult {
  const picture = IMAGES.includes(type);
  return html`<a class="attachment" data-testid="attachment" href=${url} target="_blank" rel="noopener">
    ${picture ? html`<img class="thumb" src=${url} alt=${name} loading="lazy" width="220" height="140" />` : nothing}
    <span class="file">
      ${picture ? icons.image : icons.file}
      <span
        ><span class="name">${name}</span> <span class="size num">${formatBytes(size, language)}</span>
        <span class="sr">(${words.newTab})</span></span
      >
    </span>
  </a>`;
}
