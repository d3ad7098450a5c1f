import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { DebtorSystem } from '../../../src/config/settings.js';
import { endpointsOf } from '../../../src/fees/endpoints.js';
import { FAULTS, SCENARIOS, type Fault, type Rehearsal } from '../bench.js';
import { countOf } from '../debts.js';
import type { Desk } from '../desk.js';
import { SCENARIO } from '../scenarios.js';
import { fitsLink } from '../share.js';
import { say, words } from '../tongue.js';
import { problemsView } from './field-view.js';
import { dayName } from './timeline-view.js';

const faultName = (fault: Fault): string =>
  ({
    ok: words('Svarer', 'Answers'),
    offline: words('Ingen forbindelse', 'No connection'),
    timeout: words('Svarer aldrig (15 sekunder ad gangen)', 'Never answers (15 seconds at a time)'),
    login: words('Login er udløbet', 'The login has expired'),
    forbidden: words('Ingen adgang (403)', 'No access (403)'),
    missing: words('Adressen findes ikke (404)', 'The address does not exist (404)'),
    busy: words('Har for travlt (429)', 'Is too busy (429)'),
    server: words('Er gået ned (503)', 'Is down (503)'),
    nonsense: words('Svarer med en loginside', 'Answers with a login page'),
    nothing: words('Svarer tomt (204)', 'Answers empty (204)'),
  })[fault];

const systemName = (system: DebtorSystem): string =>
  system === 'dibs'
    ? words('Bibliotekets system (DIBS)', 'The library’s system (DIBS)')
    : words('Kommunens system (ØiR)', 'The municipality’s system (ØiR)');

function faultField(desk: Desk, system: DebtorSystem, name: string) {
  return html`<div class="field choice">
    <label for="fault-${system}">${name}</label>
    <select
      id="fault-${system}"
      @change=${({ target }: Event) =>
        desk.rehearse({ [system]: (target as HTMLSelectElement).value as Fault })}
    >
      ${FAULTS.map(
        (fault) =>
          html`<option value=${fault} ?selected=${live(desk.bench.rehearsal[system] === fault)}>
            ${faultName(fault)}
          </option>`,
      )}
    </select>
  </div>`;
}

/** How the systems answer. */
function networkView(desk: Desk): TemplateResult {
  const { pace } = desk.bench.rehearsal;
  const endpoints = endpointsOf(desk.configuration.settings);
  const apart = endpoints.length > 1;
  return html`<section class="group" aria-labelledby="group-network">
    <h2 id="group-network">${words('Hvordan systemerne svarer', 'How the systems answer')}</h2>
    <p class="lead">
      ${
        apart
          ? words(
              'Hvert system har sin adresse: Prøv, hvad låneren ser, når kun det ene svarer.',
              'Each system has its address: see what patrons see when only one of them answers.',
            )
          : words(
              'Begge systemer læses fra én adresse og fejler derfor sammen. Giv dem hver sin adresse under Opsætning for at prøve dem hver for sig.',
              'Both systems are read from one address and fail together. Give each its own under Settings to try them one by one.',
            )
      }
    </p>
    <div class="field choice">
      <label for="pace">${words('Forbindelsen', 'The connection')}</label>
      <select
        id="pace"
        @change=${({ target }: Event) =>
          desk.rehearse({ pace: (target as HTMLSelectElement).value as Rehearsal['pace'] })}
      >
        <option value="fast" ?selected=${live(pace === 'fast')}>${words('Hurtig', 'Fast')}</option>
        <option value="slow" ?selected=${live(pace === 'slow')}>
          ${words('Langsom (4 sekunder)', 'Slow (4 seconds)')}
        </option>
      </select>
    </div>
    ${endpoints.map(({ systems: [system] }) =>
      faultField(
        desk,
        system,
        apart ? systemName(system) : words('Bibliotekssystemet', 'The library system'),
      ),
    )}
  </section>`;
}

/** What is shown of the answer on this day. */
function shownView(desk: Desk): TemplateResult {
  const { answer, entries, bench } = desk;
  const { debts, nothing, unreadable, later } = countOf(answer.entries, entries);
  const parts = [
    words(
      debts === 1 ? '1 mellemværende vises' : `${debts} mellemværender vises`,
      debts === 1 ? '1 debt is shown' : `${debts} debts are shown`,
    ),
    nothing && words(`${nothing} er betalt eller nul`, `${nothing} are paid or zero`),
    unreadable && words(`${unreadable} kan ikke læses`, `${unreadable} are unreadable`),
    later &&
      words(
        `${later} er ikke oprettet endnu den ${dayName(bench.rehearsal.date)}`,
        `${later} are not made yet on ${dayName(bench.rehearsal.date)}`,
      ),
  ].filter(Boolean);
  const none = entries.length === 0 && later > 0;
  return html`<p class="shown" role="status">
    ${parts.join(', ')}.
    ${
      none
        ? words(
            'Vælg en senere dag, eller vis også det, der ikke er oprettet endnu.',
            'Choose a later day, or show also what is not made yet.',
          )
        : ''
    }
  </p>`;
}

/** What is owed in the rehearsal: a scenario, or the answer itself. */
export function debtsView(desk: Desk): TemplateResult {
  const { rehearsal } = desk.bench;
  const { answer } = desk;
  const own = rehearsal.answer !== undefined;
  return html`<section class="group" aria-labelledby="group-scenario">
      <h2 id="group-scenario">${words('Hvad låneren skylder', 'What the patron owes')}</h2>
      <p class="lead">
        ${words(
          'Vælg en situation. Dagene er regnet ud fra jeres skæringsdato.',
          'Choose a situation. Its days are counted from your switch date.',
        )}
      </p>
      <div class="scenarios" role="radiogroup" aria-labelledby="group-scenario">
        ${SCENARIOS.map(
          (name) =>
            html`<label class="scenario">
              <input
                type="radio"
                name="scenario"
                .checked=${live(!own && rehearsal.scenario === name)}
                @change=${() => desk.rehearse({ scenario: name, answer: undefined })}
              />
              <span><strong>${say(SCENARIO[name].name)}</strong> ${say(SCENARIO[name].says)}</span>
            </label>`,
        )}
      </div>
    </section>
    <section class="group" aria-labelledby="group-answer">
      <h2 id="group-answer">
        ${words('Svaret fra bibliotekssystemet', 'The library system’s answer')}
      </h2>
      <p class="lead">
        ${words(
          'Her er svaret, som FBS ville give det. Ret i det, eller sæt et rigtigt svar ind. Det bliver i din browser.',
          'The answer as FBS would give it. Change it, or paste a real one. It stays in your browser.',
        )}
      </p>
      ${shownView(desk)}
      <json-editor
        name=${words('FBS’ svar som JSON', 'The answer of FBS as JSON')}
        .value=${rehearsal.answer ?? JSON.stringify(answer.entries, null, 2)}
        fault=${words('Her er det ikke længere JSON.', 'From here it is no JSON any more.')}
        describedby="answer-problem"
        .faulty=${!!answer.problem}
        @typed=${({ detail }: CustomEvent<string>) => desk.rehearse({ answer: detail })}
      ></json-editor>
      ${problemsView('answer-problem', answer.problem ? [say(answer.problem)] : [])}
      ${
        fitsLink(desk.bench)
          ? ''
          : html`<p class="explains">
              ${words(
                'Svaret er for langt til at overleve, at siden hentes igen. Gem det som fil under Tag med.',
                'The answer is too long to survive a reload of the page. Save it as a file under Take out.',
              )}
            </p>`
      }
      <label class="check"
        ><input
          type="checkbox"
          .checked=${live(rehearsal.leaveOutLater)}
          @change=${({ target }: Event) =>
            desk.rehearse({ leaveOutLater: (target as HTMLInputElement).checked })}
        />
        ${words('Vis kun det, der er oprettet på dagen', 'Show only what is made by that day')}</label
      >
      ${
        own
          ? html`<button
              type="button"
              class="plain"
              @click=${() => desk.rehearse({ answer: undefined })}
            >
              ${words('Tilbage til situationen', 'Back to the situation')}
            </button>`
          : ''
      }
    </section>
    ${networkView(desk)}`;
}
