import type { Ack, Agent, Attachment, Author, ErrorFrame, Pong, Proposal, ThreadEvent } from '../protocol';

/** The frames of `/ws/console`, as `docs/protocol.md` defines them. */

export type Presence = 'online' | 'away' | 'offline';

export interface Team {
  id: string;
  name: string;
  mode: 'pull' | 'push';
}

export interface Colleague {
  id: string;
  name: string;
  role: string;
  presence: Presence;
  languages: string[];
}

export interface ThreadSummary {
  id: string;
  customer: string;
  country: string;
  language: string;
  handler: string;
  status: 'open' | 'closed';
  reason: string | null;
  reason_text: string | null;
  queued_at: string | null;
  claimed_at: string | null;
  last_text: string | null;
  last_seq: number;
  /** The customer's own subject line, or empty. */
  title: string;
  channel: 'widget' | 'message_center';
  invoice: string | null;
  team_id: string | null;
  /** 2 urgent, 1 high, 0 normal. */
  priority: number;
  waiting_since: string | null;
  promised_at: string | null;
  /** The promise was broken. */
  breached: boolean;
  /** Whether this agent has the skills for it. */
  suitable: boolean;
  snoozed_until: string | null;
  tags: string[];
  outcome: string | null;
  for_supervisor: boolean;
  /** Of the agent's own: the customer has written since the agent looked. */
  unread: boolean;
  agent: string | null;
}

/** What the assistant hands to the person who takes the thread. */
export interface Brief {
  goal: string | null;
  identity: string | null;
  facts: { text: string; source: string | null }[];
  tried: string[];
  open_proposal: string | null;
  language: string | null;
  last_messages: unknown;
}

/** A thread as it is opened: what the lists say, and what only its reader needs. */
export interface ThreadFull extends ThreadSummary {
  brief: Brief | null;
  customer_read_seq: number;
}

/** What the payloads that the console itself looks into may hold. */
export interface EventPayload {
  text?: string | null;
  proposal?: Proposal;
  proposal_id?: string;
  attachments?: Attachment[] | null;
  score?: number;
  words?: string | null;
  part?: string;
  status?: string;
  /** The thread in which a merged one goes on. */
  into?: string;
}

/** An entry of a thread's log, of whatever kind: kinds of tomorrow are shown by their text. */
export interface LogEvent {
  seq: number;
  kind: string;
  author: Author;
  audience: string;
  at: string;
  client_id: string | null;
  payload: EventPayload;
}

/** Server to agent. */
export type ConsoleIn =
  | {
      type: 'hello.ok';
      agent: Agent;
      teams: Team[];
      colleagues: Colleague[];
      tags: string[];
      outcomes: string[];
      presence: Presence;
    }
  | { type: 'queue'; queue: ThreadSummary[]; waiting: number; mine: ThreadSummary[] }
  | { type: 'colleagues'; colleagues: Colleague[] }
  | { type: 'thread'; thread: ThreadFull; events: LogEvent[]; has_more: boolean }
  | { type: 'history'; thread_id: string; events: LogEvent[]; has_more: boolean }
  | { type: 'event'; thread_id: string; event: LogEvent }
  | { type: 'typing'; thread_id: string; who: 'customer' | 'assistant' | 'agent'; name: string | null; on: boolean }
  | { type: 'read'; thread_id: string; seq: number }
  | { type: 'claimed.next'; thread_id: string | null }
  | Ack
  | ErrorFrame
  | Pong;

/** What an agent does to a thread with one frame; `thread_id` is added on sending. */
export type ThreadAction =
  | { type: 'claim' }
  | { type: 'step_in' }
  | { type: 'hand_back'; note: string }
  | { type: 'transfer'; agent_id: string | null; team_id: string | null; note: string }
  | { type: 'escalate'; note: string }
  | { type: 'snooze'; until: string | null }
  | { type: 'tags.set'; tags: string[] }
  | { type: 'priority.set'; priority: number }
  | { type: 'close'; outcome: string | null }
  | { type: 'merge'; into: string };

/** Agent to server. */
export type ConsoleOut =
  | { type: 'hello' }
  | { type: 'presence.set'; presence: Presence }
  | { type: 'thread.open'; thread_id: string; after_seq: number }
  | { type: 'thread.leave'; thread_id: string }
  | { type: 'history'; thread_id: string; before_seq: number }
  | { type: 'claim.next' }
  | { type: 'message.send'; thread_id: string; client_id: string; text: string; attachments: string[] }
  | { type: 'note.add'; thread_id: string; client_id: string; text: string }
  | { type: 'typing'; thread_id: string; on: boolean }
  | { type: 'read'; thread_id: string; seq: number }
  | (ThreadAction & { thread_id: string })
  | { type: 'ping' };

const FAMILIAR = new Set(['message', 'note', 'proposal', 'proposal_closed', 'receipt', 'payment']);

/** What the widget's timeline also makes something of: what was said, and cards with what became of them. */
export function isFamiliar(event: LogEvent): event is LogEvent & ThreadEvent {
  return FAMILIAR.has(event.kind);
}
