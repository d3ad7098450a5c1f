import { html, type TemplateResult } from 'lit';
import type { WorkbenchStore } from '../store.js';
import { localize } from '../ui-language.js';
import { GROUPS, LOGIN_FIELD } from '../labels/fields.js';
import { loginLink, loginUrlOf, problemWithLogin } from '../login.js';
import { live } from 'lit/directives/live.js';
import { words } from '../ui-language.js';
import { collectionView } from './collection-view.js';
import { fieldView, problemsView } from './field-view.js';

/** The library's name. It is not a setting of the widget. */
const libraryField = (store: WorkbenchStore): TemplateResult =>
  html`<div class="field text">
    <label for="library">${words('Bibliotekets navn', 'Name of the library')}</label>
    <input
      id="library"
      type="text"
      autocomplete="organization"
      aria-describedby="library-explains"
      .value=${live(store.state.project.library)}
      @input=${({ target }: Event) =>
        store.updateProject({ library: (target as HTMLInputElement).value })}
    />
    <p id="library-explains" class="explains">
      ${words(
        'Står i forhåndsvisningen, i brevet til appens leverandør og i vejledningen til den, der sætter koden ind.',
        'Stands in the preview, in the letter to the app’s supplier, and in the instructions for whoever pastes the code.',
      )}
    </p>
  </div>`;

/** The link to log in, as the content of its slot. */
function loginField(store: WorkbenchStore): TemplateResult {
  const { slots } = store.state.arrangement;
  const url = loginUrlOf(slots);
  const { label, explains, example } = LOGIN_FIELD;
  const problem = problemWithLogin(slots);
  return html`<div class="field url">
    <label for="field-login">${localize(label)}</label>
    <input
      id="field-login"
      type="text"
      inputmode="url"
      autocomplete="off"
      spellcheck="false"
      placeholder=${url === undefined ? '' : (example ?? '')}
      aria-describedby="login-explains login-problem"
      aria-invalid=${!!problem}
      ?disabled=${url === undefined}
      .value=${live(url ?? '')}
      @input=${({ target }: Event) =>
        store.updateArrangement({
          slots: { ...slots, login: loginLink((target as HTMLInputElement).value) },
        })}
    />
    <p id="login-explains" class="explains">
      ${
        url === undefined
          ? words(
              'I har skrevet jeres eget link under Tekster, »Eget indhold«.',
              'You have written your own link under Texts, “Your own content”.',
            )
          : localize(explains)
      }
      <code>slot="login"</code>
    </p>
    ${problemsView('login-problem', problem ? [localize(problem)] : [])}
  </div>`;
}

/** The tab with all settings, in groups. */
export function setupView(store: WorkbenchStore): TemplateResult {
  const { problems } = store.configuration;
  return html`${GROUPS.map(
    ({ id, title, lead, fields }) =>
      html`<section class="group" aria-labelledby="group-${id}">
        <h2 id="group-${id}">${localize(title)}</h2>
        <p class="lead">${localize(lead)}</p>
        ${id === 'who' ? libraryField(store) : ''}
        ${fields.map(
          (field) =>
            html`${fieldView(field, store, problems)}${field.name === 'oirPaymentName' ? collectionView(store) : ''}${field.name === 'helpUrl' ? loginField(store) : ''}`,
        )}
      </section>`,
  )}`;
}
