import { css } from 'lit';

export const composerStyles = css`
  :host {
    display: block;
  }
  .composer {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-2);
    padding: var(--space-2) var(--space-4) var(--space-3);
    border-top: 1px solid var(--border);
  }
  .composer.note {
    border-top: 2px dashed var(--note-border);
    background: var(--note-surface);
  }
  textarea.field {
    width: 100%;
    min-height: 3.5rem;
    max-height: 14rem;
    resize: none;
    line-height: 1.5;
    field-sizing: content;
  }
  .note textarea {
    border-color: var(--note-border);
    background: transparent;
  }
  .note :is(.muted, ::placeholder) {
    color: var(--text);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
  }
  .grow {
    flex: 1;
  }
  .count {
    color: var(--text-muted);
    text-align: right;
  }
  .modes {
    display: flex;
  }
  .mode {
    min-height: var(--control);
    padding: 0 var(--space-3);
    border: 0;
    border-bottom: 2px solid transparent;
    background: none;
    color: inherit;
    cursor: pointer;
  }
  .mode[aria-pressed='true'] {
    border-bottom-color: var(--text);
    font-weight: 600;
  }
  .hint {
    display: none;
  }
  .attach {
    position: relative;
  }
  .attach:focus-within {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }
  .canned {
    position: absolute;
    right: var(--space-4);
    bottom: calc(100% - var(--space-2));
    left: var(--space-4);
    z-index: 5;
    max-height: 18rem;
    padding-block: var(--space-1);
    overflow-y: auto;
    border: 1px solid var(--border);
    border-radius: var(--radius-card);
    background: var(--surface);
    box-shadow: var(--shadow);
  }
  .canned li {
    display: grid;
    padding: var(--space-1) var(--space-3);
    cursor: pointer;
  }
  .canned li[aria-selected='true'] {
    background: var(--surface-3);
    box-shadow: inset 3px 0 var(--text);
  }
  .gaps {
    color: var(--attention);
  }
  .preview {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .files {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-3);
  }
  .files li {
    display: flex;
    align-items: center;
    overflow-wrap: anywhere;
  }
  .files .attention {
    font-weight: 400;
  }
  .missing {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    color: var(--attention);
  }
`;
