import { css } from 'lit';

/** A message is text first; sides are told by indent and edge, notes by a surface of their own. */
export const messageStyles = css`
  :host {
    display: block;
  }
  article {
    padding: var(--space-1) var(--space-3);
    border-left: 3px solid var(--border);
    overflow-wrap: anywhere;
  }
  .customer {
    border-left-color: var(--border-strong);
    background: var(--surface-2);
    padding-block: var(--space-2);
  }
  .agent {
    margin-left: var(--space-8);
    border-left-color: var(--action);
  }
  .assistant {
    margin-left: var(--space-8);
  }
  .note {
    margin-left: var(--space-8);
    padding-block: var(--space-2);
    border: 1px dashed var(--note-border);
    border-radius: var(--radius-card);
    background: var(--note-surface);
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 var(--space-3);
  }
  .meta strong {
    font-weight: 600;
  }
  .meta :is(time, span),
  .seen {
    color: var(--text-muted);
  }
  .note .meta time,
  .note .muted {
    color: var(--text);
  }
  .text,
  .rows {
    white-space: pre-wrap;
  }
  .texts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr));
    gap: var(--space-1) var(--space-4);
  }
  .text + .text {
    padding-left: var(--space-3);
    border-left: 1px solid var(--border-strong);
  }
  .translate {
    min-height: 24px;
    margin-right: var(--space-2);
    padding: 0;
    border: 0;
    background: none;
    color: var(--action);
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .translate:disabled {
    color: var(--text-muted);
    text-decoration: none;
  }
  .seen {
    padding-right: var(--space-3);
    text-align: right;
  }
  .problem {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
    margin-top: var(--space-2);
  }
  .problem span {
    flex: 1 1 12rem;
  }
`;
