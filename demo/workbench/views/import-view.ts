import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { BilingualText } from '../state.js';
import { initialState, emptyState } from '../initial-state.js';
import { importConfiguration } from '../import-configuration.js';
import type { WorkbenchStore } from '../store.js';
import type { MigrationLine } from '../migration/migrate.js';
import { localize, words } from '../ui-language.js';
import { problemsView } from './field-view.js';

const EMPTY: BilingualText = {
  da: 'Alle felter er tomme. Begynd med skæringsdatoen.',
  en: 'All fields are empty. Begin with the switch date.',
};

function importText(store: WorkbenchStore, pasted: string): void {
  const imported = importConfiguration(pasted, store.state, store.today);
  if ('problem' in imported) {
    store.updateView({
      importResult: { pasted, problem: imported.problem, messages: [], lines: [] },
    });
    document.getElementById('pasted')?.focus();
    return;
  }
  const { state, messages, lines } = imported;
  store.loadState(state);
  store.updateView({ importResult: { pasted, messages, lines } });
}

async function upload(store: WorkbenchStore, input: HTMLInputElement): Promise<void> {
  const [file] = input.files ?? [];
  if (!file) return;
  const text = await file.text();
  input.value = '';
  importText(store, text);
}

const kinds = (): readonly (readonly [MigrationLine['outcome'], string])[] => [
  ['decide', words('Tag stilling til', 'Decide')],
  ['taken', words('Overført', 'Imported')],
  ['omitted', words('Ikke overført', 'Not imported')],
];

const linesView = (
  lines: readonly MigrationLine[],
  is: MigrationLine['outcome'],
  title: string,
): TemplateResult | '' => {
  const own = lines.filter((line) => line.outcome === is);
  return own.length
    ? html`<h3>${title}</h3>
        <ul class="lines ${is}">
          ${own.map(
            ({ from, to, message }) =>
              html`<li>
                <p>${localize(message)}</p>
                <p class="explains">
                  ${from ? html`<code>${from}</code>` : ''}
                  ${from && to ? html`<span aria-hidden="true">→</span>` : ''}
                  ${to ? html`<code>${to}</code>` : ''}
                </p>
              </li>`,
          )}
        </ul>`
    : '';
};

/** The tab for importing a configuration, or starting with an empty one or the example. */
export function importView(store: WorkbenchStore): TemplateResult {
  const { pasted, problem, messages, lines } = store.view.importResult;
  return html`<section class="group" aria-labelledby="group-import">
      <h2 id="group-import">${words('Importér en opsætning', 'Import a setup')}</h2>
      <p class="lead">
        ${words(
          'Sæt ind, hvad I har: koden fra jeres side, en gemt fil, eller opsætningen fra DDB CMS (drush vget ding_debt) eller DPL CMS (dpl_fees.settings). Den erstatter den opsætning, I har nu. Med browserens tilbageknap får I den gamle igen.',
          'Paste what you have: the code of your page, a saved file, or the settings of DDB CMS (drush vget ding_debt) or DPL CMS (dpl_fees.settings). It replaces the setup you have now. The browser’s Back button restores the old one.',
        )}
      </p>
      <div class="field text">
        <label for="pasted">${words('Opsætningen', 'The setup')}</label>
        <textarea
          id="pasted"
          rows="8"
          spellcheck="false"
          aria-describedby="pasted-problem"
          aria-invalid=${!!problem}
          .value=${live(pasted)}
          @input=${({ target }: Event) =>
            store.updateView({
              importResult: {
                ...store.view.importResult,
                pasted: (target as HTMLTextAreaElement).value,
              },
            })}
        ></textarea>
        ${problemsView('pasted-problem', problem ? [localize(problem)] : [])}
      </div>
      <p class="bar">
        <button type="button" @click=${() => importText(store, pasted)}>
          ${words('Importér', 'Import')}
        </button>
        <label class="file secondary"
          >${words('Vælg fil', 'Choose a file')}
          <input
            type="file"
            class="hidden"
            accept=".json,.txt,.yml,.yaml,.html,application/json,text/plain"
            @change=${({ target }: Event) => upload(store, target as HTMLInputElement)}
        /></label>
      </p>
      <div role="status">
        ${messages.map((message) => html`<p class="message">${localize(message)}</p>`)}
      </div>
      ${kinds().map(([is, title]) => linesView(lines, is, title))}
    </section>
    <section class="group" aria-labelledby="group-start">
      <h2 id="group-start">${words('Begynd forfra', 'Start over')}</h2>
      <p class="lead">
        ${words(
          'Den opsætning, I har nu, bliver erstattet. Med browserens tilbageknap får I den igen.',
          'The setup you have now is replaced. The browser’s Back button restores it.',
        )}
      </p>
      <p class="bar">
        <button
          type="button"
          class="secondary"
          @click=${() => {
            store.loadState(emptyState(store.today));
            store.updateView({ tab: 'setup' });
            store.announce(EMPTY);
            requestAnimationFrame(() => document.getElementById('field-switch-date')?.focus());
          }}
        >
          ${words('Begynd med tomme felter', 'Start with empty fields')}
        </button>
        <button
          type="button"
          class="secondary"
          @click=${() => store.loadState(initialState(store.today))}
        >
          ${words('Begynd med eksemplet', 'Start with the example')}
        </button>
      </p>
    </section>`;
}
