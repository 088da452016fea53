import type { ThreadSummary } from './frames';

/** The colour comes while there is still time to keep the promise. */
const WARN_AT = 0.6;

/** How near the promised answer is. */
export type Urgency = 'calm' | 'soon' | 'late';

/** Where a wait stands between its beginning and the promised answer, at a moment in milliseconds. */
export function urgencyOf(thread: ThreadSummary, now: number): Urgency {
  const from = Date.parse(thread.waiting_since ?? thread.queued_at ?? '');
  const promised = Date.parse(thread.promised_at ?? '');
  if (thread.breached || now >= promised) return 'late';
  // Without a promise both comparisons are with NaN, and nothing is urgent.
  return now >= from + WARN_AT * (promised - from) ? 'soon' : 'calm';
}
