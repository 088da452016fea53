import type { ThreadSummary } from './frames';

/** The agent's threads and the queue, as the server last listed them; and which rows the list shows at present. */
export class Lists {
  queue: readonly ThreadSummary[] = [];
  mine: readonly ThreadSummary[] = [];
  /** How many wait in all; the queue holds the first hundred. */
  waiting = 0;
  /** What a search has found, in its order; null while nothing is searched. */
  found: readonly ThreadSummary[] | null = null;
  private listed = false;

  /** Returns those of the agent's threads that an earlier list did not have. */
  update(queue: readonly ThreadSummary[], waiting: number, mine: readonly ThreadSummary[]): readonly ThreadSummary[] {
    const newcomers = this.listed ? mine.filter(({ id }) => !this.has(id, 'mine')) : [];
    this.listed = true;
    this.queue = queue;
    this.waiting = waiting;
    this.mine = mine;
    const fresh = new Map([...queue, ...mine].map((thread) => [thread.id, thread]));
    // Only what a search alone knows stays as it was found.
    this.found = this.found?.map((thread) => ({ ...thread, ...fresh.get(thread.id) })) ?? null;
    return newcomers;
  }

  /** The agent's own that are not put aside. */
  get active(): readonly ThreadSummary[] {
    return this.mine.filter((thread) => !thread.snoozed_until);
  }

  get snoozed(): readonly ThreadSummary[] {
    return this.mine.filter((thread) => thread.snoozed_until);
  }

  /** The ids in the order in which they stand on the screen. */
  get order(): readonly string[] {
    const rows = this.found ?? [...this.active, ...this.queue, ...this.snoozed];
    return rows.map((thread) => thread.id);
  }

  /** What the lists know of a thread; a search's results may be old. */
  find(id: string): ThreadSummary | null {
    return [...this.queue, ...this.mine].find((thread) => thread.id === id) ?? null;
  }

  has(id: string, list: 'queue' | 'mine'): boolean {
    return this[list].some((thread) => thread.id === id);
  }

  /** The row a step away from one; the first or last where that is in no row. */
  beside(id: string | null, step: 1 | -1): string | null {
    const { order } = this;
    const here = id ? order.indexOf(id) : -1;
    if (here < 0) return order.at(step > 0 ? 0 : -1) ?? null;
    return order[Math.min(order.length - 1, Math.max(0, here + step))] ?? null;
  }
}
