import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { attributeOf } from '../../../src/config/settings.js';
import type { Problem } from '../../../src/config/problem.js';
import type { Desk } from '../desk.js';
import { say, tongue, words } from '../tongue.js';
import type { Field } from '../words/fields.js';
import { problemIn } from '../words/problems.js';

/** Problems beside a field, said politely while it is typed. */
export const problemsView = (id: string, sentences: readonly string[]): TemplateResult =>
  html`<div id=${id} class="problems" aria-live="polite">
    ${sentences.map((sentence) => html`<p>${sentence}</p>`)}
  </div>`;

const typedIn = (event: Event): string =>
  (event.target as HTMLInputElement | HTMLSelectElement).value;

function control(field: Field, desk: Desk, id: string, bad: boolean): TemplateResult {
  const { name, kind, options, example } = field;
  const value = desk.bench.arrangement.settings[name] ?? '';
  const set = (next: string): void =>
    desk.arrange({ settings: { ...desk.bench.arrangement.settings, [name]: next } });
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
            ${say(option.label)}
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
  // A date field shows nothing of what cannot be a date, but year 2 must stay in it: it may become 2027.
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

/** One setting: what it is called, what it does, and what is wrong with it. */
export function fieldView(field: Field, desk: Desk, problems: readonly Problem[]): TemplateResult {
  const attribute = attributeOf(field.name);
  const id = `field-${attribute}`;
  const own = problems.filter(({ setting }) => setting === attribute);
  return html`<div class="field ${field.kind}">
    <label for=${id}>${say(field.label)}</label>
    ${control(field, desk, id, own.length > 0)}
    <p id="${id}-explains" class="explains">
      ${say(field.explains)}
      <code title=${words('Navnet i koden', 'The name in the code')}>${attribute}</code>
    </p>
    ${problemsView(
      `${id}-problem`,
      own.map((problem) => problemIn(tongue, problem)),
    )}
  </div>`;
}
