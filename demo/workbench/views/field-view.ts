import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { attributeOf } from '../../../src/config/settings.js';
import type { Problem } from '../../../src/config/problem.js';
import type { WorkbenchStore } from '../store.js';
import { localize, uiLanguage, words } from '../ui-language.js';
import type { Field } from '../labels/fields.js';
import { problemIn } from '../labels/problems.js';

/** The problems of a field, announced politely while the user types. */
export const problemsView = (id: string, messages: readonly string[]): TemplateResult =>
  html`<div id=${id} class="problems" aria-live="polite">
    ${messages.map((message) => html`<p>${message}</p>`)}
  </div>`;

const typedIn = (event: Event): string =>
  (event.target as HTMLInputElement | HTMLSelectElement).value;

function control(field: Field, store: WorkbenchStore, id: string, bad: boolean): TemplateResult {
  const { name, kind, options, example } = field;
  const value = store.state.arrangement.settings[name] ?? '';
  const set = (next: string): void =>
    store.updateArrangement({ settings: { ...store.state.arrangement.settings, [name]: next } });
  const describedby = `${id}-explains ${id}-problem`;
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

/** The field of one setting: its label, its description and its problems. */
export function fieldView(
  field: Field,
  store: WorkbenchStore,
  problems: readonly Problem[],
): TemplateResult {
  const attribute = attributeOf(field.name);
  const id = `field-${attribute}`;
  const own = problems.filter(({ setting }) => setting === attribute);
  return html`<div class="field ${field.kind}">
    <label for=${id}>${localize(field.label)}</label>
    ${control(field, store, id, own.length > 0)}
    <p id="${id}-explains" class="explains">
      ${localize(field.explains)}
      <code title=${words('Navnet i koden', 'The name in the code')}>${attribute}</code>
    </p>
    ${problemsView(
      `${id}-problem`,
      own.map((problem) => problemIn(uiLanguage, problem)),
    )}
  </div>`;
}
