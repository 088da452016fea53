import { css } from 'lit';

/** A card with a chart, or with its table. */
export const chartStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-width: 0;
    padding: var(--space-4);
    border: 1px solid var(--border);
    border-radius: var(--radius-card);
    background: var(--surface);
    font-size: var(--type-14);
  }
  .head {
    display: flex;
    align-items: flex-start;
    gap: var(--space-3);
  }
  .head > div {
    flex: 1;
    min-width: 0;
  }
  h3 {
    font-size: var(--type-16);
    line-height: 1.3;
  }
  p {
    color: var(--text-muted);
  }
  .head .button {
    flex: none;
    margin: calc(-1 * var(--space-2)) calc(-1 * var(--space-2)) 0 0;
  }
  @media (max-width: 480px) {
    .head {
      flex-direction: column;
      gap: 0;
    }
    .head .button {
      margin: 0 0 0 calc(-1 * var(--space-3));
    }
  }
  .canvas {
    position: relative;
    height: 220px;
    margin-top: var(--space-3);
  }
  .table {
    max-height: 260px;
    margin-top: var(--space-3);
    overflow: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: var(--space-1) var(--space-2);
    border-bottom: 1px solid var(--border);
    font-weight: 400;
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
  thead th {
    position: sticky;
    top: 0;
    background: var(--surface);
    color: var(--text-muted);
  }
  th:first-child {
    padding-left: 0;
    text-align: left;
  }
  td button {
    min-width: 32px;
    min-height: 28px;
    padding: 0 var(--space-1);
    border: 0;
    background: none;
    color: var(--action);
    text-align: right;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
`;
