import { css } from 'lit';

export const customerStyles = css`
  :host {
    display: block;
    padding: var(--space-3) var(--space-4) var(--space-6);
  }
  section + section {
    margin-top: var(--space-4);
    padding-top: var(--space-3);
    border-top: 1px solid var(--border);
  }
  h2 {
    margin-bottom: var(--space-1);
  }
  p,
  li {
    overflow-wrap: anywhere;
  }
  .goal {
    font-weight: 600;
  }
  .plain {
    font-weight: 400;
    color: var(--text);
  }
  .problem {
    margin-top: var(--space-3);
  }
  console-invoice + console-invoice {
    margin-top: var(--space-3);
  }
  details {
    margin-top: var(--space-3);
  }
  summary {
    min-height: 24px;
    cursor: pointer;
  }
  .other {
    display: flex;
    justify-content: space-between;
    gap: var(--space-3);
    width: calc(100% + 2 * var(--space-2));
    min-height: var(--control);
    margin-inline: calc(-1 * var(--space-2));
    padding: var(--space-1) var(--space-2);
    border: 0;
    background: none;
    text-align: left;
    cursor: pointer;
  }
  .other:hover {
    background: var(--surface-2);
  }
  .other > :first-child {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .other > :last-child {
    flex: none;
  }
`;
