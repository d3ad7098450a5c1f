import { formatHex, parse } from 'culori';
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { PageOptions } from '../state.js';
import { checkContrast, roundedRatio, type CheckedPair } from '../contrast.js';
import { isValidValue, propertyOf } from '../css-value.js';
import type { WorkbenchStore } from '../store.js';
import { THEMES } from '../themes.js';
import { TOKENS, type Token } from '../tokens.js';
import { localize, uiLanguage, words } from '../ui-language.js';
import { TOKEN_NAMES } from '../labels/tokens.js';
import { problemsView } from './field-view.js';

/** The colour with six digits, the only format that a colour field accepts. */
const sixDigits = (css: string): string | undefined => formatHex(parse(css));

interface Value {
  readonly id: string;
  readonly label: string;
  readonly code: string;
  readonly value: string;
  readonly fallback: string;
  /** The computed value if nothing is set. */
  readonly computed: string;
  readonly isColour: boolean;
  /** The CSS property for which a value must be valid. */
  readonly property: string;
  set(value: string): void;
}

function valueView(field: Value): TemplateResult {
  const { id, value, fallback, isColour, property } = field;
  const bad = value.trim() !== '' && !isValidValue(property, value);
  const set = ({ target }: Event): void => field.set((target as HTMLInputElement).value);
  return html`<div class="field token">
    <label for=${id}>${field.label}</label>
    <span class="pair">
      ${
        isColour
          ? html`<input
              type="color"
              aria-label="${field.label}: ${words('vælg', 'choose')}"
              .value=${live(sixDigits(value || field.computed) ?? '#000000')}
              @input=${set}
            />`
          : ''
      }
      <input
        id=${id}
        type="text"
        spellcheck="false"
        autocomplete="off"
        placeholder=${fallback}
        .value=${live(value)}
        aria-invalid=${bad}
        aria-describedby="${id}-problem"
        @input=${set}
      />
    </span>
    <p class="explains"><code>${field.code}</code></p>
    ${problemsView(
      `${id}-problem`,
      bad
        ? [
            isColour
              ? words(
                  'Skriv en farve, fx #12504a. Indtil da bruges standardfarven.',
                  'Write a colour, e.g. #12504a. Until then the default colour is used.',
                )
              : words(
                  `Det kan ikke bruges her. Skriv fx ${fallback}.`,
                  `That cannot be used here. Write e.g. ${fallback}.`,
                ),
          ]
        : [],
    )}
  </div>`;
}

/** The name in preview/colours.ts of the colour that a token sets. */
const colourName = (name: string): string =>
  name.replace('--ddb-debt-', '').replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

function tokenView(store: WorkbenchStore, token: Token): TemplateResult {
  const { tokens } = store.state.arrangement;
  const { name, fallback, isColour } = token;
  return valueView({
    id: `token${name}`,
    label: TOKEN_NAMES[name] ? localize(TOKEN_NAMES[name]) : name,
    code: name,
    value: tokens[name] ?? '',
    fallback,
    computed: store.view.colours[colourName(name)] ?? fallback,
    isColour,
    property: propertyOf(name),
    set: (value) => {
      const { [name]: _, ...others } = tokens;
      store.updateArrangement({ tokens: value.trim() ? { ...others, [name]: value } : others });
    },
  });
}

function pageView(
  store: WorkbenchStore,
  key: keyof PageOptions['page'],
  label: string,
): TemplateResult {
  const { page } = store.state.pageOptions;
  const isColour = key !== 'font';
  return valueView({
    id: `page-${key}`,
    label,
    code: { background: 'background', text: 'color', font: 'font-family' }[key],
    value: page[key],
    fallback: { background: '#fff', text: '#1d1d1b', font: 'system-ui, sans-serif' }[key],
    computed: store.view.colours[key] ?? '',
    isColour,
    property: isColour ? 'color' : 'font-family',
    set: (value) => store.updatePageOptions({ page: { ...page, [key]: value } }),
  });
}

const ratioOf = ({ ratio }: CheckedPair): string =>
  ratio === undefined ? '?' : roundedRatio(ratio).toLocaleString(uiLanguage);

/** The table of contrasts, with the computed colours. */
function contrastsView(store: WorkbenchStore): TemplateResult {
  return html`<table class="contrasts">
    <caption>
      ${words('Kan det læses?', 'Can it be read?')}
    </caption>
    <thead>
      <tr>
        <th scope="col">${words('Hvad', 'What')}</th>
        <th scope="col">${words('Kontrast', 'Contrast')}</th>
        <th scope="col">${words('Krav', 'Needs')}</th>
        <th scope="col">${words('Resultat', 'Result')}</th>
      </tr>
    </thead>
    <tbody>
      ${checkContrast(store.view.colours).map(
        (pair) =>
          html`<tr class=${pair.passes ? 'holds' : 'fails'}>
            <th scope="row">${localize(pair.name)}</th>
            <td>${ratioOf(pair)}</td>
            <td>${pair.required.toLocaleString(uiLanguage)}</td>
            <td>
              ${
                pair.ratio === undefined
                  ? words('ukendt', 'unknown')
                  : pair.passes
                    ? words('OK', 'OK')
                    : words('for svag', 'too weak')
              }
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

const choiceView = <Choice extends string | number>(
  legend: string,
  name: string,
  chosen: Choice,
  choices: readonly (readonly [Choice, string])[],
  choose: (choice: Choice) => void,
): TemplateResult =>
  html`<fieldset class="segments">
    <legend>${legend}</legend>
    ${choices.map(
      ([choice, label]) =>
        html`<label
          ><input
            type="radio"
            name=${name}
            .checked=${live(choice === chosen)}
            @change=${() => choose(choice)}
          /><span>${label}</span></label
        >`,
    )}
  </fieldset>`;

/** The tab for the theme and the page. */
export function lookView(store: WorkbenchStore): TemplateResult {
  const { scheme, textSize } = store.state.pageOptions;
  return html`<section class="group" aria-labelledby="group-themes">
      <h2 id="group-themes">${words('Vælg et tema', 'Choose a theme')}</h2>
      <p class="lead">
        ${words(
          'Oversigten bruger sidens skrift og farver. Resten kan I vælge her.',
          'The overview uses the page’s font and colours. You can choose the rest here.',
        )}
      </p>
      <p class="bar">
        ${THEMES.map(
          ({ id, name, page, tokens }) =>
            html`<button
              type="button"
              class="secondary"
              data-theme=${id}
              @click=${() => {
                store.updateArrangement({ tokens });
                store.updatePageOptions({ page });
              }}
            >
              ${localize(name)}
            </button>`,
        )}
      </p>
      ${choiceView(
        words('Farver', 'Colours'),
        'scheme',
        scheme,
        [
          ['light', words('Lyse', 'Light')],
          ['dark', words('Mørke', 'Dark')],
        ],
        (next) => store.updatePageOptions({ scheme: next }),
      )}
      ${choiceView(
        words('Tekststørrelse', 'Text size'),
        'text-size',
        textSize,
        [
          [100, '100 %'],
          [150, '150 %'],
          [200, '200 %'],
        ],
        (next) => store.updatePageOptions({ textSize: next }),
      )}
    </section>
    <section class="group" aria-labelledby="group-contrast">
      <h2 id="group-contrast">${words('Kontrast', 'Contrast')}</h2>
      <p class="lead">
        ${words(
          'Målt i forhåndsvisningen, som den ser ud nu. Kravene er dem, loven stiller (WCAG, niveau AA).',
          'Measured in the preview as it looks now. The requirements are those of the law (WCAG, level AA).',
        )}
      </p>
      ${contrastsView(store)}
    </section>
    <section class="group" aria-labelledby="group-page">
      <h2 id="group-page">${words('Jeres side', 'Your page')}</h2>
      <p class="lead">
        ${words(
          'Gælder kun i forhåndsvisningen. På hjemmesiden bestemmer jeres egen side.',
          'For the preview only. On the website your own page decides.',
        )}
      </p>
      ${pageView(store, 'background', words('Baggrund', 'Background'))}
      ${pageView(store, 'text', words('Tekst', 'Text'))}
      ${pageView(store, 'font', words('Skrift', 'Font'))}
    </section>
    <section class="group" aria-labelledby="group-tokens">
      <h2 id="group-tokens">${words('Temaet', 'The theme')}</h2>
      <p class="lead">
        ${words('Tomme felter får standardværdien.', 'Empty fields get the default.')}
      </p>
      ${TOKENS.map((token) => tokenView(store, token))}
    </section>`;
}
