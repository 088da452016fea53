import type { Unsent } from '../outbox';
import { buildTimeline, type Item } from '../widget/timeline';
import { isFamiliar, type LogEvent } from './frames';
import { consoleWords as w } from './words';

/** A line between the messages: what happened, and whether only customer service sees it. */
export interface LineItem {
  type: 'line';
  key: string;
  text: string;
  at: string;
  internal: boolean;
}

export type ConsoleItem = Exclude<Item, { type: 'rating' }> | LineItem;

/**
 * The log as agents see it: what the customer's own timeline makes of messages and cards, and a line for each event of
 * any other kind, in its place between them.
 */
export function consoleTimeline(events: readonly LogEvent[], unsent: readonly Unsent[]): ConsoleItem[] {
  const familiar = events.filter(isFamiliar);
  const told = buildTimeline({ events: familiar, fresh: new Set(), unsent, cards: new Map() });
  const items = told.filter((item): item is Exclude<Item, { type: 'rating' }> => item.type !== 'rating');
  const lines = events.filter((event) => !isFamiliar(event)).flatMap(lineOf);
  const seqs = positions(familiar);
  const seqOf = ({ key }: ConsoleItem): number => seqs.get(key) ?? numbered(key);
  return [...items, ...lines].sort((a, b) => seqOf(a) - seqOf(b));
}

/** How far the customer has read, by the numbers of the messages that show it. */
export type ReadMarks = ReadonlyMap<number, 'sent' | 'read'>;

/** Below the last message of customer service that the customer has seen, and below the last one if that is later. */
export function readMarks(events: readonly LogEvent[], readSeq: number): ReadMarks {
  const ours = events.filter(({ kind, author }) => kind === 'message' && author.kind === 'agent').map(({ seq }) => seq);
  const last = ours.at(-1);
  const read = ours.filter((seq) => seq <= readSeq).at(-1);
  const marks = new Map<number, 'sent' | 'read'>();
  if (last !== undefined) marks.set(last, 'sent');
  if (read !== undefined) marks.set(read, 'read');
  return marks;
}

/** Where the items begin whose keys do not hold their event's number. */
function positions(events: readonly LogEvent[]): Map<string, number> {
  const seqs = new Map<string, number>();
  for (const event of events) {
    const key = keyOf(event);
    if (key && !seqs.has(key)) seqs.set(key, event.seq);
  }
  return seqs;
}

function keyOf({ kind, client_id: clientId, payload }: LogEvent): string | null {
  if (kind === 'proposal' || kind === 'receipt') return `p-${payload.proposal?.id ?? payload.proposal_id ?? ''}`;
  return clientId ? `c-${clientId}` : null;
}

/** The number in a key; what is still on its way has none, and comes last. */
function numbered(key: string): number {
  const seq = /^[es]-(\d+)$/.exec(key)?.[1];
  return seq === undefined ? Number.MAX_SAFE_INTEGER : Number(seq);
}

function lineOf(event: LogEvent): LineItem[] {
  const text = event.kind === 'rating' ? ratingText(event) : event.payload.text;
  if (!text) return [];
  return [{ type: 'line', key: `e-${event.seq}`, text, at: event.at, internal: event.audience === 'internal' }];
}

function ratingText({ payload }: LogEvent): string {
  const part = w.ratedParts[payload.part ?? ''] ?? '';
  const rated = w.rated(part, payload.score ?? 0);
  return payload.words ? `${rated}. “${payload.words}”` : rated;
}
