import { css } from 'lit';

export const copilotStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-2);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--space-1);
    margin-left: calc(-1 * var(--space-3));
  }
  @media (max-width: 720px) {
    [role='group'] {
      flex-wrap: nowrap;
      overflow-x: auto;
    }
    [role='group'] .button {
      flex: none;
      padding-inline: var(--space-2);
    }
  }
  .why {
    flex: 1 1 0;
    min-width: 6rem;
    padding-left: var(--space-3);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .offer {
    max-height: 40vh;
    padding-left: var(--space-3);
    overflow-y: auto;
    border-left: 3px solid var(--action);
  }
  .offer .row {
    gap: var(--space-2);
    margin: var(--space-2) 0 0;
  }
  .texts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr));
    gap: var(--space-2) var(--space-4);
  }
  .text {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  li {
    padding-left: var(--space-3);
    text-indent: calc(-1 * var(--space-3));
  }
  li::before {
    content: '– ';
  }
`;
