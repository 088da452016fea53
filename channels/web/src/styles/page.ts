import { css } from 'lit';
import { stateBox } from './state';

/** The frame of the customer's pages: one column, and states that fill it. */
export const page = css`
  :host {
    display: block;
  }
  main {
    max-width: 64rem;
    margin: 0 auto;
    /* Room at the end, so that the floating button never covers the last invoice. */
    padding: var(--space-8) var(--space-4) 112px;
  }
  /* The column starts under the wordmark and leaves its right to the chat, which then covers no amount. */
  main > * {
    max-width: 42rem;
  }
  main:focus {
    outline: none;
  }
  h1 {
    margin-bottom: var(--space-4);
    font-size: var(--type-28);
    line-height: 1.25;
  }
  ${stateBox}
  .skip {
    position: absolute;
    left: var(--space-4);
    top: -100px;
    z-index: 30;
    padding: var(--space-2) var(--space-4);
    background: var(--surface);
  }
  .skip:focus {
    top: var(--space-2);
  }
  @media (max-width: 480px) {
    main {
      padding-top: var(--space-6);
    }
  }
`;
