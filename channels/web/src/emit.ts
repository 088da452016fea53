/** Fire an event that crosses shadow roots, so that the page around a component can hear it. */
export function emit(from: EventTarget, name: string, detail: unknown = null): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
