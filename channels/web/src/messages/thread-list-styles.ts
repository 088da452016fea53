import { css } from 'lit';
import { stateBox } from '../styles/state';

/** The list of conversations; what is unread is heavier, and has a figure. */
export const listStyles = css`
  :host {
    display: block;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-2) var(--space-4);
    margin-bottom: var(--space-4);
  }
  h1 {
    font-size: var(--type-28);
    line-height: 1.25;
  }
  .list {
    border: 1px solid var(--border);
    border-radius: var(--radius-card);
    background: var(--surface);
    overflow: hidden;
  }
  li + li {
    border-top: 1px solid var(--border);
  }
  .thread {
    display: grid;
    gap: 2px;
    padding: var(--space-3) var(--space-4);
    color: var(--text);
    text-decoration: none;
  }
  .thread:hover {
    background: var(--surface-2);
  }
  .thread:focus-visible {
    outline-offset: -2px;
    border-radius: var(--radius-card);
  }
  .line {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--space-4);
    min-width: 0;
  }
  .title,
  .last {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .title {
    font-weight: 600;
  }
  .last {
    min-height: 1.5em;
    color: var(--text-muted);
  }
  .new .title {
    font-weight: 700;
  }
  .new .last {
    font-weight: 600;
    color: var(--text);
  }
  .quiet {
    flex: none;
    font-size: var(--type-14);
    color: var(--text-muted);
  }
  .about {
    overflow-wrap: anywhere;
  }
  .unread {
    flex: none;
    min-width: 1.7em;
    padding-inline: 0.5em;
    border-radius: 1em;
    background: var(--action);
    font-size: var(--type-14);
    font-weight: 600;
    color: var(--action-text);
    text-align: center;
  }
  .more {
    margin-top: var(--space-4);
  }
  ${stateBox}
  /* Only what takes longer than a glance gets a skeleton. */
  .bones {
    display: grid;
    gap: var(--space-3);
    animation: appear 1ms linear 300ms both;
  }
  .bones i {
    height: 88px;
    border-radius: var(--radius-card);
    background: var(--surface-3);
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
`;
