import type { Satisfaction, Statistics } from './api';
import { formatMean, formatShare, formatShortDay, formatSpan } from './measures';

/** Whose work it is, or that something broke: the same colour means the same in every chart. */
export type Role = 'assistant' | 'people' | 'attention';

export interface Series {
  name: string;
  role: Role;
  /** Null where a day has no such figure. */
  values: (number | null)[];
  /** Drawn thinner, where it belongs to another series of the same role. */
  dashed?: boolean;
  /** The measure that lists the conversations behind a value, with the key of each. */
  measure?: string;
  keys?: (string | null)[];
}

export interface ChartSpec {
  id: string;
  /** What is seen. */
  title: string;
  /** What is shown. */
  about: string;
  kind: 'bars' | 'rows' | 'lines';
  stacked: boolean;
  labels: string[];
  /** What the labels are. */
  head: string;
  series: Series[];
  unit: 'count' | 'seconds';
}

/** Every chart of a period, in the order in which they are shown. */
export function chartsOf(found: Statistics): ChartSpec[] {
  return [byHour(found), byDay(found), reasons(found), answers(found), promises(found), ratings(found), safety(found)];
}

function byHour({ hours }: Statistics): ChartSpec {
  const keys = hours.map(({ hour }) => String(hour));
  return {
    ...counted('hours', busiest(hours.map(({ alone, person }) => alone + person)), 'Conversations begun, by hour', true),
    labels: hours.map(({ hour }) => `${hour}`),
    head: 'Hour',
    series: [
      { name: 'Assistant alone', role: 'assistant', values: hours.map((h) => h.alone), measure: 'begun_hour', keys },
      { name: 'With people', role: 'people', values: hours.map((h) => h.person), measure: 'begun_hour', keys },
    ],
  };
}

/** The two hours one after the other in which most conversations begin. */
function busiest(hours: number[]): string {
  const both = hours.slice(0, -1).map((count, hour) => count + (hours[hour + 1] ?? 0));
  const most = Math.max(...both);
  if (!most) return 'Nobody wrote';
  const hour = both.indexOf(most);
  return `Most write between ${hour} and ${hour + 2}`;
}

function byDay({ days, begun }: Statistics): ChartSpec {
  const all = begun.alone + begun.person;
  const perDay = days.length ? Math.round(all / days.length) : 0;
  const keys = days.map(({ day }) => day);
  return {
    ...counted('days', `${plural(all, 'conversation')}, about ${perDay} a day`, 'Conversations begun, by day', true),
    labels: keys.map(formatShortDay),
    head: 'Day',
    series: [
      { name: 'Assistant alone', role: 'assistant', values: days.map((d) => d.begun.alone), measure: 'begun_day', keys },
      { name: 'With people', role: 'people', values: days.map((d) => d.begun.person), measure: 'begun_day', keys },
    ],
  };
}

function reasons({ handoffs }: Statistics): ChartSpec {
  const all = handoffs.reduce((sum, { count }) => sum + count, 0);
  const [first] = handoffs;
  const title = first ? `Most often: ${lowered(first.text)} (${first.count} of ${all})` : 'Nobody was handed over';
  return {
    ...counted('reasons', title, 'Why conversations were handed to people', false),
    kind: 'rows',
    labels: handoffs.map(({ text }) => text),
    head: 'Reason',
    series: [
      {
        name: 'Handoffs',
        role: 'people',
        values: handoffs.map(({ count }) => count),
        measure: 'handoffs',
        keys: handoffs.map(({ key }) => key),
      },
    ],
  };
}

function answers({ days, answer_served: served }: Statistics): ChartSpec {
  const title = served.count
    ? `Half are answered within ${formatSpan(served.median)}, nine of ten within ${formatSpan(served.p90)}`
    : 'People have not answered anybody';
  return {
    id: 'answers',
    title,
    about: 'From handoff to a person’s first answer, in service time',
    kind: 'lines',
    stacked: false,
    labels: days.map(({ day }) => formatShortDay(day)),
    head: 'Day of the handoff',
    unit: 'seconds',
    series: [
      { name: 'Half within', role: 'people', values: days.map((d) => d.answer_served.median), measure: 'answer_served' },
      {
        name: 'Nine of ten within',
        role: 'people',
        dashed: true,
        values: days.map((d) => d.answer_served.p90),
        measure: 'answer_served',
      },
    ],
  };
}

function promises({ days, promises: all }: Statistics): ChartSpec {
  const broken = all.broken ? `${plural(all.broken, 'promise')} broken` : 'every promise kept';
  const title = all.share === null ? 'No promise was due' : `${formatShare(all.share)} answered in time, ${broken}`;
  const keys = days.map(({ day }) => day);
  return {
    ...counted('promises', title, 'Promised answers, by day of the handoff', true),
    labels: keys.map(formatShortDay),
    head: 'Day of the handoff',
    series: [
      { name: 'Kept', role: 'people', values: days.map((d) => d.promises.kept), measure: 'handoffs_day', keys },
      {
        name: 'Broken',
        role: 'attention',
        values: days.map((d) => d.promises.broken),
        measure: 'promises_broken_day',
        keys,
      },
    ],
  };
}

function ratings({ assistant, people }: Statistics): ChartSpec {
  const title =
    assistant.count || people.count
      ? `The assistant is rated ${formatMean(assistant.mean)}, people ${formatMean(people.mean)}`
      : 'Nobody has rated';
  return {
    ...counted('ratings', title, `Ratings from 1 to 5: ${assistant.count} and ${people.count}`, false),
    labels: ['1', '2', '3', '4', '5'],
    head: 'Score',
    series: [scores('Assistant’s part', 'assistant', assistant), scores('People’s part', 'people', people)],
  };
}

function scores(name: string, role: 'assistant' | 'people', given: Satisfaction): Series {
  const keys = given.scores.map((_, index) => `${role}:${index + 1}`);
  return { name, role, values: given.scores, measure: 'satisfaction', keys };
}

function safety({ days, safety: all }: Statistics): ChartSpec {
  const title = all.turns
    ? `Words replaced ${times(all.replaced)}, models failed ${times(all.failed)}, in ${plural(all.turns, 'answer')}`
    : 'The assistant has not answered';
  const keys = days.map(({ day }) => day);
  return {
    ...counted('safety', title, 'Answers in which a safeguard replaced a model’s words, or models failed', true),
    labels: keys.map(formatShortDay),
    head: 'Day',
    series: [
      { name: 'Words replaced', role: 'assistant', values: days.map((d) => d.safety.replaced), measure: 'replaced_day', keys },
      { name: 'Models failed', role: 'attention', values: days.map((d) => d.safety.failed), measure: 'failed_day', keys },
    ],
  };
}

function counted(id: string, title: string, about: string, stacked: boolean) {
  return { id, title, about, stacked, kind: 'bars' as const, unit: 'count' as const };
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 0 ? 'never' : `${count} times`;
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
