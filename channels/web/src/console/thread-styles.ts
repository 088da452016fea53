import { css } from 'lit';

/** The conversation in the console: text first, sides by indent, notes on their own surface. */
export const threadStyles = css`
  :host {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
    font-size: var(--type-14);
  }
  .scroller {
    flex: 1;
    min-height: 0;
    overflow-y: auto;
  }
  .items {
    display: flex;
    flex-direction: column;
    gap: var(--space-3);
    max-width: 46rem;
    padding: var(--space-4);
  }
  article {
    padding: var(--space-2) var(--space-3);
    border-left: 3px solid var(--border);
    overflow-wrap: anywhere;
  }
  .customer {
    border-left-color: var(--border-strong);
    background: var(--surface-2);
  }
  .agent {
    border-left-color: var(--text);
  }
  .note {
    border: 1px dashed var(--note-border);
    border-radius: var(--radius-card);
    background: var(--note-surface);
  }
  .card {
    border: 1px solid var(--border);
    border-radius: var(--radius-card);
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 var(--space-3);
  }
  time,
  .muted {
    color: var(--text-muted);
  }
  .muted,
  .text {
    white-space: pre-wrap;
  }
  .text {
    font-size: var(--type-16);
  }
  .system {
    color: var(--text-muted);
    text-align: center;
    white-space: pre-wrap;
  }
  .problem {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
    margin-top: var(--space-2);
    padding: var(--space-2) var(--space-3);
    background: var(--attention-surface);
  }
  .problem strong {
    color: var(--attention);
  }
`;
