import { css } from 'lit';

/** The column of the pages; a thread takes the window's height, so that its end and its field are always there. */
export const messagesStyles = css`
  main {
    padding-bottom: var(--space-8);
  }
  :host([framed]) {
    display: flex;
    flex-direction: column;
    height: 100vh;
    height: 100dvh;
    /* A low window, or a large text, scrolls as a whole. */
    min-height: 36rem;
  }
  :host([framed]) main {
    display: flex;
    flex: 1;
    flex-direction: column;
    width: 100%;
    min-height: 0;
    padding-block: var(--space-4);
  }
  :host([framed]) main > * {
    max-width: none;
  }
  @media (max-width: 560px) {
    :host([framed]) main {
      padding: 0;
    }
  }
`;
