/**
 * The frames of `/ws/chat` and what both sockets share, as `docs/protocol.md` defines them; those of `/ws/console` are in
 * `console/frames.ts`, the HTTP API's in `http.ts`.
 */

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
  attachments?: readonly Attachment[] | null;
}

/** A file that was sent; `url` is a page of this host, for those who may see the thread. */
export interface Attachment {
  id: string;
  name: string;
  media_type: string;
  /** In bytes. */
  size: number;
  url: string;
}

/** Who answered a part of a conversation. */
export type RatedPart = 'assistant' | 'people';

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

/** Something that was said; a `note` only by agents to each other, customers never get it. */
export type SaidEvent = EventOf<'message' | 'note', MessagePayload>;
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
export type ClaimedEvent = EventOf<'claimed', { agent: string; text: string; stepped_in?: boolean }>;
export type HandedBackEvent = EventOf<'handed_back', { text: string }>;
export type ClosedEvent = EventOf<'closed', { text: string }>;
export type TransferredEvent = EventOf<'transferred', { text: string; to: string }>;
export type StatusEvent = EventOf<'status', { status: string; text: string; detail?: unknown; [more: string]: unknown }>;
export type NoticeEvent = EventOf<'notice', { state: 'closed' | 'unattended' | 'open'; text: string }>;
export type RatingRequestEvent = EventOf<
  'rating_request',
  { text: string; parts: { part: RatedPart; name: string }[] }
>;
export type RatingEvent = EventOf<'rating', { part: RatedPart; score: number; words: string }>;

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
  | ClosedEvent
  | TransferredEvent
  | StatusEvent
  | NoticeEvent
  | RatingRequestEvent
  | RatingEvent;

/** The part of a thread that every event repeats. */
export interface ThreadState {
  language: Language;
  handler: string;
  status: 'open' | 'closed';
  agent: string | null;
}

export interface ThreadInfo extends ThreadState {
  id: string;
  title?: string;
  channel?: 'widget' | 'message_center';
}

/** Where a waiting customer stands; `text` is ready to be shown. */
export interface QueuePlace {
  position: number;
  promised_at: string | null;
  text: string;
}

export interface ErrorFrame {
  type: 'error';
  code: string;
  title: string;
  detail: string | null;
  ref: string | null;
}

export interface Pong {
  type: 'pong';
}

export interface Ack {
  type: 'ack';
  client_id: string;
  seq: number;
}

export type Typist = 'assistant' | 'agent';

interface TypingFrame {
  type: 'typing';
  who: Typist;
  on: boolean;
}

export interface ChatHelloOk {
  type: 'hello.ok';
  thread: ThreadInfo;
  events: ThreadEvent[];
  last_seq: number;
  typing: Typist | null;
  /** Whether there are events older than those sent. */
  has_more: boolean;
  /** The last event that the person who holds the thread has seen. */
  read_seq: number;
  queue: QueuePlace | null;
}

/** Server to customer. */
export type ChatIn =
  | ChatHelloOk
  | Ack
  | { type: 'event'; event: ThreadEvent; thread: ThreadState }
  | { type: 'history'; events: ThreadEvent[]; has_more: boolean }
  | { type: 'read'; seq: number }
  | { type: 'queue'; queue: QueuePlace | null }
  | TypingFrame
  | ErrorFrame
  | Pong;

/** Customer to server. */
export type ChatOut =
  | { type: 'hello'; thread_id: string | null; after_seq: number; language: Language | null }
  | { type: 'message.send'; client_id: string; text: string; attachments?: readonly string[] }
  | { type: 'typing'; on: boolean }
  | { type: 'read'; seq: number }
  | { type: 'history'; before_seq: number }
  | { type: 'queue.leave' }
  | { type: 'rating.send'; part: RatedPart; score: number; words: string }
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
