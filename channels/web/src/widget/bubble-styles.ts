import { css } from 'lit';

/** Bubbles of assistant, people and customer, told apart by side, label and surface. */
export const bubble = css`
  :host {
    display: block;
  }
  article {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    max-width: 100%;
  }
  .customer {
    align-items: flex-end;
  }
  .meta {
    display: flex;
    gap: var(--space-2);
    min-height: 1.5em;
    padding-inline: var(--space-1);
    font-size: var(--type-14);
    color: var(--text-muted);
  }
  /* The side says who "you" are; the word stays for screen readers. */
  .customer .who {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  /* The log shows the times of all while the keyboard is in it. */
  time {
    opacity: var(--time-opacity, 0);
    transition: opacity var(--motion);
  }
  article:hover time,
  article:focus-within time {
    opacity: 1;
  }
  .bubble {
    max-width: min(88%, 34rem);
    padding: 10px var(--space-4);
    border: 1px solid var(--border);
    border-radius: var(--radius-bubble);
    border-bottom-left-radius: var(--space-1);
    background: var(--surface);
    overflow-wrap: anywhere;
  }
  /* A table needs the room, and its amounts must not hide behind a scroll. */
  .bubble.wide {
    max-width: 100%;
  }
  .agent .bubble {
    background: var(--surface-2);
    border-color: var(--border-strong);
  }
  .customer .bubble {
    border-color: transparent;
    border-bottom-left-radius: var(--radius-bubble);
    border-bottom-right-radius: var(--space-1);
    background: var(--surface-3);
  }
  .text {
    white-space: pre-wrap;
  }
  .piece {
    animation: appear 140ms ease-out both;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  .state.late {
    animation: appear 1ms linear 700ms both;
  }
  .scroll {
    margin-top: var(--space-2);
    overflow-x: auto;
  }
  table {
    border-collapse: collapse;
    font-size: var(--type-14);
    font-variant-numeric: tabular-nums;
    overflow-wrap: normal;
    width: 100%;
  }
  th,
  td {
    white-space: pre-line;
    padding: 6px var(--space-3) 6px 0;
    border-top: 1px solid var(--border);
    vertical-align: top;
  }
  /* Dates and amounts stay whole; names give way. */
  :is(th, td):not(:first-child) {
    white-space: nowrap;
  }
  :is(th, td):first-child {
    overflow-wrap: anywhere;
    hyphens: auto;
  }
  th {
    border-top: 0;
    font-weight: 600;
    color: var(--text-muted);
  }
  :is(th, td):last-child {
    padding-right: 0;
  }
  .left {
    text-align: left;
  }
  .right {
    text-align: right;
  }
  .sources {
    margin-top: var(--space-2);
    font-size: var(--type-14);
  }
  .sources a {
    display: inline-block;
    padding-block: var(--space-1);
  }
  .link {
    max-width: 100%;
    margin-top: var(--space-2);
  }
  .read {
    min-height: 1.5em;
    padding-inline: var(--space-1);
    font-size: var(--type-14);
    color: var(--text-muted);
  }
  .problem {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: var(--space-1);
    max-width: 88%;
    margin-top: var(--space-2);
    padding: var(--space-3);
    border-radius: var(--radius-card);
    background: var(--attention-surface);
    font-size: var(--type-14);
  }
  .problem .button {
    margin-top: var(--space-2);
  }
  .problem strong {
    color: var(--attention);
  }
  @media (prefers-reduced-motion: reduce) {
    .piece,
    .state.late {
      animation: none;
    }
  }
`;
