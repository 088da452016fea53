import { css } from 'lit';

/** The console is dense where a mouse points, and keeps touch targets where a finger does. */
export const dense = css`
  :host {
    font-size: var(--type-14);
    --control: var(--touch);
  }
  @media (pointer: fine) and (min-width: 721px) {
    :host {
      --control: 34px;
    }
  }
  .button,
  .field {
    min-height: var(--control);
    padding-block: var(--space-1);
    font-size: var(--type-14);
  }
  .button {
    padding-inline: var(--space-3);
  }
  .button.quiet {
    border-color: transparent;
    font-weight: 500;
  }
  .button.icon {
    flex: none;
    width: var(--control);
    padding: 0;
  }
  .field {
    border-color: var(--border-strong);
  }
  h2,
  h3,
  legend {
    font-size: var(--type-14);
    font-weight: 600;
    line-height: 1.4;
  }
  .muted {
    color: var(--text-muted);
  }
  .attention {
    font-weight: 600;
    color: var(--attention);
  }
  .problem {
    padding: var(--space-2) var(--space-3);
    border-radius: var(--radius-card);
    background: var(--attention-surface);
  }
  .problem strong {
    color: var(--attention);
  }
`;
