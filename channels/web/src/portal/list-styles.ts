import { css } from 'lit';

/** The list, its total, and what stands there when there is no list. */
export const listStyles = css`
  :host {
    display: block;
  }
  section + section {
    margin-top: var(--space-8);
  }
  h2 {
    margin-bottom: var(--space-3);
    font-size: var(--type-18);
    line-height: 1.3;
  }
  .list {
    display: grid;
    gap: var(--space-3);
  }
  .total {
    padding: var(--space-2) 0;
  }
  .label {
    color: var(--text-muted);
  }
  .sum {
    font-size: calc(var(--type-28) * 1.25);
    font-weight: 700;
    line-height: 1.25;
  }
  .late {
    color: var(--attention);
  }
  .none {
    font-size: var(--type-22);
    font-weight: 600;
  }
  .state {
    padding: var(--space-6);
    border: 1px solid var(--border);
    border-radius: var(--radius-card);
    background: var(--surface);
  }
  .state .button {
    margin-top: var(--space-4);
  }
  /* Only what takes longer than a glance gets a skeleton. */
  .skeletons {
    display: grid;
    gap: var(--space-3);
    animation: appear 1ms linear 300ms both;
  }
  .bone {
    height: 180px;
    border-radius: var(--radius-card);
    background: var(--surface-3);
  }
  .bone.tall {
    width: 60%;
    height: 72px;
    margin-bottom: var(--space-4);
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
`;
