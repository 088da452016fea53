import { css } from 'lit';

/** The action card and its receipt. */
export const cardStyles = css`
  :host {
    display: block;
  }
  .card,
  .receipt {
    display: flex;
    flex-direction: column;
    gap: var(--space-3);
  }
  .card {
    padding: var(--space-4);
    border: 1px solid var(--border-strong);
    border-radius: var(--radius-card);
    background: var(--surface);
  }
  .confirmed {
    border-color: var(--success);
  }
  :is(.cancelled, .superseded, .expired) {
    border-color: var(--border);
  }
  h3 {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    font-size: var(--type-18);
    line-height: 1.3;
  }
  .done {
    display: inline-flex;
    flex: none;
    color: var(--success);
  }
  .confirmed h3 {
    color: var(--success);
  }
  .subject {
    margin-top: calc(-1 * var(--space-2));
    font-size: var(--type-14);
    color: var(--text-muted);
  }
  dt {
    font-size: var(--type-14);
    color: var(--text-muted);
  }
  dd {
    font-variant-numeric: tabular-nums;
  }
  .changes {
    display: grid;
    gap: var(--space-3);
  }
  .changes dd {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--space-2);
  }
  .old {
    color: var(--text-muted);
  }
  /* Arrow and new value stay together when the line is too short for both values. */
  .to {
    display: inline-flex;
    align-items: center;
    gap: var(--space-2);
  }
  .arrow {
    display: inline-flex;
    flex: none;
    color: var(--text-muted);
  }
  .new {
    font-size: var(--type-18);
  }
  .lines {
    border-top: 1px solid var(--border);
  }
  .lines > * {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 var(--space-4);
    padding-block: var(--space-2);
    border-bottom: 1px solid var(--border);
  }
  .lines > * > :last-child {
    margin-left: auto;
    text-align: right;
  }
  .schedule {
    font-variant-numeric: tabular-nums;
  }
  .schedule .small {
    margin-bottom: var(--space-1);
  }
  .total :is(dt, dd) {
    font-size: var(--type-16);
    font-weight: 700;
    color: var(--text);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  .buttons .button {
    flex: 1 1 8rem;
  }
  .buttons .identify {
    flex-basis: 100%;
  }
  .small {
    font-size: var(--type-14);
    color: var(--text-muted);
  }
  .closed {
    font-weight: 600;
  }
  :is(.cancelled, .superseded, .expired) :is(h3, .new, .total dt, .total dd) {
    color: var(--text-muted);
  }
  .problem {
    padding: var(--space-3);
    border-radius: var(--radius-card);
    background: var(--attention-surface);
    font-size: var(--type-14);
  }
  .problem strong {
    color: var(--attention);
  }
`;
