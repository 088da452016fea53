import type { Problem, Unsent } from '../outbox';
import type {
  PaymentEvent,
  Proposal,
  ProposalStatus,
  RatedPart,
  RatingRequestEvent,
  Receipt,
  ReceiptEvent,
  SaidEvent,
  ThreadEvent,
} from '../protocol';

/** What the customer's click is doing to a card at this moment. */
export type CardWork = 'confirm' | 'cancel' | null;

/** The browser's own knowledge of a card: a click on its way, or the refusal of the last one. */
export interface CardLocal {
  work: CardWork;
  problem: Problem | null;
}

export interface SaidItem {
  type: 'said';
  key: string;
  event: SaidEvent;
  /** Arrived while the customer was looking, so its text appears piece by piece. */
  fresh: boolean;
}

export interface UnsentItem {
  type: 'unsent';
  key: string;
  unsent: Unsent;
}

export interface SystemItem {
  type: 'system';
  key: string;
  text: string;
  at: string;
}

export interface CardItem {
  type: 'card';
  key: string;
  proposal: Proposal;
  at: string;
  status: ProposalStatus;
  /** Present once the change was made. */
  receipt: Receipt | null;
  /** The sentence that came with the receipt or with the end of the proposal. */
  outcome: string | null;
  local: CardLocal;
}

/** The outcome of a payment that was made on a provider's page. */
export interface PaymentItem {
  type: 'payment';
  key: string;
  status: PaymentEvent['payload']['status'];
  text: string;
  at: string;
}

/** How one part of the conversation was, as far as the customer has said. */
export interface RatedRow {
  part: RatedPart;
  name: string;
  score: number | null;
  words: string;
  /** The last tap is on its way. */
  sending: boolean;
}

/** The question how it was, one row per part, and the answers. */
export interface RatingItem {
  type: 'rating';
  key: string;
  text: string;
  at: string;
  rows: RatedRow[];
}

/** A rating on its way. */
export interface RatingLocal {
  score: number;
  words: string;
}

/** One thing to show in the conversation. */
export type Item = SaidItem | UnsentItem | SystemItem | CardItem | PaymentItem | RatingItem;

/** What {@link buildTimeline} reads. */
export interface TimelineSource {
  events: readonly ThreadEvent[];
  fresh: ReadonlySet<number>;
  unsent: readonly Unsent[];
  cards: ReadonlyMap<string, CardLocal>;
  ratings?: ReadonlyMap<RatedPart, RatingLocal>;
}

const UNTOUCHED: CardLocal = { work: null, problem: null };

/**
 * The log as a list to show. Outcomes of a proposal do not become items of their own: they change its card where it
 * stands. Only when something was said in between does a line also tell it at the end, where the customer is reading.
 */
export function buildTimeline(source: TimelineSource): Item[] {
  const items: Item[] = [];
  const cards = new Map<string, CardItem>();
  const rows = new Map<RatedPart, RatedRow>();
  for (const event of source.events) {
    if (event.kind === 'proposal') {
      const card = cardOf(event.payload.proposal, event.at, source.cards);
      cards.set(card.proposal.id, card);
      items.push(card);
    } else if (event.kind === 'receipt' || event.kind === 'proposal_closed') {
      settle(items, cards, event);
    } else if (event.kind === 'rating_request') {
      const asked = ratingOf(event);
      for (const row of asked.rows) rows.set(row.part, row);
      items.push(asked);
    } else if (event.kind === 'rating') {
      const { part, score, words } = event.payload;
      const row = rows.get(part);
      if (row) Object.assign(row, { score, words });
    } else {
      items.push(plainItem(event, source.fresh));
    }
  }
  for (const [part, local] of source.ratings ?? []) {
    const row = rows.get(part);
    if (row) Object.assign(row, local, { sending: true });
  }
  for (const unsent of source.unsent) items.push({ type: 'unsent', key: `c-${unsent.clientId}`, unsent });
  return items;
}

function cardOf(proposal: Proposal, at: string, locals: ReadonlyMap<string, CardLocal>): CardItem {
  return {
    type: 'card',
    key: `p-${proposal.id}`,
    proposal,
    at,
    status: proposal.status,
    receipt: null,
    outcome: null,
    local: locals.get(proposal.id) ?? UNTOUCHED,
  };
}

function settle(
  items: Item[],
  cards: Map<string, CardItem>,
  event: Extract<ThreadEvent, { kind: 'receipt' | 'proposal_closed' }>,
): void {
  const { proposal_id: id, text } = event.payload;
  let card = cards.get(id);
  if (!card && event.kind === 'receipt') {
    card = orphanOf(event);
    cards.set(id, card);
    items.push(card);
  }
  if (!card) return;
  const buried = items[items.length - 1] !== card;
  card.outcome = text;
  if (event.kind === 'receipt') {
    card.status = 'confirmed';
    card.receipt = event.payload.receipt;
  } else {
    card.status = event.payload.status;
  }
  // A superseded card is followed by its successor, which says enough.
  if (buried && card.status !== 'superseded') items.push({ type: 'system', key: `s-${event.seq}`, text, at: event.at });
}

/** A receipt must be shown even if its card is not in this browser's part of the log. */
function orphanOf(event: ReceiptEvent): CardItem {
  const { receipt, proposal_id: id } = event.payload;
  const proposal: Proposal = {
    id,
    hash: '',
    kind: '',
    title: receipt.title,
    invoice: receipt.invoice,
    changes: [],
    lines: [],
    schedule_label: null,
    schedule: [],
    next: '',
    step_up: null,
    expires_at: '',
    expires_text: '',
    status: 'confirmed',
  };
  return cardOf(proposal, event.at, new Map());
}

function ratingOf({ seq, at, payload }: RatingRequestEvent): RatingItem {
  const rows = payload.parts.map(({ part, name }) => ({ part, name, score: null, words: '', sending: false }));
  return { type: 'rating', key: `r-${seq}`, text: payload.text, at, rows };
}

function plainItem(
  event: Exclude<ThreadEvent, { kind: 'proposal' | 'receipt' | 'proposal_closed' | 'rating_request' | 'rating' }>,
  fresh: ReadonlySet<number>,
): Item {
  if ((event.kind === 'message' && event.author.kind !== 'system') || event.kind === 'note') {
    // The client id as key keeps the bubble that was there before the message came back.
    const key = event.client_id ? `c-${event.client_id}` : `e-${event.seq}`;
    return { type: 'said', key, event, fresh: fresh.has(event.seq) };
  }
  const shown = { key: `e-${event.seq}`, text: event.payload.text, at: event.at };
  if (event.kind === 'payment') return { type: 'payment', status: event.payload.status, ...shown };
  return { type: 'system', ...shown };
}
