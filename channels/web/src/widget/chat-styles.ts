import { css } from 'lit';

/** The floating button and the panel. */
export const chatStyles = css`
  :host {
    font-size: var(--type-16);
  }
  .opener {
    position: fixed;
    right: var(--space-4);
    bottom: calc(var(--space-4) + env(safe-area-inset-bottom, 0px));
    z-index: 20;
    min-height: 52px;
    padding-inline: var(--space-5);
    border-radius: 26px;
    box-shadow: var(--shadow);
  }
  .unread {
    padding-left: var(--space-2);
    border-left: 1px solid currentColor;
    font-size: var(--type-14);
  }
  .panel {
    position: fixed;
    right: var(--space-4);
    bottom: var(--space-4);
    z-index: 20;
    display: flex;
    flex-direction: column;
    width: min(420px, calc(100vw - var(--space-8)));
    height: min(720px, calc(var(--visible-height, 100vh) - var(--space-8)));
    overflow: hidden;
    border: 1px solid var(--border);
    border-radius: var(--radius-card);
    background: var(--surface);
    box-shadow: var(--shadow);
  }
  .panel:focus-visible {
    outline-offset: -2px;
    border-radius: var(--radius-card);
  }
  /* A low window, or a large text, has no height to give away. */
  @media (max-height: 560px) {
    .panel {
      bottom: 0;
      height: var(--visible-height, 100vh);
    }
  }
  @media (max-width: 480px) {
    .panel {
      inset: var(--visible-top, 0) 0 auto 0;
      width: 100%;
      height: var(--visible-height, 100dvh);
      border: 0;
      border-radius: 0;
    }
  }
`;
