import { css } from 'lit';

/** A thread as one sheet: its head, and the conversation that fills the rest. */
export const threadPageStyles = css`
  :host {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  .sheet {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
    overflow: hidden;
    border: 1px solid var(--border);
    border-radius: var(--radius-card);
    background: var(--surface);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--space-4);
    padding: var(--space-1) var(--space-4) var(--space-2);
    border-bottom: 1px solid var(--border);
  }
  .back {
    margin-left: calc(-1 * var(--space-3));
  }
  .names {
    flex: 1 1 100%;
    order: 3;
    min-width: 0;
  }
  .head > .button:last-child {
    margin-left: auto;
  }
  h1 {
    font-size: var(--type-18);
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  .about {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-4);
    min-height: 1.5em;
    font-size: var(--type-14);
    color: var(--text-muted);
  }
  .sent {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    padding: var(--space-2) var(--space-4);
    background: var(--success-surface);
    font-size: var(--type-14);
    color: var(--success);
  }
  .sent svg {
    flex: none;
  }
  .state {
    margin: var(--space-4);
    padding: var(--space-6);
    border: 1px solid var(--border);
    border-radius: var(--radius-card);
    background: var(--surface);
  }
  .state .button {
    margin-top: var(--space-4);
  }
  @media (max-width: 560px) {
    .sheet {
      border-width: 1px 0 0;
      border-radius: 0;
    }
  }
`;
