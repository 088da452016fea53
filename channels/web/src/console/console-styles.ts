import { css } from 'lit';

/** Three columns that fold: first the customer column, then the list, each reachable by a button. */
export const consoleStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100vh;
    height: 100dvh;
    background: var(--surface);
  }
  .columns {
    display: grid;
    flex: 1;
    grid-template-columns: 280px minmax(0, 1fr) 340px;
    min-height: 0;
  }
  .columns > * {
    min-width: 0;
    min-height: 0;
    overflow-y: auto;
  }
  .list {
    border-right: 1px solid var(--border);
  }
  .customer {
    border-left: 1px solid var(--border);
  }
  .columns > .thread {
    display: flex;
    flex-direction: column;
    overflow: hidden;
  }
  .choose {
    margin: auto;
    padding: var(--space-6);
    color: var(--text-muted);
    text-align: center;
  }
  .bar,
  .notice {
    display: flex;
    align-items: center;
    gap: var(--space-3);
    padding: var(--space-1) var(--space-4);
    background: var(--attention-surface);
    text-align: left;
  }
  .notice span {
    flex: 1;
  }
  .notice strong,
  .bar {
    color: var(--attention);
  }
  .notice.done {
    background: var(--surface-3);
  }
  .notice.done strong {
    color: inherit;
  }
  @media (max-width: 1100px) {
    .columns {
      grid-template-columns: 280px minmax(0, 1fr);
    }
    .customer {
      display: none;
    }
    .columns.show-customer {
      grid-template-rows: auto minmax(0, 1fr);
    }
    .columns.show-customer > .customer {
      display: block;
      grid-column: 2;
      grid-row: 2;
      border-left: 0;
    }
    .columns.show-customer > .list {
      grid-row: 1 / 3;
    }
    .columns.show-customer > .thread :is(console-thread, console-foot) {
      display: none;
    }
  }
  /* A page of which little is seen at a time, as with text at twice its size: the column scrolls with its head. */
  @media (max-height: 560px) {
    .columns > .thread {
      overflow-y: auto;
    }
    console-thread {
      flex: 1 0 60dvh;
    }
  }
  @media (max-width: 720px) {
    .columns,
    .columns.show-customer {
      grid-template-columns: minmax(0, 1fr);
    }
    .columns > .list,
    .columns.show-list > .thread {
      display: none;
    }
    .columns.show-list > .list {
      display: block;
      border-right: 0;
    }
    .columns.show-customer > .customer {
      grid-column: 1;
    }
    .choose .keys {
      display: none;
    }
  }
`;
