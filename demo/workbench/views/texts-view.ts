import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Problem } from '../../../src/config/problem.js';
import { defaultsOf, dictionaryOf, type TextKey } from '../../../src/i18n/locales.js';
import { formatsOf } from '../../../src/i18n/formats.js';
import { fillPlaceholders, placeholdersIn } from '../../../src/i18n/translator.js';
import type { CalendarDate } from '../../../src/util/time.js';
import { SLOTS, LANGUAGES, type SlotName, type Language } from '../state.js';
import type { WorkbenchStore } from '../store.js';
import { sanitizedHtml } from '../export/markup.js';
import { defaultOf } from '../defaults.js';
import { linesOnPhone } from '../phone-length.js';
import { localize, uiLanguage, words } from '../ui-language.js';
import { problemIn } from '../labels/problems.js';
import { SLOT_NAMES } from '../labels/slots.js';
import { TEXT_GROUPS, TEXT_LOCATIONS } from '../labels/text-locations.js';
import { problemsView } from './field-view.js';

const languageName = (locale: Language): string =>
  locale === 'da' ? words('Dansk', 'Danish') : words('Engelsk', 'English');

/** The defaults of a text for the different configurations. */
const defaults = (key: TextKey, locale: Language): readonly string[] =>
  Object.entries(dictionaryOf(locale))
    .filter(([id]) => id === key || id.startsWith(`${key}/`))
    .map(([, text]) => text);

const hasSite = ({ configuration }: WorkbenchStore): boolean =>
  !!configuration.settings.oirPaymentUrl;

/** Sample values for the placeholders that depend on the patron's debts. */
const SAMPLES = { amount: '1.234,50 kr.', count: '2', time: '14.35', order: 'FJORD-1001' };

/** The length of a text. Measured if it is visible on the phone now, otherwise estimated. */
function lengthOf(store: WorkbenchStore, key: TextKey, locale: Language, text: string): string {
  const { state, configuration, view } = store;
  const measured =
    locale === state.pageOptions.lang
      ? view.visibleTexts.app.find((one) => one.key === key)
      : undefined;
  const { settings } = configuration;
  const day = (date: CalendarDate | undefined): string =>
    date ? formatsOf(locale).dayOf(date) : '';
  const filled = fillPlaceholders(text, {
    ...SAMPLES,
    name: settings.oirPaymentName ?? defaultOf('oir.site', locale, true),
    hours: String(settings.registrationHours),
    date: day(settings.switchDate),
    endDate: day(settings.dibsEndDate),
  });
  const lines = measured?.lines ?? linesOnPhone(filled);
  const about = measured ? '' : words('ca. ', 'about ');
  return words(
    `${filled.length} tegn, ${about}${lines} ${lines === 1 ? 'linje' : 'linjer'} på telefonen`,
    `${filled.length} characters, ${about}${lines} ${lines === 1 ? 'line' : 'lines'} on the phone`,
  );
}

function set(
  store: WorkbenchStore,
  locale: Language,
  key: TextKey,
  text: string | undefined,
): void {
  const { texts } = store.state.arrangement;
  const { [key]: _, ...others } = texts[locale];
  const own = text === undefined ? others : { ...others, [key]: text };
  store.updateArrangement({ texts: { ...texts, [locale]: own } });
}

function editorOf(
  store: WorkbenchStore,
  key: TextKey,
  locale: Language,
  problems: readonly Problem[],
): TemplateResult {
  const id = `text-${locale}-${key}`;
  const own = store.state.arrangement.texts[locale][key];
  const standard = defaultOf(key, locale, hasSite(store));
  const fieldProblems = problems.filter(({ setting }) => setting === `texts.${locale}.${key}`);
  const others = defaults(key, locale).filter((text) => text !== standard);
  return html`<div class="field text">
    <label for=${id}>${languageName(locale)}</label>
    <textarea
      id=${id}
      lang=${locale}
      rows="2"
      .value=${live(own ?? standard)}
      class=${own === undefined ? 'standard' : ''}
      aria-invalid=${fieldProblems.length > 0}
      aria-describedby="${id}-length ${id}-problem"
      @input=${({ target }: Event) => {
        const { value } = target as HTMLTextAreaElement;
        set(store, locale, key, value === standard ? undefined : value);
      }}
    ></textarea>
    <p class="explains" id="${id}-length">
      ${lengthOf(store, key, locale, own ?? standard)}
      ${
        own === undefined
          ? ''
          : html`<button
              type="button"
              class="tertiary"
              @click=${() => {
                set(store, locale, key, undefined);
                document.getElementById(id)?.focus();
              }}
            >
              ${words('Tilbage til standard', 'Back to the default')}
              <span class="hidden">: ${key}, ${languageName(locale)}</span>
            </button>`
      }
    </p>
    ${own === undefined ? '' : html`<p class="explains" lang=${locale}>${words('Standard', 'Default')}: ${standard}</p>`}
    ${others.length && own === undefined ? html`<p class="explains">${words('Med en anden opsætning', 'With other settings')}: <span lang=${locale}>${others.join(' · ')}</span></p>` : ''}
    ${problemsView(
      `${id}-problem`,
      fieldProblems.map((problem) => problemIn(uiLanguage, problem)),
    )}
  </div>`;
}

/** The placeholders that a text can contain. */
const placeholdersOf = (key: TextKey): readonly string[] => [
  ...new Set([...placeholdersIn(defaultsOf(key).join()), 'name', 'date', 'endDate', 'hours']),
];

const isVisible = ({ view }: WorkbenchStore, key: TextKey): boolean =>
  [...view.visibleTexts.cms, ...view.visibleTexts.app].some((one) => one.key === key);

function textView(
  store: WorkbenchStore,
  key: TextKey,
  problems: readonly Problem[],
): TemplateResult {
  const { arrangement, pageOptions } = store.state;
  const { highlighted } = store.view;
  const isChanged = LANGUAGES.some((locale) => arrangement.texts[locale][key] !== undefined);
  const shown =
    arrangement.texts[pageOptions.lang][key] ?? defaultOf(key, pageOptions.lang, hasSite(store));
  const bad = problems.some(({ setting }) => setting.endsWith(`.${key}`));
  return html`<details
    class="words"
    id="words-${key}"
    .open=${live(highlighted === key)}
    @toggle=${({ target }: Event) => {
      const { open } = target as HTMLDetailsElement;
      if (open && highlighted !== key) store.updateView({ highlighted: key });
      else if (!open && highlighted === key) store.updateView({ highlighted: undefined });
    }}
  >
    <summary
      @click=${(click: Event) => {
        // The browser's own toggle event comes later, and a render before it would close the element again.
        click.preventDefault();
        store.updateView({ highlighted: highlighted === key ? undefined : key });
      }}
    >
      <span class="sentence" lang=${pageOptions.lang}
        >${shown || html`<em>${words('(vises ikke)', '(not shown)')}</em>`}</span
      >
      <span class="signs">
        ${bad ? html`<span class="sign bad">${words('fejl', 'error')}</span>` : ''}
        ${isChanged ? html`<span class="sign changed">${words('ændret', 'changed')}</span>` : ''}
        ${isVisible(store, key) ? html`<span class="sign seen">${words('ses nu', 'on screen')}</span>` : ''}
      </span>
    </summary>
    ${
      highlighted === key
        ? html`<p class="explains">
              ${localize(TEXT_LOCATIONS[key])} <code>${key}</code><br />
              ${words('Kan indsættes', 'Can be inserted')}:
              ${placeholdersOf(key).map((name) => html`<code>{${name}}</code> `)}
            </p>
            ${LANGUAGES.map((locale) => editorOf(store, key, locale, problems))}`
        : nothing
    }
  </details>`;
}

function slotView(store: WorkbenchStore, slot: SlotName): TemplateResult {
  const { slots } = store.state.arrangement;
  const html_ = slots[slot] ?? '';
  const clean = sanitizedHtml(html_);
  const changed = !!html_.trim() && clean !== html_.trim();
  const id = `slot-${slot}`;
  return html`<div class="field text">
    <label for=${id}>${localize(SLOT_NAMES[slot])} <code>${slot}</code></label>
    <textarea
      id=${id}
      rows="2"
      spellcheck="false"
      .value=${live(html_)}
      aria-describedby="${id}-problem"
      @input=${({ target }: Event) =>
        store.updateArrangement({
          slots: { ...slots, [slot]: (target as HTMLTextAreaElement).value },
        })}
    ></textarea>
    ${problemsView(
      `${id}-problem`,
      changed
        ? [
            words(
              `Noget af det kan ikke stå her og tages ikke med. Det bliver til: ${clean || '(intet)'}`,
              `Some of it is not allowed here and is left out. It becomes: ${clean || '(nothing)'}`,
            ),
          ]
        : [],
    )}
  </div>`;
}

/** The tab with all texts of the widget, and the library's own. */
export function textsView(store: WorkbenchStore): TemplateResult {
  const { problems } = store.configuration;
  const { findingText, onlyVisible, highlighted } = store.view;
  const { texts } = store.state.arrangement;
  const changed = new Set(LANGUAGES.flatMap((locale) => Object.keys(texts[locale]))).size;
  return html`<section class="group" aria-labelledby="group-words">
      <h2 id="group-words">${words('Tekster på siden', 'Texts on the page')}</h2>
      <p class="lead">
        ${words(
          'Ret en sætning, og se den i forhåndsvisningen. Sætninger, I ikke retter, følger med, når standardteksterne bliver bedre.',
          'Change a sentence and see it in the preview. Sentences you do not change follow the defaults as they improve.',
        )}
      </p>
      <p class="bar">
        <button
          type="button"
          class="secondary"
          aria-pressed=${findingText}
          @click=${() => {
            // On a narrow screen the preview has its own tab.
            const isBeside = document
              .getElementById('preview')
              ?.checkVisibility({ visibilityProperty: true });
            store.updateView({
              findingText: !findingText,
              ...(!findingText && !isBeside && { tab: 'preview' as const }),
            });
          }}
        >
          ${words('Find en tekst i forhåndsvisningen', 'Find a text in the preview')}
        </button>
        <span role="status"
          >${
            findingText
              ? words(
                  'Klik på teksten i forhåndsvisningen. Tryk på Escape for at fortryde.',
                  'Click the text in the preview. Press Escape to cancel.',
                )
              : words(`${changed} ændret`, `${changed} changed`)
          }</span
        >
      </p>
      <label class="check"
        ><input
          type="checkbox"
          .checked=${live(onlyVisible)}
          @change=${({ target }: Event) =>
            store.updateView({ onlyVisible: (target as HTMLInputElement).checked })}
        />
        ${words('Vis kun de tekster, der ses i forhåndsvisningen nu', 'List only the texts in the preview now')}</label
      >
      ${TEXT_GROUPS.map(({ title, keys }) => {
        const listed = onlyVisible
          ? keys.filter((key) => key === highlighted || isVisible(store, key))
          : keys;
        return listed.length
          ? html`<h3>${localize(title)}</h3>
              ${listed.map((key) => textView(store, key, problems))}`
          : '';
      })}
    </section>
    <section class="group" aria-labelledby="group-slots">
      <h2 id="group-slots">${words('Eget indhold', 'Your own content')}</h2>
      <p class="lead">
        ${words(
          'Skriv HTML her, når en sætning ikke er nok: links, lister og telefonnumre. Indholdet er det samme på alle sprog.',
          'Write HTML here where a sentence is not enough: links, lists and phone numbers. It is the same in every language.',
        )}
      </p>
      ${SLOTS.map((slot) => slotView(store, slot))}
    </section>`;
}
