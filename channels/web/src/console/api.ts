import { getJson, post, request } from '../api';
import type { Invoice } from '../http';
import { newClientId } from '../outbox';
import type { Attachment } from '../protocol';
import type { ThreadSummary } from './frames';

/** The HTTP API of the console, as `docs/protocol.md` defines it. */

const ROOT = '/api/v1/console';

export type WishKind =
  | 'postpone_due_date'
  | 'create_payment_plan'
  | 'change_payment_plan'
  | 'cancel_payment_plan'
  | 'set_refund_account'
  | 'authorize_person'
  | 'revoke_authorization'
  | 'dispute_invoice';

/** A customer's wish, of the kind that `kind` names. */
export type Wish = { kind: WishKind } & Record<string, string | number | null>;

/** An invoice with what the customer may be offered for it. */
export interface OfferableInvoice extends Invoice {
  possible: WishKind[];
}

export interface Identity {
  name: string;
  kind: string;
  country: string;
  language: string;
  email: string | null;
  strength: string;
  strength_at: string | null;
  /** Set while the customer may not write. */
  blocked: { reason: string; at: string; until: string | null } | null;
}

/** Another thread of the same customer. */
export interface OtherThread {
  id: string;
  title: string;
  status: 'open' | 'closed';
  last_at: string | null;
  outcome: string | null;
  last_text: string | null;
}

export interface CustomerDetails {
  identity: Identity;
  invoices: OfferableInvoice[];
  threads: OtherThread[];
}

/** What the copilot can do here; `why` says what it would take to do more. */
export interface CopilotAbilities {
  suggest: boolean;
  translate: boolean;
  rewrite: boolean;
  summary: boolean;
  why: string | null;
}

export interface Suggestion {
  text: string;
  language: string;
  sources: { title: string; url: string | null }[];
  /** Why there is no suggestion; null where there is one. */
  none: string | null;
}

export interface Canned {
  id: number;
  shortcut: string;
  title: string;
  text: string;
  missing: string[];
}

export interface AuditEntry {
  id: number;
  at: string;
  agent: string;
  action: string;
  details: Record<string, unknown>;
}

/** A thread that a search has found; matches in the snippet stand between U+0002 and U+0003. */
export interface FoundThread extends ThreadSummary {
  snippet: string | null;
}

export interface Found {
  threads: FoundThread[];
  next: string | null;
}

/** What is searched for; an empty value means any. */
export type Filters = Record<'query' | 'status' | 'handler' | 'language' | 'country' | 'tag' | 'agent' | 'reason', string>;

/** Search all threads; `before` goes on where an earlier answer ended. */
export function findThreads(filters: Filters, before: string | null, signal: AbortSignal): Promise<Found> {
  const given = Object.entries(filters).filter(([, value]) => value.trim() !== '');
  const asked = new URLSearchParams([...given, ...(before ? [['before', before]] : [])]);
  return fetchJson<Found>(`${ROOT}/threads?${asked}`, signal);
}

export function getCustomer(threadId: string): Promise<CustomerDetails> {
  return getJson(`${threadPath(threadId)}/customer`);
}

/** Offer a change; the customer confirms it. The same key twice offers it once. */
export async function offer(threadId: string, invoice: string, wish: Wish, key: string): Promise<void> {
  await post(`${threadPath(threadId)}/offers`, { invoice, wish }, { 'idempotency-key': key });
}

export function getAbilities(): Promise<CopilotAbilities> {
  return getJson(`${ROOT}/copilot`);
}

export function suggest(threadId: string): Promise<Suggestion> {
  return ask(`${threadPath(threadId)}/copilot/suggest`);
}

export function translate(threadId: string, text: string, to: string): Promise<{ text: string }> {
  return ask(`${threadPath(threadId)}/copilot/translate`, { text, to });
}

export function rewrite(threadId: string, text: string, how: 'shorter' | 'kinder'): Promise<{ text: string }> {
  return ask(`${threadPath(threadId)}/copilot/rewrite`, { text, how });
}

export function summarize(threadId: string): Promise<{ lines: string[] }> {
  return ask(`${threadPath(threadId)}/copilot/summary`);
}

/** Canned answers in the thread's language, filled with what is known of its customer. */
export function getCanned(threadId: string): Promise<Canned[]> {
  return getJson(`${threadPath(threadId)}/canned`);
}

/** Keep the customer from writing for a number of days, or (null) until a supervisor ends it. */
export async function block(threadId: string, reason: string, days: number | null): Promise<void> {
  await ask(`${threadPath(threadId)}/block`, { reason, days });
}

/** Let the customer write again. */
export async function unblock(threadId: string): Promise<void> {
  await request(`${threadPath(threadId)}/block`, { method: 'DELETE', headers: keyed() });
}

/** Who saw and did what in a thread, newest first. */
export async function getAudit(threadId: string): Promise<AuditEntry[]> {
  return (await getJson<{ actions: AuditEntry[] }>(`${threadPath(threadId)}/audit`)).actions;
}

/** Store a file that will go with a message of this thread. */
export async function upload(threadId: string, file: File): Promise<Attachment> {
  const body = new FormData();
  body.append('file', file);
  const path = `/api/v1/attachments?${new URLSearchParams({ thread_id: threadId })}`;
  const response = await request(path, { method: 'POST', headers: keyed(), body });
  return (await response.json()) as Attachment;
}

function threadPath(threadId: string): string {
  return `${ROOT}/threads/${encodeURIComponent(threadId)}`;
}

async function ask<T>(path: string, body?: unknown): Promise<T> {
  const response = await post(path, body, { 'idempotency-key': newClientId() });
  return (response.status === 204 ? undefined : await response.json()) as T;
}

async function fetchJson<T>(path: string, signal: AbortSignal): Promise<T> {
  const response = await request(path, { headers: { accept: 'application/json' }, signal });
  return (await response.json()) as T;
}

function keyed(): Record<string, string> {
  return { accept: 'application/json', 'idempotency-key': newClientId() };
}
