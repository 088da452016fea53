import { css } from 'lit';

export const headStyles = css`
  :host {
    display: block;
    padding: var(--space-1) var(--space-2) var(--space-1) var(--space-4);
    border-bottom: 1px solid var(--border);
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--space-2);
  }
  h2 {
    font-size: var(--type-16);
  }
  .about {
    flex: 1 1 4rem;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
  }
  .actions .button {
    padding-inline: var(--space-2);
  }
  .actions .filled {
    padding-inline: var(--space-4);
  }
  .facts {
    padding-bottom: 2px;
  }
  .narrow,
  .middle {
    display: none;
  }
  [popover] {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: var(--space-1) 0;
    border: 1px solid var(--border);
    border-radius: var(--radius-card);
    background: var(--surface);
    color: var(--text);
    box-shadow: var(--shadow);
  }
  .entry {
    display: block;
    width: 100%;
    min-height: var(--control);
    padding: var(--space-1) var(--space-4);
    border: 0;
    background: none;
    text-align: left;
    cursor: pointer;
  }
  .entry:hover {
    background: var(--surface-2);
  }
  .entry:focus-visible {
    outline-offset: -2px;
  }
  @media (max-width: 1100px) {
    .middle {
      display: inline-flex;
    }
  }
  @media (max-width: 720px) {
    :host {
      padding-left: var(--space-2);
    }
    .narrow {
      display: inline-flex;
      padding-left: 0;
    }
    .about {
      display: none;
    }
    h2 {
      flex: 1;
    }
    .actions {
      flex-basis: 100%;
      margin-left: calc(-1 * var(--space-2));
    }
    .actions .button:not(.filled) {
      padding-inline: var(--space-1);
    }
    .facts {
      padding-left: 0;
    }
  }
`;
