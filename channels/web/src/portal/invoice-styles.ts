import { css } from 'lit';

/** One invoice: on a phone a column, on wide screens biller left and money right. */
export const invoiceStyles = css`
  :host {
    display: block;
    border: 1px solid var(--border);
    border-radius: var(--radius-card);
    background: var(--surface);
    transition:
      background-color var(--motion),
      border-color var(--motion);
  }
  :host([changed]) {
    border-color: var(--success);
    background: var(--success-surface);
  }
  .row {
    display: grid;
    gap: var(--space-3);
    padding: var(--space-5);
  }
  .top {
    display: flex;
    align-items: flex-start;
    justify-content: space-between;
    gap: var(--space-1) var(--space-4);
  }
  .about {
    min-width: 0;
  }
  h3 {
    font-size: var(--type-16);
    line-height: 1.4;
    overflow-wrap: break-word;
  }
  .muted {
    font-size: var(--type-14);
    color: var(--text-muted);
  }
  .amount {
    margin-left: auto;
    font-size: var(--type-28);
    font-weight: 650;
    line-height: 1.2;
    text-align: right;
    white-space: nowrap;
  }
  .date {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--space-3);
    font-size: var(--type-22);
    font-weight: 600;
    line-height: 1.35;
  }
  .distance {
    font-size: var(--type-16);
    font-weight: 400;
    color: var(--text-muted);
  }
  .distance.late {
    font-weight: 600;
    color: var(--attention);
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    justify-content: space-between;
    gap: var(--space-2) var(--space-4);
    padding-top: var(--space-3);
    border-top: 1px solid var(--border);
  }
  details {
    flex: 1 1 12rem;
  }
  summary {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    width: fit-content;
    min-height: var(--touch);
    padding-right: var(--space-2);
    font-size: var(--type-14);
    font-weight: 600;
    color: var(--action);
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::before {
    content: '';
    width: 7px;
    height: 7px;
    margin: 0 2px;
    border: solid currentColor;
    border-width: 0 2px 2px 0;
    transform: rotate(-45deg);
  }
  details[open] summary::before {
    transform: translateY(-2px) rotate(45deg);
  }
  details[open] {
    flex-basis: 100%;
  }
  dl {
    display: grid;
    gap: var(--space-1);
    padding-bottom: var(--space-2);
    font-size: var(--type-14);
  }
  dl > div {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    gap: var(--space-3);
  }
  dl > div:has(.sr) {
    grid-template-columns: 1fr;
  }
  dt {
    color: var(--text-muted);
  }
  dd {
    overflow-wrap: anywhere;
  }
  dd a {
    display: inline-block;
    padding-block: 2px;
  }
  .quiet .amount {
    font-size: var(--type-18);
    color: var(--text);
  }
  .paid,
  .overpaid {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    font-size: var(--type-14);
    font-weight: 600;
    color: var(--success);
  }
  .overpaid {
    margin-top: var(--space-2);
    color: var(--attention);
  }
  :is(.paid, .overpaid) svg {
    flex: none;
  }
  .problem {
    padding: var(--space-3) var(--space-4);
    border-radius: var(--radius-card);
    background: var(--attention-surface);
    font-size: var(--type-14);
  }
  .problem strong {
    color: var(--attention);
  }
  myropo-pay {
    display: grid;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: var(--space-2);
    margin-left: auto;
  }
  @media (max-width: 420px) {
    .row {
      padding: var(--space-4);
    }
    /* A long name goes above its amount instead of being squeezed beside it. */
    .top {
      flex-wrap: wrap;
    }
    dl > div {
      gap: var(--space-2);
    }
    .actions {
      flex-direction: column;
      align-items: stretch;
      width: 100%;
    }
  }
`;
