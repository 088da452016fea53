import { css } from 'lit';

/** The conversation in the console. */
export const threadStyles = css`
  :host {
    position: relative;
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  .scroller {
    flex: 1;
    min-height: 0;
    overflow-y: auto;
  }
  .items {
    display: flex;
    flex-direction: column;
    gap: var(--space-3);
    max-width: 48rem;
    padding: var(--space-4);
  }
  .older {
    align-self: center;
  }
  .card {
    margin-left: var(--space-8);
    padding: var(--space-2) var(--space-3);
    border: 1px solid var(--border-strong);
    border-radius: var(--radius-card);
    overflow-wrap: anywhere;
  }
  .card:not(.open, .confirmed) {
    color: var(--text-muted);
  }
  .card dl {
    margin-block: var(--space-1);
  }
  .card dl > div {
    display: flex;
    justify-content: space-between;
    gap: var(--space-4);
  }
  .card dd {
    text-align: right;
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 var(--space-3);
  }
  time {
    color: var(--text-muted);
  }
  .system time {
    margin-left: var(--space-1);
  }
  .system {
    color: var(--text-muted);
  }
  .system .text {
    white-space: pre-line;
  }
  .internal {
    margin-left: var(--space-8);
    padding: 2px var(--space-3);
    border-left: 3px dashed var(--note-border);
    background: var(--note-surface);
    color: var(--text);
  }
  .internal time {
    color: inherit;
  }
  .writer {
    font-style: italic;
  }
  .pill {
    position: absolute;
    bottom: var(--space-3);
    left: 50%;
    transform: translateX(-50%);
    border-radius: 22px;
    background: var(--surface);
    box-shadow: var(--shadow);
  }
`;
