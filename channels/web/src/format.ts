import type { Language, Money } from './protocol';

const LOCALES: Record<Language, string> = { en: 'en-GB', fi: 'fi-FI', sv: 'sv-SE', nb: 'nb-NO' };
const DAY_MS = 86_400_000;

/** The locale in which amounts and dates of a language are written. */
export function localeOf(language: Language): string {
  return LOCALES[language];
}

/** An amount with its currency, e.g. `84,90 €`. */
export function formatMoney(money: Money, language: Language): string {
  const format = new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency: money.currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(money.amount_minor / 10 ** digits);
}

/** A calendar date (`YYYY-MM-DD`) in words, without a time zone shifting it. */
export function formatDate(date: string, language: Language): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(dayOf(date));
}

/** The day of a moment in words, in the reader's own time zone; with its year where that is not this one. */
export function formatDay(moment: Date, language: Language, now: Date): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    day: 'numeric',
    month: 'long',
    ...(moment.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' }),
  });
  return format.format(moment);
}

/** The time of day of a moment, in the reader's own time zone, e.g. `15.00` in Finnish. */
export function formatClock(moment: Date, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { hour: '2-digit', minute: '2-digit' }).format(moment);
}

/** A moment in the reader's own time zone, e.g. `22 Nov, 12:15`. */
export function formatTime(at: string, language: Language): string {
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) return '';
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  return format.format(moment);
}

/** The size of a file, e.g. `1.2 MB`, `84 kB`. */
export function formatBytes(bytes: number, language: Language): string {
  const [unit, amount] = bytes < 1_000_000 ? ['kilobyte', Math.max(1, Math.round(bytes / 1000))] : ['megabyte', bytes / 1e6];
  const format = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(LOCALES[language], format).format(amount as number);
}

/** Whole days from `today` to `date`; negative when the date has passed. */
export function daysBetween(today: string, date: string): number {
  return Math.round((dayOf(date).getTime() - dayOf(today).getTime()) / DAY_MS);
}

/** Sums by currency, because amounts of two currencies have no sum. */
export function totals(amounts: readonly Money[]): Money[] {
  const sums = new Map<string, number>();
  for (const { amount_minor, currency } of amounts) sums.set(currency, (sums.get(currency) ?? 0) + amount_minor);
  return [...sums].map(([currency, amount_minor]) => ({ amount_minor, currency }));
}

/** Today's date in the reader's time zone as `YYYY-MM-DD`. */
export function localToday(): string {
  const now = new Date();
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

function dayOf(date: string): Date {
  return new Date(`${date.slice(0, 10)}T00:00:00Z`);
}
