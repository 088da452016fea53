import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { base, controls } from '../styles/shared';
import { getStaff, getTeams, putAgent, putTeam, type Skills, type Staff, type StaffMember, type Team } from './api';
import { boardStyles } from './styles';
import { boardWords as w } from './words';

const MOST = 20;

/** How customer service is set up: how teams share their queue, and what each person is given. */
@customElement('board-team')
export class BoardTeam extends LitElement {
  static override styles = [
    base,
    controls,
    boardStyles,
    css`
      td .field {
        max-width: 100%;
      }
      .actions {
        display: flex;
        gap: var(--space-2);
        margin-top: var(--space-4);
      }
      form {
        padding: var(--space-2) 0 var(--space-4);
      }
      fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--space-4);
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: var(--space-2) 0 0;
        color: var(--text-muted);
      }
      .choice {
        display: inline-flex;
        align-items: center;
        gap: var(--space-2);
        min-height: var(--touch);
      }
      .choice input {
        width: 18px;
        height: 18px;
        accent-color: var(--action);
      }
    `,
  ];

  @state() private teams: Team[] = [];
  @state() private staff: Staff | null = null;
  @state() private editing: string | null = null;
  @state() private failed = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render(): TemplateResult {
    const { staff } = this;
    return html`
      ${this.failed
        ? html`<p class="problem" role="alert">
            ${w.failed} <button class="button small" @click=${this.load}>${w.tryAgain}</button>
          </p>`
        : nothing}
      ${staff ? html`${this.renderTeams()} ${this.renderAgents(staff)}` : nothing}
    `;
  }

  private renderTeams(): TemplateResult {
    return html`<section class="panel stack">
      <h2>${w.teams}</h2>
      <table>
        <tbody>
          ${this.teams.map(
            (team) =>
              html`<tr data-testid="team" data-id=${team.id}>
                <th scope="row">
                  ${team.name} <span class="muted">${team.countries.map((code) => w.countries[code] ?? code).join(', ')}</span>
                </th>
                <td>
                  <select
                    class="field small"
                    aria-label=${w.modeOf(team.name)}
                    @change=${(event: Event) => this.setMode(team, (event.target as HTMLSelectElement).value as Team['mode'])}
                  >
                    ${(['pull', 'push'] as const).map(
                      (mode) => html`<option value=${mode} ?selected=${mode === team.mode}>${w.modes[mode]}</option>`,
                    )}
                  </select>
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </section>`;
  }

  private renderAgents(staff: Staff): TemplateResult {
    return html`<section class="panel">
      <h2>${w.agents}</h2>
      <p class="muted">${w.agentsLead}</p>
      <div class="stack">
        <table>
          <thead>
            <tr>
              <th scope="col">${w.agent}</th>
              <th scope="col">${w.language}</th>
              <th scope="col">${w.country}</th>
              <th scope="col">${w.team}</th>
              <th scope="col">${w.billers}</th>
              <th scope="col" class="right">${w.capacity}</th>
              <td></td>
            </tr>
          </thead>
          <tbody>
            ${staff.agents.map((agent) => (agent.id === this.editing ? this.renderForm(agent, staff) : this.renderAgent(agent, staff)))}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  private renderAgent(agent: StaffMember, staff: Staff): TemplateResult {
    const teams = this.teams.filter(({ id }) => agent.team_ids.includes(id)).map(({ name }) => name);
    const billers = staff.billers.filter(({ id }) => agent.billers.includes(id)).map(({ name }) => name);
    return html`<tr data-testid="member" data-id=${agent.id}>
      <th scope="row"><span class="dot ${agent.presence}"></span>${agent.name}</th>
      <td data-label=${w.language}>${agent.languages.map((code) => w.languages[code] ?? code).join(', ')}</td>
      <td data-label=${w.country}>${agent.countries.map((code) => w.countries[code] ?? code).join(', ') || w.everything}</td>
      <td data-label=${w.team}>${teams.join(', ') || w.everything}</td>
      <td data-label=${w.billers}>${billers.join(', ') || w.everything}</td>
      <td class="right" data-label=${w.capacity}>${agent.capacity}</td>
      <td class="right">
        <button class="button plain small" data-testid="edit" aria-label="${w.edit}: ${agent.name}" @click=${() => (this.editing = agent.id)}>
          ${w.edit}
        </button>
      </td>
    </tr>`;
  }

  private renderForm(agent: StaffMember, staff: Staff): TemplateResult {
    const billers = Object.fromEntries(staff.billers.map(({ id, name }) => [id, name]));
    const teams = Object.fromEntries(this.teams.map(({ id, name }) => [id, name]));
    return html`<tr data-testid="member" data-id=${agent.id}>
      <td colspan="7">
        <form @submit=${(event: SubmitEvent) => this.save(event, agent)}>
          <strong>${agent.name}</strong>
          ${choices(w.language, 'languages', w.languages, agent.languages)}
          ${choices(w.country, 'countries', w.countries, agent.countries)} ${choices(w.team, 'team_ids', teams, agent.team_ids)}
          ${choices(w.billers, 'billers', billers, agent.billers)}
          <fieldset>
            <legend>${w.capacity}</legend>
            <input
              class="field small"
              type="number"
              name="capacity"
              aria-label=${w.capacity}
              min="0"
              max=${MOST}
              required
              .value=${String(agent.capacity)}
            />
          </fieldset>
          <div class="actions">
            <button class="button filled small" data-testid="save-agent">${w.save}</button>
            <button class="button small" type="button" @click=${() => (this.editing = null)}>${w.cancel}</button>
          </div>
        </form>
      </td>
    </tr>`;
  }

  private readonly load = async (): Promise<void> => {
    this.failed = false;
    try {
      [this.teams, this.staff] = await Promise.all([getTeams(), getStaff()]);
    } catch {
      this.failed = true;
    }
  };

  private async setMode(team: Team, mode: Team['mode']): Promise<void> {
    try {
      const changed = await putTeam(team.id, mode);
      this.teams = this.teams.map((each) => (each.id === changed.id ? changed : each));
    } catch {
      this.failed = true;
      await this.load();
    }
  }

  private async save(event: SubmitEvent, agent: StaffMember): Promise<void> {
    event.preventDefault();
    const given = new FormData(event.target as HTMLFormElement);
    const all = (name: string): string[] => given.getAll(name).map(String);
    const skills: Skills = {
      languages: all('languages'),
      countries: all('countries'),
      team_ids: all('team_ids'),
      billers: all('billers'),
      capacity: Number(given.get('capacity')),
    };
    try {
      await putAgent(agent.id, skills);
      this.editing = null;
      await this.load();
    } catch {
      this.failed = true;
    }
  }
}

function choices(label: string, name: string, known: Record<string, string>, chosen: string[]): TemplateResult {
  return html`<fieldset>
    <legend>${label}</legend>
    ${Object.entries(known).map(
      ([value, words]) =>
        html`<label class="choice">
          <input type="checkbox" name=${name} value=${value} ?checked=${chosen.includes(value)} /> ${words}
        </label>`,
    )}
  </fieldset>`;
}
