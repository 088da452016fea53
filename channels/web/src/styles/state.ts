import { css } from 'lit';

/** The box that stands where there is nothing to show: what is here, and what to do. */
export const stateBox = css`
  .state {
    padding: var(--space-6);
    border: 1px solid var(--border);
    border-radius: var(--radius-card);
    background: var(--surface);
  }
  .state h2 {
    font-size: var(--type-18);
  }
  .state .button {
    margin-top: var(--space-4);
  }
`;
