import { css } from 'lit';

/** The list of conversations: dense, without boxes. */
export const queueStyles = css`
  :host {
    display: block;
    padding-block: var(--space-3);
    font-size: var(--type-14);
  }
  section + section {
    margin-top: var(--space-6);
  }
  h2 {
    padding: var(--space-1) var(--space-4);
    font-size: var(--type-14);
    font-weight: 600;
  }
  .count,
  .muted,
  .empty {
    color: var(--text-muted);
  }
  .empty {
    padding: var(--space-1) var(--space-4);
  }
  .item {
    display: block;
    width: 100%;
    min-height: var(--touch);
    padding: var(--space-2) var(--space-4);
    border: 0;
    border-left: 3px solid transparent;
    background: none;
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
  .line > :first-child {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .line > :last-child:not(:first-child) {
    flex: none;
  }
  .wait {
    color: var(--text-muted);
    font-variant-numeric: tabular-nums;
  }
  .wait.late {
    font-weight: 600;
    color: var(--attention);
  }
  .news {
    font-weight: 600;
    color: var(--attention);
  }
  .last {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
`;
