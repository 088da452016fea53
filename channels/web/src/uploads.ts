import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ApiError, problemOf } from './api';
import { newClientId } from './outbox';
import type { Attachment } from './protocol';

/** What may be sent; the server looks at the content, this only at what the browser says of it. */
export const UPLOAD_TYPES: readonly string[] = ['application/pdf', 'image/png', 'image/jpeg'];
/** The largest file, in bytes. */
export const MAX_UPLOAD = 10 * 1024 * 1024;
/** The most files of one message. */
export const MAX_UPLOADS = 5;
// Empty or broken, not allowed, too large, or no type of ours: the same file will never do.
const REFUSED = new Set([400, 403, 413, 415, 422]);

/**
 * Why a file cannot be sent: by its type, size or number, because the server will not have it, or because sending it did
 * not work, which it may another time.
 */
export type UploadFault = 'type' | 'size' | 'empty' | 'many' | 'refused' | 'failed';

/** A file on its way to the server. */
export interface Upload {
  key: number;
  file: File;
  /** How much of it has been sent, from 0 to 1. */
  share: number;
  fault: UploadFault | null;
  /** The server's words where it refused the file. */
  detail: string | null;
  /** Set once the server has it. */
  attachment: Attachment | null;
}

/** Files that are being attached to something; they go to the server at once, before it is sent. */
export class Uploads implements ReactiveController {
  private uploads: readonly Upload[] = [];
  private readonly requests = new Map<number, XMLHttpRequest>();
  private nextKey = 1;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    for (const request of this.requests.values()) request.abort();
  }

  get all(): readonly Upload[] {
    return this.uploads;
  }

  /** What the server has. */
  get ready(): Attachment[] {
    return this.uploads.flatMap(({ attachment }) => attachment ?? []);
  }

  /** Whether a file stands here that cannot be sent. */
  get faulty(): boolean {
    return this.uploads.some(({ fault }) => fault !== null);
  }

  /** Whether a file is still on its way. */
  get busy(): boolean {
    return this.uploads.some(({ attachment, fault }) => attachment === null && fault === null);
  }

  add(files: Iterable<File>): void {
    // What was refused before has been read by now.
    this.uploads = this.uploads.filter(({ fault }) => fault === null || fault === 'failed');
    for (const file of files) {
      const fault = this.faultOf(file);
      const upload: Upload = { key: this.nextKey++, file, share: 0, fault, detail: null, attachment: null };
      this.uploads = [...this.uploads, upload];
      if (!fault) this.send(upload);
    }
    this.host.requestUpdate();
  }

  /** Send a file again whose sending failed. */
  retry(key: number): void {
    const upload = this.uploads.find((one) => one.key === key);
    if (!upload) return;
    this.change(key, { fault: null, detail: null, share: 0 });
    this.send(upload);
  }

  remove(key: number): void {
    this.requests.get(key)?.abort();
    this.uploads = this.uploads.filter((upload) => upload.key !== key);
    this.host.requestUpdate();
  }

  /** The files that the server has, which now belong to what is sent. */
  take(): Attachment[] {
    const { ready } = this;
    this.uploads = this.uploads.filter(({ attachment }) => attachment === null);
    this.host.requestUpdate();
    return ready;
  }

  private faultOf(file: File): UploadFault | null {
    if (!UPLOAD_TYPES.includes(file.type)) return 'type';
    if (file.size > MAX_UPLOAD) return 'size';
    if (file.size === 0) return 'empty';
    return this.uploads.filter(({ fault }) => fault === null).length >= MAX_UPLOADS ? 'many' : null;
  }

  // `fetch` does not tell how much of a body has been sent.
  private send({ key, file }: Upload): void {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append('file', file);
    request.open('POST', '/api/v1/attachments');
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('accept-language', document.documentElement.lang);
    // A key of its own for every attempt: the same file twice does no harm, and forms differ by their boundaries.
    request.setRequestHeader('idempotency-key', newClientId());
    request.upload.onprogress = ({ loaded, total }) => this.change(key, { share: total ? loaded / total : 0 });
    request.onload = () => {
      if (request.status === 201) this.change(key, { share: 1, attachment: JSON.parse(request.responseText) as Attachment });
      else this.failed(key, problemOf(request.status, request.responseText));
    };
    request.onerror = () => this.failed(key, null);
    request.onloadend = () => this.requests.delete(key);
    this.requests.set(key, request);
    request.send(body);
  }

  private failed(key: number, error: ApiError | null): void {
    const fault = error !== null && REFUSED.has(error.status) ? 'refused' : 'failed';
    this.change(key, { fault, detail: error?.detail ?? error?.title ?? null });
  }

  private change(key: number, changes: Partial<Upload>): void {
    this.uploads = this.uploads.map((upload) => (upload.key === key ? { ...upload, ...changes } : upload));
    this.host.requestUpdate();
  }
}
