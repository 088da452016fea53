import type { Unsent } from '../outbox';
import type { RatedPart, ThreadEvent } from '../protocol';
import { buildTimeline, type CardLocal, type Item, type RatingLocal } from './timeline';

/** The part of a thread's log that this browser knows, and what it knows of its own about cards and ratings. */
export class EventLog {
  /** Whether the thread has events older than those known. */
  hasMore = false;
  readonly cards = new Map<string, CardLocal>();
  readonly ratings = new Map<RatedPart, RatingLocal>();
  private readonly events = new Map<number, ThreadEvent>();
  private readonly fresh = new Set<number>();

  /** The lowest number known, 0 when none is. */
  get first(): number {
    return this.events.size === 0 ? 0 : Math.min(...this.events.keys());
  }

  /** The highest number known, 0 when none is. */
  get last(): number {
    return Math.max(0, ...this.events.keys());
  }

  /** The newest event that somebody else has caused, 0 when there is none. */
  get lastOfOthers(): number {
    let last = 0;
    for (const { seq, author } of this.events.values()) if (author.kind !== 'customer') last = Math.max(last, seq);
    return last;
  }

  /** Add events; returns those that were not known. `live` ones arrived while the customer was looking. */
  take(events: readonly ThreadEvent[], live: boolean): ThreadEvent[] {
    const added = events.filter((event) => !this.events.has(event.seq));
    for (const event of added) {
      this.events.set(event.seq, event);
      if (live) this.fresh.add(event.seq);
      if (event.kind === 'receipt' || event.kind === 'proposal_closed') this.cards.delete(event.payload.proposal_id);
      if (event.kind === 'rating') this.ratings.delete(event.payload.part);
    }
    return added;
  }

  /** Forget everything: another thread follows. */
  clear(): void {
    this.events.clear();
    this.fresh.clear();
    this.cards.clear();
    this.ratings.clear();
    this.hasMore = false;
  }

  /** The connection broke: whether a click arrived is unknown until the log comes anew. */
  forgetClicks(): void {
    for (const [id, card] of this.cards) this.cards.set(id, { ...card, work: null });
    this.ratings.clear();
  }

  knowsProposal(id: string): boolean {
    for (const event of this.events.values()) {
      if (event.kind === 'proposal' && event.payload.proposal.id === id) return true;
    }
    return false;
  }

  /** The conversation as it is to be shown. */
  items(unsent: readonly Unsent[]): Item[] {
    const events = [...this.events.values()].sort((a, b) => a.seq - b.seq);
    return buildTimeline({ events, fresh: this.fresh, unsent, cards: this.cards, ratings: this.ratings });
  }
}
