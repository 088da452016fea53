/**
 * Keep a full-screen panel inside the part of the screen that the on-screen keyboard leaves. Not every browser shrinks
 * the page for the keyboard, so the panel follows the visual viewport. Returns how to stop.
 */
export function keepInsideVisible(panel: HTMLElement): () => void {
  const viewport = window.visualViewport;
  if (!viewport) return () => undefined;
  const fit = (): void => {
    // Only the keyboard: while the reader zooms in, the panel must not shrink under the fingers.
    if (viewport.scale > 1.01) return;
    panel.style.setProperty('--visible-height', `${viewport.height}px`);
    panel.style.setProperty('--visible-top', `${viewport.offsetTop}px`);
  };
  fit();
  viewport.addEventListener('resize', fit);
  viewport.addEventListener('scroll', fit);
  return () => {
    viewport.removeEventListener('resize', fit);
    viewport.removeEventListener('scroll', fit);
  };
}
