import { css } from 'lit';

/** What the tabs of the board share: numbers, tables, and calm states. */
export const boardStyles = css`
  :host {
    display: block;
    font-size: var(--type-14);
  }
  h2 {
    font-size: var(--type-18);
    line-height: 1.3;
  }
  .muted {
    color: var(--text-muted);
    font-weight: 400;
  }
  [aria-pressed='true'] {
    background: var(--surface-3);
    color: var(--text);
  }
  .numbers {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: var(--space-4);
  }
  .number {
    display: flex;
    flex-direction: column;
    justify-content: flex-start;
    width: 100%;
    padding: var(--space-4);
    border: 1px solid var(--border);
    border-radius: var(--radius-card);
    background: var(--surface);
    color: inherit;
    text-align: left;
  }
  button.number {
    cursor: pointer;
  }
  button.number:hover {
    background: var(--surface-3);
  }
  .number .value {
    display: block;
    font-size: var(--type-28);
    font-weight: 650;
    line-height: 1.25;
    font-variant-numeric: tabular-nums;
  }
  .number.alarm :is(.value, .more) {
    color: var(--attention);
  }
  .number .more {
    display: block;
    min-height: 1.5em;
    color: var(--text-muted);
  }
  .panel {
    padding: var(--space-4);
    border: 1px solid var(--border);
    border-radius: var(--radius-card);
    background: var(--surface);
  }
  .panel + .panel,
  .numbers + .panel {
    margin-top: var(--space-4);
  }
  .panel h2 {
    margin-bottom: var(--space-2);
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: var(--space-2) var(--space-3) var(--space-2) 0;
    border-bottom: 1px solid var(--border);
    text-align: left;
    vertical-align: top;
  }
  tbody tr:last-child > * {
    border-bottom: 0;
  }
  thead th {
    color: var(--text-muted);
    font-weight: 400;
    white-space: nowrap;
  }
  tbody th {
    font-weight: 600;
  }
  .presence {
    white-space: nowrap;
  }
  .right {
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
  .state {
    padding: var(--space-6);
    text-align: center;
    color: var(--text-muted);
  }
  .problem {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-3);
    margin-bottom: var(--space-4);
    padding: var(--space-2) var(--space-4);
    border-radius: var(--radius-card);
    background: var(--attention-surface);
    color: var(--attention);
  }
  .dot {
    display: inline-block;
    width: 10px;
    height: 10px;
    margin-right: var(--space-2);
    border: 2px solid var(--border-strong);
    border-radius: 50%;
  }
  .dot.online {
    border-color: var(--success);
    background: var(--success);
  }
  .dot.away {
    border-color: var(--attention);
  }
  @media (max-width: 860px) {
    .stack :is(table, tbody, tr, th, td) {
      display: block;
      padding: 0;
      border: 0;
      text-align: left;
    }
    .stack thead {
      display: none;
    }
    .stack tr {
      padding: var(--space-2) 0;
      border-bottom: 1px solid var(--border);
    }
    .stack [data-label]::before {
      content: attr(data-label) ': ';
      color: var(--text-muted);
    }
    .numbers {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: var(--space-3);
    }
    .number {
      padding: var(--space-3);
    }
    .number .value {
      font-size: var(--type-22);
    }
  }
`;
