import { css } from 'lit';

/** Three columns that fold: first the customer column, then the list, each reachable by a button. */
export const consoleStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100vh;
    height: 100dvh;
    background: var(--surface);
    font-size: var(--type-14);
  }
  header,
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--space-3);
    padding: var(--space-1) var(--space-4);
    border-bottom: 1px solid var(--border);
  }
  .head {
    min-height: 53px;
    row-gap: var(--space-1);
  }
  .mark {
    font-size: var(--type-18);
  }
  h1 {
    flex: 1;
    font-size: var(--type-14);
    font-weight: 400;
    color: var(--text-muted);
  }
  h2 {
    font-size: var(--type-16);
    line-height: 1.3;
  }
  .muted {
    color: var(--text-muted);
  }
  .grow {
    flex: 1;
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
  .thread {
    display: flex;
    flex-direction: column;
  }
  .columns > .thread {
    overflow: hidden;
  }
  .choose {
    margin: auto;
    padding: var(--space-6);
    color: var(--text-muted);
  }
  .foot {
    padding: var(--space-3) var(--space-4);
    border-top: 1px solid var(--border);
  }
  .bar,
  .notice {
    display: flex;
    align-items: center;
    gap: var(--space-3);
    padding: var(--space-1) var(--space-4);
    background: var(--attention-surface);
  }
  .notice span {
    flex: 1;
  }
  .notice strong,
  .bar {
    color: var(--attention);
  }
  .closing {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
  }
  .closing p {
    flex: 1 1 16rem;
  }
  .help {
    position: fixed;
    right: var(--space-4);
    top: 60px;
    z-index: 10;
    max-width: calc(100vw - var(--space-8));
    padding: var(--space-4) var(--space-5);
    border: 1px solid var(--border);
    border-radius: var(--radius-card);
    background: var(--surface);
    box-shadow: var(--shadow);
  }
  .help dl {
    display: grid;
    gap: var(--space-2);
    margin-top: var(--space-3);
  }
  .help dl > div {
    display: grid;
    grid-template-columns: 4rem 1fr;
  }
  kbd {
    font: inherit;
    font-weight: 600;
  }
  .narrow,
  .middle {
    display: none;
  }
  @media (max-width: 1100px) {
    .columns {
      grid-template-columns: 280px minmax(0, 1fr);
    }
    .customer {
      display: none;
    }
    .middle {
      display: inline-flex;
    }
    .columns.show-customer {
      display: grid;
    }
    .columns.show-customer > .customer {
      display: block;
      grid-column: 2;
      grid-row: 2;
      border-left: 0;
    }
    .columns.show-customer {
      grid-template-rows: auto minmax(0, 1fr);
    }
    .columns.show-customer > .list {
      grid-row: 1 / 3;
    }
    .columns.show-customer > .thread :is(console-thread, .foot) {
      display: none;
    }
  }
  @media (max-width: 720px) {
    h1 {
      display: none;
    }
    header .muted {
      flex: 1;
      min-width: 0;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    /* A narrow screen rarely has a keyboard; "?" still works. */
    header .keys {
      display: none;
    }
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
    .narrow {
      display: inline-flex;
      padding-left: 0;
    }
    .head .grow {
      flex-basis: 100%;
      order: 1;
    }
  }
`;
