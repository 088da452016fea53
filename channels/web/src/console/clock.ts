import { daysBetween, localToday } from '../format';

const DAY_MS = 86_400_000;
const DRIFT_MS = 90_000;

/**
 * The server's time as far as frames tell it. A demo may run on a frozen date, and a waiting time counted by this
 * machine's clock would then be months.
 */
export class ServerClock {
  private offset = 0;

  /** The service's date, known from the session; right to the day. */
  setToday(today: string): void {
    this.offset = daysBetween(localToday(), today) * DAY_MS;
  }

  /** An event that has just happened: it tells the time right away. */
  observe(at: string | null): void {
    const moment = Date.parse(at ?? '');
    if (Number.isNaN(moment)) return;
    const drift = moment - this.now();
    if (Math.abs(drift) > DRIFT_MS) this.offset += drift;
  }

  /** A moment of the past: the server cannot be earlier than it. */
  atLeast(at: string | null): void {
    const moment = Date.parse(at ?? '');
    if (!Number.isNaN(moment) && moment > this.now()) this.offset += moment - this.now();
  }

  now(): number {
    return Date.now() + this.offset;
  }

  /** Whole minutes since a moment, never negative. */
  minutesSince(at: string | null): number {
    const moment = Date.parse(at ?? '');
    return Number.isNaN(moment) ? 0 : Math.max(0, Math.floor((this.now() - moment) / 60_000));
  }
}
