import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { DebtorSystem } from '../../../src/config/settings.js';
import { endpointsOf } from '../../../src/fees/endpoints.js';
import { FAULTS, SCENARIOS, type Fault, type Simulation } from '../state.js';
import { countOf } from '../debts.js';
import type { WorkbenchStore } from '../store.js';
import { SCENARIO_DETAILS } from '../scenarios.js';
import { fitsLink } from '../share.js';
import { localize, words } from '../ui-language.js';
import { problemsView } from './field-view.js';
import { dayName } from './timeline-view.js';

const faultName = (fault: Fault): string =>
  ({
    ok: words('Svarer', 'Answers'),
    network: words('Kan ikke nås', 'Cannot be reached'),
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

function faultField(store: WorkbenchStore, system: DebtorSystem, name: string) {
  return html`<div class="field choice">
    <label for="fault-${system}">${name}</label>
    <select
      id="fault-${system}"
      @change=${({ target }: Event) =>
        store.updateSimulation({ [system]: (target as HTMLSelectElement).value as Fault })}
    >
      ${FAULTS.map(
        (fault) =>
          html`<option value=${fault} ?selected=${live(store.state.simulation[system] === fault)}>
            ${faultName(fault)}
          </option>`,
      )}
    </select>
  </div>`;
}

/** How the simulated systems respond. */
function networkView(store: WorkbenchStore): TemplateResult {
  const { pace } = store.state.simulation;
  const endpoints = endpointsOf(store.configuration.settings);
  const separate = endpoints.length > 1;
  return html`<section class="group" aria-labelledby="group-network">
    <h2 id="group-network">${words('Hvordan systemerne svarer', 'How the systems answer')}</h2>
    <p class="lead">
      ${
        separate
          ? words(
              'Hvert system har sin adresse. Se her, hvad låneren ser, når kun det ene svarer.',
              'Each system has its own address. See here what patrons see when only one of them answers.',
            )
          : words(
              'Begge systemer læses fra én adresse og fejler derfor sammen. Giv dem hver sin adresse under Opsætning for at prøve dem hver for sig.',
              'Both systems are read from one address and fail together. Give each its own under Settings to try them one by one.',
            )
      }
    </p>
    <div class="field choice">
      <label for="pace">${words('Lånerens forbindelse', 'The patron’s connection')}</label>
      <select
        id="pace"
        @change=${({ target }: Event) =>
          store.updateSimulation({
            pace: (target as HTMLSelectElement).value as Simulation['pace'],
          })}
      >
        <option value="fast" ?selected=${live(pace === 'fast')}>${words('Hurtig', 'Fast')}</option>
        <option value="slow" ?selected=${live(pace === 'slow')}>
          ${words('Langsom (4 sekunder)', 'Slow (4 seconds)')}
        </option>
        <option value="offline" ?selected=${live(pace === 'offline')}>
          ${words('Ingen: låneren er offline', 'None: the patron is offline')}
        </option>
      </select>
    </div>
    ${endpoints.map(({ systems: [system] }) =>
      faultField(
        store,
        system,
        separate ? systemName(system) : words('Bibliotekssystemet', 'The library system'),
      ),
    )}
  </section>`;
}

/** How many debts of the answer are shown on this day. */
function shownView(store: WorkbenchStore): TemplateResult {
  const { answer, entries, state } = store;
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
        `${later} er ikke oprettet endnu den ${dayName(state.simulation.date)}`,
        `${later} are not created yet on ${dayName(state.simulation.date)}`,
      ),
  ].filter(Boolean);
  const nothingYet = entries.length === 0 && later > 0;
  return html`<p class="shown" role="status">
    ${parts.join(', ')}.
    ${
      nothingYet
        ? words(
            'Vælg en senere dag, eller fjern krydset i »Skjul det, der først oprettes senere«.',
            'Choose a later day, or untick “Hide what is created later”.',
          )
        : ''
    }
  </p>`;
}

/** The tab with the simulated debts: a scenario or a typed answer. */
export function debtsView(store: WorkbenchStore): TemplateResult {
  const { simulation } = store.state;
  const { answer } = store;
  const own = simulation.answer !== undefined;
  return html`<section class="group" aria-labelledby="group-scenario">
      <h2 id="group-scenario">${words('Hvad låneren skylder', 'What the patron owes')}</h2>
      <p class="lead">
        ${words(
          'Vælg en situation. Dagene er regnet ud fra jeres skæringsdato.',
          'Choose a situation. Its days are counted from your switch date.',
        )}
      </p>
      <fieldset class="scenarios">
        <legend>${words('Situation', 'Situation')}</legend>
        ${SCENARIOS.map(
          (name) =>
            html`<label class="scenario">
              <input
                type="radio"
                name="scenario"
                .checked=${live(!own && simulation.scenario === name)}
                @change=${() => store.updateSimulation({ scenario: name, answer: undefined })}
              />
              <span
                ><b>${localize(SCENARIO_DETAILS[name].name)}</b>
                ${localize(SCENARIO_DETAILS[name].description)}</span
              >
            </label>`,
        )}
      </fieldset>
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
      ${shownView(store)}
      <json-editor
        name=${words('FBS’ svar som JSON', 'The answer of FBS as JSON')}
        .value=${simulation.answer ?? JSON.stringify(answer.entries, null, 2)}
        fault=${words('Herfra er det ikke gyldig JSON.', 'From here it is not valid JSON.')}
        describedby="answer-problem"
        .faulty=${!!answer.problem}
        @typed=${({ detail }: CustomEvent<string>) => store.updateSimulation({ answer: detail })}
      ></json-editor>
      ${problemsView('answer-problem', answer.problem ? [localize(answer.problem)] : [])}
      ${
        fitsLink(store.state)
          ? ''
          : html`<p class="explains">
              ${words(
                'Svaret er for langt til at blive husket, når siden genindlæses. Gem det som fil under Hent koden.',
                'The answer is too long to be remembered when the page is reloaded. Save it as a file under Get the code.',
              )}
            </p>`
      }
      <label class="check"
        ><input
          type="checkbox"
          .checked=${live(simulation.leaveOutLater)}
          @change=${({ target }: Event) =>
            store.updateSimulation({ leaveOutLater: (target as HTMLInputElement).checked })}
        />
        ${words('Skjul det, der først oprettes senere', 'Hide what is created later')}</label
      >
      ${
        own
          ? html`<button
              type="button"
              class="tertiary"
              @click=${() => store.updateSimulation({ answer: undefined })}
            >
              ${words('Tilbage til situationen', 'Back to the situation')}
            </button>`
          : ''
      }
    </section>
    ${networkView(store)}`;
}
