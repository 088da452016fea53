/** Whether an address may become a link: pages of ours or of the web, and nothing like `javascript:` or `data:`. */
export function isSafe(url: string): boolean {
  return url.startsWith('/') || /^https?:\/\//i.test(url);
}

/**
 * The address to go back to, in full, from a `next` that anybody may have written into a link: a path of this origin
 * that begins with a single slash, else the start page.
 */
export function backTo(next: string | null): string {
  const home = new URL('/', location.origin);
  if (!next || !/^\/(?![/\\])/.test(next)) return home.href;
  try {
    // Parsing drops tabs and line breaks, so "/<tab>/other.host" is only now seen for what it is.
    const url = new URL(next, location.origin);
    return url.origin === location.origin ? url.href : home.href;
  } catch {
    return home.href;
  }
}
