import type { Agent } from '../protocol';
import type { Colleague, ConsoleIn, Presence, Team } from './frames';

/** Who is signed in and who else is at work, and the codes that they choose from. */
export class Staff {
  agent: Agent | null = null;
  presence: Presence = 'online';
  teams: readonly Team[] = [];
  colleagues: readonly Colleague[] = [];
  tags: readonly string[] = [];
  outcomes: readonly string[] = [];

  get supervises(): boolean {
    return this.agent?.role === 'supervisor';
  }

  greeted(frame: ConsoleIn & { type: 'hello.ok' }): void {
    this.agent = frame.agent;
    this.presence = frame.presence;
    this.teams = frame.teams;
    this.colleagues = frame.colleagues;
    this.tags = frame.tags;
    this.outcomes = frame.outcomes;
  }

  met(colleagues: readonly Colleague[]): void {
    this.colleagues = colleagues;
    // Chosen in another window, perhaps.
    this.presence = colleagues.find(({ id }) => id === this.agent?.id)?.presence ?? this.presence;
  }
}
