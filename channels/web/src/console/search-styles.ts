import { css } from 'lit';
import { rowStyles } from './queue-styles';

export const searchStyles = css`
  ${rowStyles}
  :host {
    display: block;
  }
  input {
    display: block;
    width: calc(100% - 2 * var(--space-4));
    margin-inline: var(--space-4);
  }
  details {
    padding: var(--space-1) var(--space-4) var(--space-2);
  }
  summary {
    width: fit-content;
    min-height: 24px;
    color: var(--text-muted);
    cursor: pointer;
  }
  .filters {
    display: grid;
    gap: var(--space-1);
    padding-block: var(--space-1);
  }
  label {
    display: grid;
    grid-template-columns: 5rem minmax(0, 1fr);
    align-items: center;
  }
  label span {
    color: var(--text-muted);
  }
  .state {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-2);
    padding-inline: var(--space-4) var(--space-1);
    border-top: 1px solid var(--border);
    color: var(--text-muted);
  }
  .state .button {
    flex: none;
  }
  .problem,
  .more {
    margin: var(--space-2) var(--space-4);
  }
  .snippet {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
    overflow-wrap: anywhere;
  }
  mark {
    background: var(--note-surface);
    color: var(--text);
    font-weight: 600;
  }
`;
