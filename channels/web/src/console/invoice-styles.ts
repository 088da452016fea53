import { css } from 'lit';

export const invoiceStyles = css`
  :host {
    display: block;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 var(--space-3);
  }
  .name {
    overflow-wrap: anywhere;
  }
  .named {
    font-weight: 600;
  }
  .offers {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-3);
  }
  .offer {
    min-height: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--action);
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .offer[aria-expanded='true'] {
    font-weight: 600;
    text-decoration: none;
  }
  @media (pointer: coarse) {
    .offer {
      min-height: var(--touch);
    }
  }
  .told {
    color: var(--success);
  }
`;
