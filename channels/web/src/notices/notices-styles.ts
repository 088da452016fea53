import { css } from 'lit';

/** The banner: a strip in the chat, cards in the portal, nothing at all without notices. */
export const noticesStyles = css`
  :host {
    display: block;
    font-size: var(--type-16);
  }
  :host([channel='chat']) {
    flex: none;
    /* Many or long notices scroll by themselves and leave room for the conversation. */
    max-height: 35%;
    overflow-y: auto;
    font-size: var(--type-14);
  }
  [role='status']:focus {
    outline: none;
  }
  .notice {
    display: flex;
    align-items: flex-start;
    gap: var(--space-3);
    padding: var(--space-1) var(--space-1) var(--space-1) var(--space-4);
    border: 1px solid var(--border);
    background: var(--surface);
  }
  .notice.disruption {
    border-color: var(--attention);
    background: var(--attention-surface);
  }
  :host([channel='portal']) .notice {
    margin-bottom: var(--space-3);
    border-radius: var(--radius-card);
  }
  :host([channel='portal']) .notice:last-child {
    margin-bottom: var(--space-6);
  }
  :host([channel='chat']) .notice {
    border-width: 0 0 1px;
  }
  svg {
    flex: none;
    margin-top: var(--space-3);
    color: var(--attention);
  }
  .words {
    flex: 1;
    min-width: 0;
    /* The first line stands beside the middle of the button. */
    padding-block: 10px;
    overflow-wrap: anywhere;
  }
  .kind {
    font-weight: 600;
    color: var(--text-muted);
  }
  .disruption .kind {
    color: var(--attention);
  }
  .until {
    font-size: var(--type-14);
    color: var(--text-muted);
  }
  .dismiss {
    flex: none;
    width: var(--touch);
    padding: 0;
    color: var(--text);
  }
  .dismiss svg {
    margin: 0;
    color: inherit;
  }
`;
