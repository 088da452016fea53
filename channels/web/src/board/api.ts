import { request } from '../api';

/** The JSON of the supervisors' API; `/docs` describes every field. */

export interface OnShift {
  id: string;
  name: string;
  role: string;
  languages: string[];
  presence: 'online' | 'away' | 'offline';
  load: number;
  capacity: number;
}

export interface OpenIn {
  language: string;
  assistant: number;
  queue: number;
  people: number;
}

export interface Board {
  at: string;
  waiting: number;
  longest_minutes: number | null;
  late: number;
  broken_today: number;
  closed_today: number;
  agents: OnShift[];
  open: OpenIn[];
}

/** Times in seconds; null where there is none. */
export interface Spread {
  count: number;
  median: number | null;
  p90: number | null;
}

export interface Count {
  key: string;
  text: string;
  count: number;
}

export interface Volume {
  alone: number;
  person: number;
}

export interface Promises {
  kept: number;
  broken: number;
  waiting: number;
  stopped: number;
  share: number | null;
}

export interface Satisfaction {
  count: number;
  mean: number | null;
  scores: number[];
}

export interface Ended {
  count: number;
  alone: number;
  again: number;
  share_alone: number | null;
  share_again: number | null;
}

export interface Safety {
  turns: number;
  replaced: number;
  failed: number;
}

interface Figures {
  begun: Volume;
  ended: Ended;
  resolution: Spread;
  promises: Promises;
  answer_wall: Spread;
  answer_served: Spread;
  assistant: Satisfaction;
  people: Satisfaction;
  safety: Safety;
}

export interface DayFigures extends Figures {
  day: string;
  handoffs: number;
}

export interface Statistics extends Figures {
  first: string;
  last: string;
  hours: (Volume & { hour: number })[];
  days: DayFigures[];
  handoffs: Count[];
  replaced: Count[];
}

export interface Behind {
  id: string;
  customer: string;
  country: string;
  language: string;
  status: string;
  handler: string;
  outcome: string | null;
  title: string;
  last_text: string;
  at: string;
  seconds: number | null;
}

export interface BehindList {
  total: number;
  threads: Behind[];
}

export interface ReviewLine {
  id: number;
  thread_id: string;
  customer: string;
  country: string;
  language: string;
  cause: 'rating' | 'gate';
  at: string;
  done_at: string | null;
  by: string | null;
  last_text: string;
  ratings: { part: string; score: number; words: string }[];
  replaced: string[];
}

export interface Said {
  seq: number;
  author: string;
  name: string | null;
  kind: string;
  text: string;
  at: string;
  markable: boolean;
  tools: string[];
  replaced: string | null;
}

export interface Expected {
  seq: number;
  tools: string[];
  reason: string | null;
  says: string;
}

export interface Review extends ReviewLine {
  conversation: Said[];
  expected: Expected[];
  comment: string;
}

export interface Judgement {
  expected: Expected[];
  comment: string;
  done: boolean;
}

export interface Choices {
  tools: string[];
  reasons: { key: string; text: string }[];
}

export interface Team {
  id: string;
  name: string;
  countries: string[];
  mode: 'pull' | 'push';
}

export interface Skills {
  languages: string[];
  countries: string[];
  billers: string[];
  team_ids: string[];
  capacity: number;
}

export interface StaffMember extends Skills {
  id: string;
  name: string;
  role: string;
  presence: 'online' | 'away' | 'offline';
}

export interface Staff {
  agents: StaffMember[];
  billers: { id: string; name: string; country: string }[];
}

/** Which days and conversations the figures are about; empty for all countries or languages. */
export interface Asked {
  from: string;
  to: string;
  country: string;
  language: string;
}

const CONSOLE = '/api/v1/console';

/** What is asked as it stands in an address. */
export function queryOf(asked: Asked): URLSearchParams {
  const { from, to, country, language } = asked;
  return new URLSearchParams({ from, to, ...(country ? { country } : {}), ...(language ? { language } : {}) });
}

export function getBoard(): Promise<Board> {
  return get('/board');
}

export function getStatistics(asked: Asked): Promise<Statistics> {
  return get(`/statistics?${queryOf(asked)}`);
}

/** Where the days of a period can be fetched as a table. */
export function csvAddress(asked: Asked): string {
  return `${CONSOLE}/statistics.csv?${queryOf(asked)}`;
}

/** Where the reviews that are done can be fetched as scenarios. */
export const SCENARIOS = `${CONSOLE}/reviews/scenarios.yaml`;

/** The conversations behind a figure. */
export function getBehind(asked: Asked, measure: string, key: string | null): Promise<BehindList> {
  const query = queryOf(asked);
  query.set('measure', measure);
  if (key !== null) query.set('key', key);
  return get(`/statistics/threads?${query}`);
}

export function getReviews(done: boolean): Promise<{ total: number; reviews: ReviewLine[] }> {
  return get(`/reviews?done=${done}`);
}

export function getReview(id: number): Promise<Review> {
  return get(`/reviews/${id}`);
}

export function putReview(id: number, judgement: Judgement): Promise<Review> {
  return put(`/reviews/${id}`, judgement);
}

export function getChoices(): Promise<Choices> {
  return get('/reviews/choices');
}

export function getTeams(): Promise<Team[]> {
  return get('/teams');
}

export function putTeam(id: string, mode: Team['mode']): Promise<Team> {
  return put(`/teams/${encodeURIComponent(id)}`, { mode });
}

export function getStaff(): Promise<Staff> {
  return get('/agents');
}

export function putAgent(id: string, skills: Skills): Promise<StaffMember> {
  return put(`/agents/${encodeURIComponent(id)}`, skills);
}

async function get<T>(path: string): Promise<T> {
  return (await (await request(CONSOLE + path, { headers: { accept: 'application/json' } })).json()) as T;
}

async function put<T>(path: string, body: unknown): Promise<T> {
  const headers = { accept: 'application/json', 'content-type': 'application/json' };
  const answer = await request(CONSOLE + path, { method: 'PUT', headers, body: JSON.stringify(body) });
  return (await answer.json()) as T;
}
