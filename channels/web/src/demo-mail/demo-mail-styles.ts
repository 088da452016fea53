import { css } from 'lit';

/** Another party's page, like the demo's bank: a dark bar with its own name, nothing of the portal around it. */
export const demoMailStyles = css`
  :host {
    display: block;
  }
  header {
    background: var(--text);
    color: var(--surface);
  }
  .inner,
  main {
    max-width: 42rem;
    margin: 0 auto;
    padding: var(--space-3) var(--space-4);
  }
  h1 {
    font-size: var(--type-22);
    line-height: 1.3;
  }
  h2 {
    font-size: var(--type-18);
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  .about {
    font-size: var(--type-14);
  }
  .lead {
    margin-block: var(--space-3) var(--space-4);
  }
  ul {
    display: grid;
    gap: var(--space-3);
  }
  .card {
    display: grid;
    gap: var(--space-3);
    justify-items: start;
    padding: var(--space-5);
    border: 1px solid var(--border);
    border-radius: var(--radius-card);
    background: var(--surface);
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-4);
    margin-top: calc(-1 * var(--space-2));
    font-size: var(--type-14);
    color: var(--text-muted);
  }
  .body {
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
`;
