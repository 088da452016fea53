import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { formatBytes } from '../format';
import type { Words } from '../i18n';
import { icons } from '../icons';
import type { Language } from '../protocol';
import { base, controls } from '../styles/shared';
import { MAX_UPLOADS, type Upload, type Uploads } from '../uploads';

/** Files that are about to be sent: how far each is, why one cannot be sent, and a way to take it out again. */
@customElement('myropo-upload-tray')
export class MyropoUploadTray extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
      }
      ul {
        display: grid;
        gap: var(--space-1);
        max-height: var(--tray-height, 9.25rem);
        overflow-y: auto;
      }
      li {
        display: grid;
        grid-template-columns: auto 1fr auto;
        align-items: center;
        gap: 0 var(--space-2);
        padding-left: var(--space-3);
        border: 1px solid var(--border);
        border-radius: var(--radius-card);
        font-size: var(--type-14);
      }
      .faulty {
        border-color: transparent;
        background: var(--attention-surface);
      }
      .faulty > svg,
      .fault {
        color: var(--attention);
      }
      .about {
        position: relative;
        min-width: 0;
        padding-block: var(--space-2);
      }
      .line {
        display: flex;
        gap: var(--space-2);
      }
      .name {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .faulty .name {
        overflow-wrap: anywhere;
        white-space: normal;
      }
      .state {
        flex: none;
        color: var(--text-muted);
      }
      /* Over the edge of its row, so that nothing moves when the file has arrived. */
      progress {
        position: absolute;
        bottom: 2px;
        left: 0;
        display: block;
        width: 100%;
        height: 4px;
        accent-color: var(--action);
      }
      .remove {
        width: var(--touch);
        padding: 0;
        color: var(--text);
      }
      .actions {
        display: flex;
      }
    `,
  ];

  @property({ attribute: false }) words!: Words['files'];
  @property() language: Language = 'en';
  // The same object with other content each time.
  @property({ attribute: false, hasChanged: () => true }) uploads!: Uploads;

  override render(): TemplateResult {
    return html`<ul aria-label=${this.words.list} data-testid="upload-tray">
      ${repeat(
        // What cannot be sent comes first: it must not be overlooked below the rest.
        [...this.uploads.all].sort((a, b) => Number(b.fault !== null) - Number(a.fault !== null)),
        ({ key }) => key,
        (upload) => this.renderUpload(upload),
      )}
    </ul>`;
  }

  private renderUpload(upload: Upload): TemplateResult {
    const { words: w } = this;
    const { key, file, fault } = upload;
    return html`<li class=${fault ? 'faulty' : ''} data-testid="upload" data-fault=${fault ?? nothing}>
      ${fault ? icons.alert : file.type === 'application/pdf' ? icons.file : icons.image}
      <div class="about">
        <p class="line">
          <span class="name">${file.name}</span>
          ${upload.attachment ? html`<span class="state num">${formatBytes(file.size, this.language)}</span>` : nothing}
        </p>
        ${fault ? this.renderFault(upload) : this.renderProgress(upload)}
      </div>
      <div class="actions">
        ${fault === 'failed'
          ? html`<button type="button" class="button plain small" @click=${() => this.uploads.retry(key)}>
              ${w.tryAgain}
            </button>`
          : nothing}
        <button
          type="button"
          class="button plain remove"
          aria-label=${w.remove(file.name)}
          title=${w.remove(file.name)}
          @click=${() => this.uploads.remove(key)}
        >
          ${icons.close}
        </button>
      </div>
    </li>`;
  }

  private renderProgress({ file, share, attachment }: Upload): TemplateResult {
    if (attachment) return html`<span class="sr" role="status">${this.words.ready(file.name)}</span>`;
    return html`<progress max="1" .value=${share} aria-label=${this.words.sending(file.name)}></progress>`;
  }

  private renderFault({ fault, detail }: Upload): TemplateResult {
    const { words: w } = this;
    const told = {
      type: w.wrongType,
      size: w.tooLarge,
      empty: w.empty,
      many: w.tooMany(MAX_UPLOADS),
      refused: detail ?? w.wrongType,
      failed: detail ?? w.failed,
    };
    return html`<p class="fault" role="alert" data-testid="upload-problem">${told[fault ?? 'failed']}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'myropo-upload-tray': MyropoUploadTray;
  }
}
