/** The list, a new message, or one thread. */
export type Route = { page: 'list' } | { page: 'new' } | { page: 'thread'; id: string };

const HOME = '/messages';

/** Which page of the Message Center a path names. */
export function routeOf(path: string): Route {
  const id = decoded(path.slice(HOME.length).replace(/^\/|\/$/g, ''));
  if (!id) return { page: 'list' };
  return id === 'new' ? { page: 'new' } : { page: 'thread', id };
}

/** The address of a thread. */
export function threadPath(id: string): string {
  return `${HOME}/${encodeURIComponent(id)}`;
}

/** The path that a click leads to within the Message Center; null where the browser shall follow the link itself. */
export function innerPath(event: MouseEvent): string | null {
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!plain || event.defaultPrevented) return null;
  const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
  if (!link || link.target || link.origin !== location.origin) return null;
  return link.pathname === HOME || link.pathname.startsWith(`${HOME}/`) ? link.pathname : null;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
