import { css } from 'lit';

/** The demo chooser. */
export const signInStyles = css`
  main > section:not(.problem) {
    max-width: none;
  }
  .company {
    max-width: 42rem;
  }
  .lead {
    padding: var(--space-3) var(--space-4);
    border-radius: var(--radius-card);
    background: var(--surface-3);
  }
  section {
    margin-top: var(--space-8);
  }
  section:focus {
    outline: none;
  }
  h2 {
    margin-bottom: var(--space-2);
    font-size: var(--type-18);
    line-height: 1.3;
  }
  .muted {
    font-size: var(--type-14);
    color: var(--text-muted);
  }
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr));
    gap: var(--space-3);
    margin-top: var(--space-3);
  }
  .card {
    display: flex;
    flex-direction: column;
    gap: var(--space-1);
    padding: var(--space-4);
    border: 1px solid var(--border);
    border-radius: var(--radius-card);
    background: var(--surface);
    text-align: left;
    cursor: pointer;
    transition: border-color var(--motion);
  }
  .card:hover:not(:disabled) {
    border-color: var(--action);
  }
  .card:focus-visible {
    border-radius: var(--radius-card);
  }
  .card:disabled {
    color: var(--text-muted);
    cursor: default;
  }
  .top {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--space-2);
  }
  .company {
    margin-top: var(--space-3);
  }
  label {
    font-size: var(--type-14);
    font-weight: 600;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
    margin-block: var(--space-1);
  }
  .line .field {
    flex: 1 1 14rem;
    min-width: 0;
  }
  [aria-invalid='true'] {
    border-color: var(--attention);
  }
  .missing {
    font-size: var(--type-14);
    color: var(--attention);
  }
  .link {
    min-height: var(--space-6);
    padding: 0 var(--space-1);
    border: 0;
    background: none;
    color: var(--action);
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .problem {
    margin-top: var(--space-4);
    padding: var(--space-4);
    border-radius: var(--radius-card);
    background: var(--attention-surface);
  }
  .problem strong {
    color: var(--attention);
  }
`;
