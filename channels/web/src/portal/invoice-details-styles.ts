import { css } from 'lit';

/** Lists of amounts, dates and links under an opened invoice. */
export const invoiceDetailsStyles = css`
  :host {
    display: grid;
    gap: var(--space-5);
    padding-block: var(--space-2) var(--space-3);
    font-size: var(--type-14);
    font-variant-numeric: tabular-nums;
  }
  h4 {
    margin: 0;
    padding-bottom: var(--space-1);
    font-size: var(--type-14);
    line-height: 1.5;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 6px 0;
    border-top: 1px solid var(--border);
    vertical-align: top;
  }
  th {
    padding-right: var(--space-3);
    font-weight: 400;
    text-align: left;
    overflow-wrap: anywhere;
    hyphens: auto;
  }
  td {
    text-align: right;
    white-space: nowrap;
  }
  .sum :is(th, td) {
    font-weight: 600;
  }
  .day {
    color: var(--text-muted);
    font-weight: 400;
  }
  .rows > li {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 var(--space-3);
    padding: 6px 0;
    border-top: 1px solid var(--border);
  }
  .rows > li > :last-child {
    margin-left: auto;
  }
  a {
    display: inline-block;
    padding-block: 2px;
  }
  .people > li {
    padding: 6px 0;
    border-top: 1px solid var(--border);
    overflow-wrap: anywhere;
  }
  .failed .button {
    margin-top: var(--space-2);
  }
  /* Space for what comes, seen only when it takes longer than a glance. */
  .loading {
    height: 120px;
    border-radius: var(--radius-card);
    background: var(--surface-3);
    animation: appear 1ms linear 300ms both;
  }
  @media (max-width: 420px) {
    th .day {
      display: block;
    }
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
`;
