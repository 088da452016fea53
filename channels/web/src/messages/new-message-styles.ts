import { css } from 'lit';

/** The form of a new message: one column, labels above their fields. */
export const formStyles = css`
  :host {
    display: block;
  }
  .back {
    margin-left: calc(-1 * var(--space-3));
  }
  h1 {
    margin-bottom: var(--space-4);
    font-size: var(--type-28);
    line-height: 1.25;
  }
  form {
    display: grid;
    gap: var(--space-5);
    justify-items: start;
    padding: var(--space-6);
    border: 1px solid var(--border);
    border-radius: var(--radius-card);
    background: var(--surface);
  }
  form.over {
    outline: 2px dashed var(--action);
    outline-offset: -2px;
  }
  form > * {
    min-width: 0;
    max-width: 100%;
  }
  form > div,
  fieldset {
    width: 100%;
  }
  label,
  legend {
    padding: 0;
    font-weight: 600;
  }
  div > label {
    display: block;
    margin-bottom: var(--space-1);
  }
  .field {
    width: 100%;
  }
  textarea {
    display: block;
    line-height: 1.5;
    resize: vertical;
  }
  textarea[aria-invalid='true'] {
    border-color: var(--attention);
  }
  .missing {
    margin-top: var(--space-1);
    color: var(--attention);
  }
  .hint {
    font-size: var(--type-14);
    font-weight: 400;
    color: var(--text-muted);
  }
  .files {
    --tray-height: none;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-3);
  }
  .files :is(myropo-upload-tray, .missing) {
    flex: 1 1 100%;
  }
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  .choice {
    display: flex;
    align-items: flex-start;
    gap: var(--space-3);
    padding-block: var(--space-3) 0;
    font-weight: 400;
    cursor: pointer;
  }
  .choice input {
    flex: none;
    width: 20px;
    height: 20px;
    margin: 2px 0 0;
    accent-color: var(--action);
  }
  .choice .hint {
    display: block;
    min-height: 1.5em;
  }
  .problem {
    width: 100%;
    padding: var(--space-3) var(--space-4);
    border-radius: var(--radius-card);
    background: var(--attention-surface);
  }
  .problem strong {
    color: var(--attention);
  }
  @media (max-width: 480px) {
    form {
      padding: var(--space-4);
    }
  }
`;
