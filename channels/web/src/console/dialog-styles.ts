import { css } from 'lit';

export const dialogStyles = css`
  dialog {
    width: min(28rem, calc(100vw - 2 * var(--space-4)));
    max-height: calc(100dvh - 2 * var(--space-4));
    padding: 0;
    overflow-y: auto;
    border: 1px solid var(--border);
    border-radius: var(--radius-card);
    background: var(--surface);
    color: var(--text);
    box-shadow: var(--shadow);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 35%);
  }
  form {
    display: grid;
    gap: var(--space-3);
    padding: var(--space-4) var(--space-5) var(--space-5);
  }
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-4);
    margin-right: calc(-1 * var(--space-2));
  }
  h2 {
    font-size: var(--type-16);
  }
  .body {
    display: grid;
    gap: var(--space-3);
  }
  .buttons {
    display: flex;
    justify-content: flex-end;
    gap: var(--space-2);
  }
  .stack {
    display: grid;
    gap: var(--space-1);
  }
  textarea {
    resize: vertical;
    line-height: 1.5;
  }
  textarea.note {
    border-color: var(--note-border);
    background: var(--note-surface);
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0 0 var(--space-1);
  }
  .choice {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-height: var(--control);
    cursor: pointer;
  }
  .choice input {
    flex: none;
    width: 18px;
    height: 18px;
    margin: 0;
    accent-color: var(--action);
  }
  .choice.date {
    flex-wrap: wrap;
  }
  .choice span {
    flex: 1;
    overflow-wrap: anywhere;
  }
  .two {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr));
    gap: 0 var(--space-3);
  }
  .in-row {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-5);
  }
  dl {
    display: grid;
    gap: var(--space-2);
  }
  dl > div {
    display: grid;
    grid-template-columns: 4rem 1fr;
  }
  kbd {
    font: inherit;
    font-weight: 600;
  }
  li {
    padding-block: var(--space-1);
    overflow-wrap: anywhere;
  }
  li + li {
    border-top: 1px solid var(--border);
  }
`;
