import { css } from 'lit';

/** The scrolling conversation and what floats over it. */
export const logStyles = css`
  :host {
    position: relative;
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  .scroller {
    flex: 1;
    min-height: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  /* One stop on the way to the field, from where the arrow keys scroll. */
  .scroller:focus-visible {
    --time-opacity: 1;
    outline-offset: -2px;
  }
  .content {
    display: flex;
    flex-direction: column;
    gap: var(--space-3);
    padding: var(--space-4);
  }
  .disclosure {
    padding-bottom: var(--space-3);
    border-bottom: 1px solid var(--border);
    font-size: var(--type-14);
    color: var(--text-muted);
  }
  .hint {
    color: var(--text-muted);
  }
  .items {
    display: flex;
    flex-direction: column;
    gap: var(--space-2);
  }
  myropo-card,
  myropo-rating {
    width: 100%;
    max-width: 34rem;
    margin-block: var(--space-2);
  }
  .system {
    padding: var(--space-2) var(--space-4);
    font-size: var(--type-14);
    color: var(--text-muted);
    text-align: center;
    text-wrap: balance;
    white-space: pre-wrap;
  }
  .payment {
    display: flex;
    align-items: flex-start;
    gap: var(--space-2);
    margin-block: var(--space-2);
    padding: var(--space-3) var(--space-4);
    border: 1px solid currentColor;
    border-radius: var(--radius-card);
    overflow-wrap: anywhere;
  }
  .payment svg {
    flex: none;
    margin-top: 2px;
  }
  .payment.succeeded {
    color: var(--success);
  }
  .payment.failed {
    color: var(--attention);
  }
  .payment span {
    color: var(--text);
  }
  .older {
    align-self: center;
  }
  .replies {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  .typing {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-height: var(--space-6);
    font-size: var(--type-14);
    color: var(--text-muted);
  }
  .dots {
    display: inline-flex;
    gap: 4px;
  }
  .dots i {
    width: 6px;
    height: 6px;
    border-radius: 50%;
    background: currentColor;
    animation: breathe 1.2s ease-in-out infinite;
  }
  .dots i:nth-child(2) {
    animation-delay: 0.2s;
  }
  .dots i:nth-child(3) {
    animation-delay: 0.4s;
  }
  @keyframes breathe {
    0%,
    60%,
    100% {
      opacity: 0.3;
    }
    30% {
      opacity: 1;
    }
  }
  .late {
    animation: late 1ms linear 300ms both;
  }
  @keyframes late {
    from {
      opacity: 0;
    }
  }
  .pill {
    position: absolute;
    bottom: var(--space-3);
    left: 50%;
    transform: translateX(-50%);
    border-radius: 22px;
    background: var(--surface);
    box-shadow: var(--shadow);
  }
  @media (prefers-reduced-motion: reduce) {
    .dots i {
      animation: none;
    }
  }
`;
