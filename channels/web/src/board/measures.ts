/** How figures are written: short, and the same everywhere. */

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A time in seconds, in its two largest units: `25 min`, `1 h 20 min`, `2 d 3 h`. */
export function formatSpan(seconds: number | null): string {
  if (seconds === null) return '–';
  if (seconds < MINUTE) return `${Math.round(seconds)} s`;
  if (seconds < HOUR) return `${Math.round(seconds / MINUTE)} min`;
  if (seconds < DAY) return two(Math.floor(seconds / HOUR), 'h', Math.floor((seconds % HOUR) / MINUTE), 'min');
  return two(Math.floor(seconds / DAY), 'd', Math.floor((seconds % DAY) / HOUR), 'h');
}

function two(many: number, large: string, few: number, small: string): string {
  return few ? `${many} ${large} ${few} ${small}` : `${many} ${large}`;
}

/** A share between 0 and 1 in per cent. */
export function formatShare(share: number | null): string {
  return share === null ? '–' : `${Math.round(share * 100)} %`;
}

/** A mean of ratings. */
export function formatMean(mean: number | null): string {
  return mean === null ? '–' : mean.toFixed(1);
}

/** A calendar day, short: `Mon 16 Nov`. */
export function formatShortDay(day: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`)).replace(',', '');
}

/** A day so many days before another. */
export function daysBefore(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() - days);
  return moment.toISOString().slice(0, 10);
}
