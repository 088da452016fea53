import { css, unsafeCSS } from 'lit';
import tokenText from '../tokens.css?inline';

/** The tokens inside a shadow root, for elements that must also look right on pages without our sheet. */
export const tokens = unsafeCSS(tokenText);

/** Reset, focus ring and the words that only screen readers get; every component starts from it. */
export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host {
    font-family: var(--font);
    color: var(--text);
    line-height: 1.5;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  a {
    color: var(--action);
    text-underline-offset: 0.2em;
  }
  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
    border-radius: 4px;
  }
  .sr {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .num {
    font-variant-numeric: tabular-nums;
  }
`;

/** Buttons, fields and selects. Filled is kept for the one action of a view; everything else is quiet. */
export const controls = css`
  button,
  select,
  input,
  textarea {
    font: inherit;
    color: inherit;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--space-2);
    min-height: var(--touch);
    padding: var(--space-2) var(--space-4);
    border: 1px solid var(--border-strong);
    border-radius: var(--radius-card);
    background: transparent;
    color: var(--action);
    font-size: var(--type-16);
    font-weight: 600;
    line-height: 1.25;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    transition: background-color var(--motion);
  }
  .button:hover:not(:disabled) {
    background: var(--surface-3);
  }
  .button.filled {
    border-color: var(--action);
    background: var(--action);
    color: var(--action-text);
  }
  .button.filled:hover:not(:disabled) {
    border-color: var(--action-hover);
    background: var(--action-hover);
  }
  .button.plain {
    border-color: transparent;
  }
  .button.small {
    padding-inline: var(--space-3);
    font-size: var(--type-14);
  }
  .button:disabled {
    border-color: var(--border);
    background: transparent;
    color: var(--text-muted);
    cursor: default;
  }
  .button.plain:disabled {
    border-color: transparent;
  }
  .button.filled:disabled {
    background: var(--surface-3);
  }
  .field {
    min-height: var(--touch);
    padding: var(--space-2) var(--space-3);
    border: 1px solid var(--border-strong);
    border-radius: var(--radius-card);
    background: var(--surface);
    font-size: var(--type-16);
  }
  ::placeholder {
    color: var(--text-muted);
    opacity: 1;
  }
  .field.small {
    font-size: var(--type-14);
  }
  .field:focus-visible {
    outline-offset: 0;
    border-radius: var(--radius-card);
  }
`;
