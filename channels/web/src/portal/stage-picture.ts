import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Stage } from '../http';
import type { Words } from '../i18n';
import { icons } from '../icons';
import { base } from '../styles/shared';

const STEPS: readonly Stage[] = ['open', 'reminder', 'collection', 'legal'];
/** Stages beside the way of four steps, each with a picture of its own. */
const ASIDE: Partial<Record<Stage, TemplateResult>> = {
  paid: icons.check,
  disputed: icons.pause,
  credited: icons.undo,
};

/** The stage as a word and as four steps, of which the ones behind are filled; colour adds nothing of its own. */
@customElement('myropo-stage')
export class MyropoStage extends LitElement {
  static override styles = [
    base,
    css`
      .stage {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        font-size: var(--type-14);
      }
      .steps {
        display: inline-flex;
        gap: 3px;
      }
      .steps i {
        width: 14px;
        height: 8px;
        border: 1.5px solid var(--border-strong);
        border-radius: 2px;
      }
      .steps i.past {
        border-color: var(--text-muted);
        background: var(--text-muted);
      }
      .steps i.here {
        height: 12px;
        margin-block: -2px;
        border-color: var(--text);
        background: var(--text);
      }
      .aside {
        font-weight: 600;
      }
      .paid {
        color: var(--success);
      }
      svg {
        flex: none;
      }
    `,
  ];

  @property({ attribute: false }) words!: Words;
  @property() stage: Stage = 'open';

  override render(): TemplateResult {
    const { portal } = this.words;
    const word = portal.stages[this.stage];
    const here = STEPS.indexOf(this.stage);
    if (here < 0) {
      return html`<p class="stage aside ${this.stage}" data-testid="invoice-stage" data-stage=${this.stage}>
        ${ASIDE[this.stage] ?? nothing}<span><span class="sr">${portal.stage}: </span>${word}</span>
      </p>`;
    }
    return html`<p class="stage" data-testid="invoice-stage" data-stage=${this.stage}>
      <span class="steps" aria-hidden="true">
        ${STEPS.map((_, n) => html`<i class=${n < here ? 'past' : n === here ? 'here' : nothing}></i>`)}
      </span>
      <span aria-hidden="true">${word}</span>
      <span class="sr">${portal.stage}: ${portal.stageStep(word, here + 1)}</span>
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'myropo-stage': MyropoStage;
  }
}
