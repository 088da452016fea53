/** The frames of `/ws/chat` and `/ws/console`, as `docs/protocol.md` defines them; the HTTP API's are in `http.ts`. */

/** Languages that the service speaks. */
export type Language = 'en' | 'fi' | 'sv' | 'nb';

/** An amount in the currency's smallest unit. */
export interface Money {
  amount_minor: number;
  currency: string;
}

/** Who wrote an event. */
export interface Author {
  kind: 'customer' | 'assistant' | 'agent' | 'system';
  name: string | null;
}

export interface Citation {
  article_id: string;
  title: string;
  url: string;
}

export interface QuickReply {
  label: string;
  text: string;
}

export interface Table {
  columns: { label: string; align: 'left' | 'right' }[];
  rows: string[][];
}

/** Where a message leads: a payment page or a letter. */
export interface MessageLink {
  label: string;
  url: string;
}

export interface MessagePayload {
  text: string;
  citations?: Citation[] | null;
  quick_replies?: QuickReply[] | null;
  table?: Table | null;
  link?: MessageLink | null;
}

export type ProposalStatus = 'open' | 'confirmed' | 'cancelled' | 'superseded' | 'expired';

/** One payment of a plan, in words. */
export interface ScheduleRow {
  date: string;
  amount: string;
}

/** A change that the assistant proposes and only the customer's click commits. */
export interface Proposal {
  id: string;
  hash: string;
  kind: string;
  title: string;
  invoice: { number: string; biller: string };
  changes: { label: string; old: string | null; new: string }[];
  lines: { label: string; value: string; total: boolean }[];
  schedule_label: string | null;
  schedule: ScheduleRow[];
  next: string;
  /** Set where only a strongly identified customer may confirm. */
  step_up: { text: string; label: string; url: string } | null;
  expires_at: string;
  expires_text: string;
  status: ProposalStatus;
}

/** What was really changed, written from the ledger. */
export interface Receipt {
  title: string;
  invoice: { number: string; biller: string };
  lines: { label: string; value: string }[];
  schedule_label: string | null;
  schedule: ScheduleRow[];
  committed_at: string;
}

interface EventOf<K extends string, P> {
  seq: number;
  kind: K;
  author: Author;
  audience: string;
  at: string;
  client_id: string | null;
  payload: P;
}

export type SaidEvent = EventOf<'message', MessagePayload>;
export type ProposalEvent = EventOf<'proposal', { proposal: Proposal }>;
export type ProposalClosedEvent = EventOf<
  'proposal_closed',
  { proposal_id: string; status: ProposalStatus; text: string }
>;
export type ReceiptEvent = EventOf<'receipt', { proposal_id: string; receipt: Receipt; text: string }>;
export type PaymentEvent = EventOf<
  'payment',
  { invoice: string; status: 'succeeded' | 'failed'; text: string }
>;
export type HandoffEvent = EventOf<'handoff', { reason: string; position: number | null; text: string }>;
export type ClaimedEvent = EventOf<'claimed', { agent: string; text: string }>;
export type HandedBackEvent = EventOf<'handed_back', { text: string }>;
export type ClosedEvent = EventOf<'closed', { text: string }>;

/** One entry of a thread's ordered log. */
export type ThreadEvent =
  | SaidEvent
  | ProposalEvent
  | ProposalClosedEvent
  | ReceiptEvent
  | PaymentEvent
  | HandoffEvent
  | ClaimedEvent
  | HandedBackEvent
  | ClosedEvent;

/** The part of a thread that every event repeats. */
export interface ThreadState {
  language: Language;
  handler: string;
  status: 'open' | 'closed';
  agent: string | null;
}

export interface ThreadInfo extends ThreadState {
  id: string;
}

export interface ErrorFrame {
  type: 'error';
  code: string;
  title: string;
  detail: string | null;
  ref: string | null;
}

interface Pong {
  type: 'pong';
}

interface Ack {
  type: 'ack';
  client_id: string;
  seq: number;
}

export type Typist = 'assistant' | 'agent';

interface TypingFrame {
  type: 'typing';
  who: Typist;
  on: boolean;
  thread_id?: string;
}

export interface ChatHelloOk {
  type: 'hello.ok';
  thread: ThreadInfo;
  events: ThreadEvent[];
  last_seq: number;
  typing: Typist | null;
}

/** Server to customer. */
export type ChatIn =
  | ChatHelloOk
  | Ack
  | { type: 'event'; event: ThreadEvent; thread: ThreadState }
  | TypingFrame
  | ErrorFrame
  | Pong;

/** Customer to server. */
export type ChatOut =
  | { type: 'hello'; thread_id: string | null; after_seq: number; language: Language | null }
  | { type: 'message.send'; client_id: string; text: string }
  | { type: 'proposal.confirm'; proposal_id: string; hash: string }
  | { type: 'proposal.cancel'; proposal_id: string }
  | { type: 'person.request' }
  | { type: 'thread.new' }
  | { type: 'language.set'; language: Language }
  | { type: 'ping' };

export interface Agent {
  id: string;
  name: string;
  role: string;
  languages: string[];
}

export interface ThreadSummary {
  id: string;
  customer: string;
  country: string;
  language: string;
  handler: string;
  status: 'open' | 'closed';
  reason: string | null;
  reason_text: string | null;
  queued_at: string | null;
  claimed_at: string | null;
  last_text: string | null;
  last_seq: number;
}

/** What the assistant hands to the person who takes the thread. */
export interface Brief {
  goal: string | null;
  identity: string | null;
  facts: { text: string; source: string | null }[];
  tried: string[];
  open_proposal: string | null;
  language: string | null;
  last_messages: unknown;
}

/** Server to agent. */
export type ConsoleIn =
  | { type: 'hello.ok'; agent: Agent }
  | { type: 'queue'; queue: ThreadSummary[]; mine: ThreadSummary[] }
  | { type: 'thread'; thread: ThreadSummary & { brief: Brief | null }; events: ThreadEvent[] }
  | { type: 'event'; thread_id: string; event: ThreadEvent }
  | Ack
  | TypingFrame
  | ErrorFrame
  | Pong;

/** Agent to server. */
export type ConsoleOut =
  | { type: 'hello' }
  | { type: 'thread.open'; thread_id: string; after_seq: number }
  | { type: 'claim'; thread_id: string }
  | { type: 'message.send'; thread_id: string; client_id: string; text: string }
  | { type: 'hand_back'; thread_id: string }
  | { type: 'close'; thread_id: string }
  | { type: 'ping' };
