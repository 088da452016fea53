import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Takes files that are dropped onto an element; `over` is true while some are held above it. */
export class FileDrop implements ReactiveController {
  over = false;
  /** Entering a child comes before leaving its parent, so only the count tells when the element is left. */
  private depth = 0;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly take: (files: FileList) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.addEventListener('dragenter', this.entered);
    this.host.addEventListener('dragleave', this.left);
    this.host.addEventListener('dragover', this.allowed);
    this.host.addEventListener('drop', this.dropped);
  }

  hostDisconnected(): void {
    this.host.removeEventListener('dragenter', this.entered);
    this.host.removeEventListener('dragleave', this.left);
    this.host.removeEventListener('dragover', this.allowed);
    this.host.removeEventListener('drop', this.dropped);
  }

  private readonly entered = (event: DragEvent): void => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    this.count(this.depth + 1);
  };

  private readonly left = (event: DragEvent): void => {
    if (hasFiles(event)) this.count(this.depth - 1);
  };

  private readonly allowed = (event: DragEvent): void => {
    // Without this the browser would leave the page and open the file.
    if (hasFiles(event)) event.preventDefault();
  };

  private readonly dropped = (event: DragEvent): void => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    this.count(0);
    if (event.dataTransfer) this.take(event.dataTransfer.files);
  };

  private count(depth: number): void {
    this.depth = Math.max(0, depth);
    if (this.over === this.depth > 0) return;
    this.over = this.depth > 0;
    this.host.requestUpdate();
  }
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}
