import { css } from 'lit';

/** What stands around the log: the bar above it, and the foot with the field. */
export const conversationStyles = css`
  :host {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  .frame {
    position: relative;
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  .bar {
    padding: var(--space-1) var(--space-4);
    background: var(--attention-surface);
    font-size: var(--type-14);
    color: var(--attention);
  }
  .foot {
    display: flex;
    flex-direction: column;
    gap: var(--space-2);
    padding: var(--space-3) var(--space-4);
    padding-bottom: calc(var(--space-3) + env(safe-area-inset-bottom, 0px));
    border-top: 1px solid var(--border);
    background: var(--surface);
  }
  .notice {
    display: flex;
    align-items: flex-start;
    justify-content: space-between;
    gap: var(--space-2);
    padding: var(--space-2) 0 var(--space-2) var(--space-3);
    border-radius: var(--radius-card);
    background: var(--attention-surface);
    font-size: var(--type-14);
  }
  .notice p {
    align-self: center;
  }
  .notice strong {
    color: var(--attention);
  }
  .drop {
    position: absolute;
    inset: var(--space-2);
    display: grid;
    place-items: center;
    border: 2px dashed var(--action);
    border-radius: var(--radius-card);
    background: var(--surface);
    font-weight: 600;
    pointer-events: none;
  }
`;
