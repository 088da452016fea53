import type { DemoPeople, Invoice, Me, SignIn } from './protocol';

/** A refused request, with the words of the server's problem response where it sent one. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly title: string | null,
    readonly detail: string | null,
  ) {
    super(title ?? `HTTP ${status}`);
    this.name = 'ApiError';
  }
}

/** Who is signed in, and the service's idea of today. */
export function getMe(): Promise<Me> {
  return getJson<Me>('/api/v1/me');
}

/** The invoices that the signed-in principal may see. */
export async function getInvoices(): Promise<Invoice[]> {
  return (await getJson<{ invoices: Invoice[] }>('/api/v1/invoices')).invoices;
}

/** The people of the demo. */
export function getDemoPeople(): Promise<DemoPeople> {
  return getJson<DemoPeople>('/api/v1/demo/people');
}

/** Demo sign-in; the session comes back as a cookie. */
export async function signIn(who: SignIn): Promise<void> {
  await post('/api/v1/demo/sign-in', who);
}

/** End the customer's or the agent's session. */
export async function signOut(role: 'customer' | 'agent'): Promise<void> {
  await post('/api/v1/demo/sign-out', { role });
}

async function getJson<T>(path: string): Promise<T> {
  const response = await request(path, { headers: { accept: 'application/json' } });
  return (await response.json()) as T;
}

function post(path: string, body: unknown): Promise<Response> {
  return request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  });
}

async function request(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(path, { credentials: 'same-origin', cache: 'no-store', ...init });
  if (!response.ok) throw await toError(response);
  return response;
}

async function toError(response: Response): Promise<ApiError> {
  try {
    const body = (await response.json()) as { title?: unknown; detail?: unknown };
    return new ApiError(response.status, asText(body.title), asText(body.detail));
  } catch {
    return new ApiError(response.status, null, null);
  }
}

// A problem's detail may be a list (FastAPI's own validation errors); only sentences are fit to be shown.
function asText(value: unknown): string | null {
  return typeof value === 'string' && value ? value : null;
}
