import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { ApiError } from '../api';
import { icons } from '../icons';
import type { Attachment } from '../protocol';
import { MAX_UPLOADS, UPLOAD_TYPES } from '../uploads';
import { upload } from './api';
import { workWords as w } from './words-work';

/** The files of a reply: stored as they are chosen, so that a refusal is told before the reply is sent. */
export class Uploads implements ReactiveController {
  private working: string | null = null;
  private problem: string | null = null;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostConnected(): void {
    this.problem = null;
  }

  get busy(): boolean {
    return this.working !== null;
  }

  /** The reply has gone: what was refused for it is of no interest any more. */
  forgive(): void {
    this.problem = null;
  }

  /** The button and its hidden field. */
  renderButton(pick: (files: readonly File[]) => void): TemplateResult {
    return html`<label class="button quiet attach" title=${w.attachHint}>
      <input
        class="sr"
        type="file"
        data-testid="attach"
        accept=${UPLOAD_TYPES.join(',')}
        multiple
        @change=${(event: Event) => {
          const field = event.target as HTMLInputElement;
          pick([...(field.files ?? [])]);
          field.value = '';
        }}
      />
      ${w.attach}
    </label>`;
  }

  /** The files that are there, the one on its way, and what went wrong. */
  renderList(files: readonly Attachment[], remove: (file: Attachment) => void): TemplateResult | typeof nothing {
    if (files.length === 0 && !this.busy && !this.problem) return nothing;
    return html`<ul class="files" role="status">
      ${files.map(
        (file) => html`<li data-testid="attached">
          ${file.name}
          <button class="button quiet icon" aria-label=${w.remove(file.name)} @click=${() => remove(file)}>${icons.close}</button>
        </li>`,
      )}
      ${this.working ? html`<li class="muted">${w.attaching(this.working)}</li>` : nothing}
      ${this.problem ? html`<li class="attention">${this.problem}</li>` : nothing}
    </ul>`;
  }

  /** Store files one after the other; each that is stored is handed on. */
  async store(threadId: string, chosen: readonly File[], present: number, add: (file: Attachment) => void): Promise<void> {
    this.problem = null;
    const room = Math.max(0, MAX_UPLOADS - present);
    if (chosen.length > room) this.problem = w.tooManyFiles;
    for (const file of chosen.slice(0, room)) {
      this.tell(file.name);
      try {
        add(await upload(threadId, file));
      } catch (error) {
        const { title, detail } = error instanceof ApiError ? error : { title: null, detail: null };
        this.problem = `${file.name}: ${title ?? w.failed}. ${detail ?? ''}`.trim();
      }
    }
    this.tell(null);
  }

  private tell(working: string | null): void {
    this.working = working;
    this.host.requestUpdate();
  }
}
