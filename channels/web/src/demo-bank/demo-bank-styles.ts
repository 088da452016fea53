import { css } from 'lit';

/** Another party's page: a dark bar with its own name, one narrow card, nothing of the portal around it. */
export const demoBankStyles = css`
  :host {
    display: block;
  }
  header {
    background: var(--text);
    color: var(--surface);
  }
  .inner {
    max-width: 34rem;
    margin: 0 auto;
    padding: var(--space-3) var(--space-4);
  }
  .mark {
    font-size: var(--type-22);
    font-weight: 700;
    letter-spacing: 0.04em;
    line-height: 1.3;
  }
  .about {
    font-size: var(--type-14);
  }
  main {
    max-width: 34rem;
    margin: var(--space-6) auto;
    padding: 0 var(--space-4) var(--space-8);
  }
  .card {
    display: grid;
    gap: var(--space-4);
    padding: var(--space-6);
    border: 1px solid var(--border-strong);
    border-radius: var(--radius-card);
    background: var(--surface);
  }
  h1 {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    font-size: var(--type-22);
    line-height: 1.3;
  }
  h1:focus {
    outline: none;
  }
  h1 svg {
    flex: none;
  }
  .succeeded h1 {
    color: var(--success);
  }
  .failed h1 {
    color: var(--attention);
  }
  .amount dd {
    font-size: var(--type-28);
    font-weight: 650;
  }
  dl {
    border-bottom: 1px solid var(--border);
  }
  dl > div {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 var(--space-4);
    padding-block: var(--space-2);
    border-top: 1px solid var(--border);
  }
  dt {
    font-size: var(--type-14);
    color: var(--text-muted);
  }
  dd {
    margin-left: auto;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
    text-align: right;
  }
  /* What is done keeps the height of what was asked, so that nothing jumps. */
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
    min-height: var(--touch);
  }
  .actions .button {
    flex: 1 1 8rem;
  }
  .problem {
    padding: var(--space-3) var(--space-4);
    border-radius: var(--radius-card);
    background: var(--attention-surface);
  }
  .problem strong {
    color: var(--attention);
  }
  .loading {
    height: 320px;
    border-radius: var(--radius-card);
    background: var(--surface-3);
    animation: appear 1ms linear 300ms both;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  @media (max-width: 420px) {
    .card {
      padding: var(--space-4);
    }
  }
`;
