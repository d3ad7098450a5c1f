import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { attributeOf, type SettingName } from '../../../src/config/settings.js';
import type { Problem } from '../../../src/config/problem.js';
import type { WorkbenchStore } from '../store.js';
import { localize, uiLanguage, words } from '../ui-language.js';
import { labelOf, type Field } from '../labels/fields.js';
import { problemIn } from '../labels/problems.js';

/** The problems of a field, announced politely while the user types. */
export const problemsView = (id: string, messages: readonly string[]): TemplateResult =>
  html`<div id=${id} class="problems" aria-live="polite">
    ${messages.map((message) => html`<p>${message}</p>`)}
  </div>`;

/** Whether the setting has a value of the example. */
const isExample = (
  { state: { project, arrangement } }: WorkbenchStore,
  name: SettingName,
): boolean => project.examples.includes(name) && !!arrangement.settings[name]?.trim();

const typedIn = (event: Event): string =>
  (event.target as HTMLInputElement | HTMLSelectElement).value;

function control(field: Field, store: WorkbenchStore, id: string, bad: boolean): TemplateResult {
  const { name, kind, options, example } = field;
  const value = store.state.arrangement.settings[name] ?? '';
  const set = (next: string): void => store.set(name, next);
  const describedby = `${id}-explains ${id}-example ${id}-problem`;
  if (kind === 'choice') {
    return html`<select
      id=${id}
      aria-describedby=${describedby}
      @change=${(event: Event) => set(typedIn(event))}
    >
      ${options?.map(
        (option, index) =>
          html`<option
            value=${index ? option.value : ''}
            ?selected=${live(value === option.value || (!value && !index))}
          >
            ${localize(option.label)}
          </option>`,
      )}
    </select>`;
  }
  if (kind === 'flag') {
    return html`<input
      id=${id}
      type="checkbox"
      role="switch"
      aria-describedby=${describedby}
      .checked=${live(value !== '')}
      @change=${({ target }: Event) => set((target as HTMLInputElement).checked ? 'true' : '')}
    />`;
  }
  // A date field cannot show an invalid date. Year 2 must stay in it, because it can become 2027.
  const isDate = kind === 'date' && (!value || !Number.isNaN(Date.parse(`${value}T00:00Z`)));
  return html`<input
    id=${id}
    type=${isDate ? 'date' : 'text'}
    inputmode=${kind === 'number' ? 'numeric' : kind === 'url' ? 'url' : 'text'}
    autocomplete="off"
    spellcheck="false"
    placeholder=${kind === 'date' || !example ? nothing : example}
    aria-describedby=${describedby}
    aria-invalid=${bad}
    .value=${live(value)}
    @input=${(event: Event) => set(typedIn(event))}
  />`;
}

/** Marks a value of the example that the library has not replaced. */
const exampleView = (name: SettingName, id: string, store: WorkbenchStore): TemplateResult =>
  html`<div id="${id}-example" class="example">
    ${
      isExample(store, name)
        ? html`<p>
            ${words('Kun et eksempel. Skriv jeres egen værdi.', 'Only an example. Write your own value.')}
            <button
              type="button"
              class="tertiary"
              @click=${() => {
                store.keepExample(name);
                document.getElementById(id)?.focus();
              }}
            >
              ${words('Behold den', 'Keep it')}<span class="hidden"
                >: ${localize(labelOf(name))}</span
              >
            </button>
          </p>`
        : ''
    }
  </div>`;

/** The field of one setting: its label, its description and its problems. */
export function fieldView(
  field: Field,
  store: WorkbenchStore,
  problems: readonly Problem[],
): TemplateResult {
  const attribute = attributeOf(field.name);
  const id = `field-${attribute}`;
  const own = problems.filter(({ setting }) => setting === attribute);
  const label = html`<label for=${id}>${localize(field.label)}</label>`;
  const input = control(field, store, id, own.length > 0);
  // The label of a box comes after it.
  return html`<div class="field ${field.kind}">
    ${field.kind === 'flag' ? [input, label] : [label, input]}
    <p id="${id}-explains" class="explains">
      ${localize(field.explains)} ${field.inWorkbench ? localize(field.inWorkbench) : ''}
      <code title=${words('Navnet i koden', 'The name in the code')}>${attribute}</code>
    </p>
    ${exampleView(field.name, id, store)}
    ${problemsView(
      `${id}-problem`,
      own.map((problem) => problemIn(uiLanguage, problem)),
    )}
  </div>`;
}
