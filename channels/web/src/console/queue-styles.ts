import { css } from 'lit';

/** The rows of the list, also those that a search has found: dense, without boxes. */
export const rowStyles = css`
  .item {
    display: block;
    width: 100%;
    min-height: var(--touch);
    padding: var(--space-2) var(--space-4) var(--space-2) calc(var(--space-4) - 3px);
    border: 0;
    border-left: 3px solid transparent;
    background: none;
    color: inherit;
    font: inherit;
    line-height: 1.4;
    text-align: left;
    cursor: pointer;
  }
  .item:hover {
    background: var(--surface-2);
  }
  .item[aria-current='true'] {
    border-left-color: var(--text);
    background: var(--surface-3);
  }
  .item:focus-visible {
    outline-offset: -2px;
  }
  .line {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--space-2);
  }
  .line > :first-child,
  .last {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .line > :last-child:not(:first-child) {
    flex: none;
  }
  .name {
    font-weight: 600;
  }
  .last {
    display: block;
  }
`;

export const queueStyles = css`
  ${rowStyles}
  :host {
    display: block;
    padding-block: var(--space-2) var(--space-4);
  }
  section + section {
    margin-top: var(--space-4);
  }
  h2 {
    padding: var(--space-1) var(--space-4);
  }
  .count {
    color: var(--text-muted);
  }
  .empty {
    padding: var(--space-1) var(--space-4);
    color: var(--text-muted);
  }
  .quiet .name {
    font-weight: 400;
    color: var(--text-muted);
  }
  .quiet .reason {
    color: var(--text-muted);
  }
  .unread .last {
    font-weight: 600;
    color: var(--text);
  }
  .wait {
    color: var(--text-muted);
    font-variant-numeric: tabular-nums;
  }
  .wait:is(.soon, .late) {
    font-weight: 600;
    color: var(--attention);
  }
  .remark {
    font-weight: 600;
  }
`;
