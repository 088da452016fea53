import type {
  BankPayment,
  DemoMail,
  DemoPeople,
  Invoice,
  InvoiceDetails,
  LineHours,
  Me,
  Notice,
  PaymentStart,
  SignIn,
  ThreadPart,
  ThreadStart,
  ThreadWish,
} from './http';
import type { Language } from './protocol';

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

/** News and disruptions in force, for the country of whoever is signed in. */
export function getNotices(language: Language, channel: 'portal' | 'chat'): Promise<Notice[]> {
  return getJson<Notice[]>(`/api/v1/notices?${new URLSearchParams({ language, channel })}`);
}

/** The invoices that the signed-in principal may see. */
export async function getInvoices(): Promise<Invoice[]> {
  return (await getJson<{ invoices: Invoice[] }>('/api/v1/invoices')).invoices;
}

/** One invoice in full, by its MyRopo ID. */
export function getInvoice(myropoId: string): Promise<InvoiceDetails> {
  return getJson<InvoiceDetails>(`/api/v1/invoices/${encodeURIComponent(myropoId)}`);
}

/**
 * Begin a payment at the payment provider, of a part or (null) of all that is owed. The same key twice begins one
 * payment only.
 */
export async function startPayment(myropoId: string, amountMinor: number | null, key: string): Promise<PaymentStart> {
  const body = { invoice: myropoId, amount_minor: amountMinor };
  return (await (await post('/api/v1/payments', body, { 'idempotency-key': key })).json()) as PaymentStart;
}

/** The demo's stand-in for strong identification; the session's cookie remembers it. */
export async function identify(): Promise<void> {
  await post('/api/v1/demo/identify');
}

/** A payment at the demo's payment provider. */
export function getBankPayment(id: string): Promise<BankPayment> {
  return getJson<BankPayment>(`/api/v1/demo/bank/${encodeURIComponent(id)}`);
}

/** What the payer does on the demo provider's page. */
export async function settleBankPayment(id: string, how: 'pay' | 'decline'): Promise<void> {
  await post(`/api/v1/demo/bank/${encodeURIComponent(id)}/${how}`);
}

/** The people of the demo. */
export function getDemoPeople(): Promise<DemoPeople> {
  return getJson<DemoPeople>('/api/v1/demo/people');
}

/** Demo sign-in; the session comes back as a cookie. */
export async function signIn(who: SignIn): Promise<void> {
  await post('/api/v1/demo/sign-in', who);
}

/** A part of the signed-in customer's conversations, newest activity first. */
export function getThreads(before: string | null = null): Promise<ThreadPart> {
  const from = before === null ? '' : `?${new URLSearchParams({ before })}`;
  return getJson<ThreadPart>(`/api/v1/threads${from}`);
}

/** Begin a conversation with its first message. The same key twice begins one only. */
export async function startThread(wish: ThreadWish, key: string): Promise<ThreadStart> {
  return (await (await post('/api/v1/threads', wish, { 'idempotency-key': key })).json()) as ThreadStart;
}

/** When people answer, in the signed-in customer's country. */
export async function getHours(language: Language): Promise<LineHours[]> {
  return (await getJson<{ lines: LineHours[] }>(`/api/v1/hours?${new URLSearchParams({ language })}`)).lines;
}

/** The mails that the demo would have sent, newest first. */
export async function getDemoMails(): Promise<DemoMail[]> {
  return (await getJson<{ mails: DemoMail[] }>('/api/v1/demo/mails')).mails;
}

/** End the customer's or the agent's session. */
export async function signOut(role: 'customer' | 'agent'): Promise<void> {
  await post('/api/v1/demo/sign-out', { role });
}

/** Read JSON. Raises {@link ApiError}. */
export async function getJson<T>(path: string): Promise<T> {
  const response = await request(path, { headers: { accept: 'application/json' } });
  return (await response.json()) as T;
}

/** Post JSON, or nothing. Raises {@link ApiError}. */
export function post(path: string, body?: unknown, more: Record<string, string> = {}): Promise<Response> {
  const headers = { accept: 'application/json', ...more };
  if (body === undefined) return request(path, { method: 'POST', headers });
  return request(path, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** A request of this page with its session. Raises {@link ApiError} where it is refused. */
export async function request(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(path, { credentials: 'same-origin', cache: 'no-store', ...init });
  if (!response.ok) throw await toError(response);
  return response;
}

async function toError(response: Response): Promise<ApiError> {
  return problemOf(response.status, await response.text());
}

/** The error that a problem response tells of; of another body, only the status. */
export function problemOf(status: number, text: string): ApiError {
  try {
    const body = JSON.parse(text) as { title?: unknown; detail?: unknown };
    return new ApiError(status, asText(body.title), asText(body.detail));
  } catch {
    return new ApiError(status, null, null);
  }
}

// A problem's detail may be a list (FastAPI's own validation errors); only sentences are fit to be shown.
function asText(value: unknown): string | null {
  return typeof value === 'string' && value ? value : null;
}
