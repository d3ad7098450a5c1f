import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Problem } from '../../../src/config/problem.js';
import { defaultsOf, dictionaryOf, type TextKey } from '../../../src/i18n/locales.js';
import { formatsOf } from '../../../src/i18n/formats.js';
import { fillPlaceholders, placeholdersIn } from '../../../src/i18n/placeholders.js';
import type { CalendarDate } from '../../../src/util/calendar-date.js';
import { SLOTS, TONGUES, type SlotName, type Tongue } from '../bench.js';
import type { Desk } from '../desk.js';
import { cleaned } from '../out/markup.js';
import { defaultOf } from '../defaults.js';
import { linesOnPhone } from '../phone-length.js';
import { say, tongue, words } from '../tongue.js';
import { problemIn } from '../words/problems.js';
import { TEXT_GROUPS, WHERE } from '../words/where.js';
import { problemsView } from './field-view.js';

const languageName = (locale: Tongue): string =>
  locale === 'da' ? words('Dansk', 'Danish') : words('Engelsk', 'English');

/** The defaults of a text, one for each configuration that has its own. */
const defaults = (key: TextKey, locale: Tongue): readonly string[] =>
  Object.entries(dictionaryOf(locale))
    .filter(([id]) => id === key || id.startsWith(`${key}/`))
    .map(([, text]) => text);

const hasSite = ({ configuration }: Desk): boolean => !!configuration.settings.oirPaymentUrl;

/** What may stand for the placeholders that only the patron's debts fill. */
const SAMPLES = { amount: '1.234,50 kr.', count: '2', time: '14.35', order: 'FJORD-1001' };

/** How much room a text takes: measured, where it stands on the phone now. */
function lengthOf(desk: Desk, key: TextKey, locale: Tongue, text: string): string {
  const { bench, configuration, view } = desk;
  const measured =
    locale === bench.surroundings.lang ? view.seen.app.find((one) => one.key === key) : undefined;
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

function set(desk: Desk, locale: Tongue, key: TextKey, text: string | undefined): void {
  const { texts } = desk.bench.arrangement;
  const { [key]: _, ...others } = texts[locale];
  const own = text === undefined ? others : { ...others, [key]: text };
  desk.arrange({ texts: { ...texts, [locale]: own } });
}

function editorOf(
  desk: Desk,
  key: TextKey,
  locale: Tongue,
  problems: readonly Problem[],
): TemplateResult {
  const id = `text-${locale}-${key}`;
  const own = desk.bench.arrangement.texts[locale][key];
  const standard = defaultOf(key, locale, hasSite(desk));
  const faults = problems.filter(({ setting }) => setting === `texts.${locale}.${key}`);
  const others = defaults(key, locale).filter((text) => text !== standard);
  return html`<div class="field text">
    <label for=${id}>${languageName(locale)}</label>
    <textarea
      id=${id}
      lang=${locale}
      rows="2"
      .value=${live(own ?? standard)}
      class=${own === undefined ? 'standard' : ''}
      aria-invalid=${faults.length > 0}
      aria-describedby="${id}-length ${id}-problem"
      @input=${({ target }: Event) => {
        const { value } = target as HTMLTextAreaElement;
        set(desk, locale, key, value === standard ? undefined : value);
      }}
    ></textarea>
    <p class="explains" id="${id}-length">
      ${lengthOf(desk, key, locale, own ?? standard)}
      ${
        own === undefined
          ? ''
          : html`<button
              type="button"
              class="plain"
              @click=${() => {
                set(desk, locale, key, undefined);
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
      faults.map((problem) => problemIn(tongue, problem)),
    )}
  </div>`;
}

/** The names that may stand in braces in a text. */
const placeholdersOf = (key: TextKey): readonly string[] => [
  ...new Set([...placeholdersIn(defaultsOf(key).join()), 'name', 'date', 'endDate', 'hours']),
];

const isSeen = ({ view }: Desk, key: TextKey): boolean =>
  [...view.seen.cms, ...view.seen.app].some((one) => one.key === key);

function textView(desk: Desk, key: TextKey, problems: readonly Problem[]): TemplateResult {
  const { arrangement, surroundings } = desk.bench;
  const { point } = desk.view;
  const isChanged = TONGUES.some((locale) => arrangement.texts[locale][key] !== undefined);
  const shown =
    arrangement.texts[surroundings.lang][key] ?? defaultOf(key, surroundings.lang, hasSite(desk));
  const bad = problems.some(({ setting }) => setting.endsWith(`.${key}`));
  return html`<details
    class="words"
    id="words-${key}"
    .open=${live(point === key)}
    @toggle=${({ target }: Event) => {
      const { open } = target as HTMLDetailsElement;
      if (open && point !== key) desk.look({ point: key });
      else if (!open && point === key) desk.look({ point: undefined });
    }}
  >
    <summary
      @click=${(click: Event) => {
        // Left to the browser, it would say so a little later, and a drawing in between would close it again.
        click.preventDefault();
        desk.look({ point: point === key ? undefined : key });
      }}
    >
      <span class="sentence" lang=${surroundings.lang}
        >${shown || html`<em>${words('(vises ikke)', '(not shown)')}</em>`}</span
      >
      <span class="signs">
        ${bad ? html`<span class="sign bad">${words('fejl', 'error')}</span>` : ''}
        ${isChanged ? html`<span class="sign changed">${words('ændret', 'changed')}</span>` : ''}
        ${isSeen(desk, key) ? html`<span class="sign seen">${words('ses nu', 'on screen')}</span>` : ''}
      </span>
    </summary>
    ${
      point === key
        ? html`<p class="explains">
              ${say(WHERE[key])} <code>${key}</code><br />
              ${words('Kan indsættes', 'Can be inserted')}:
              ${placeholdersOf(key).map((name) => html`<code>{${name}}</code> `)}
            </p>
            ${TONGUES.map((locale) => editorOf(desk, key, locale, problems))}`
        : nothing
    }
  </details>`;
}

const slotName = (slot: SlotName): string =>
  ({
    intro: words('I stedet for indledningen', 'In place of the introduction'),
    'dibs-info': words('Under de gamle mellemværender', 'Under the old debts'),
    'oir-info': words('Under de nye mellemværender', 'Under the new debts'),
    login: words('Vejen til login, når det er udløbet', 'The way to log in, when it has expired'),
    footer: words('Nederst', 'At the end'),
  })[slot];

function slotView(desk: Desk, slot: SlotName): TemplateResult {
  const { slots } = desk.bench.arrangement;
  const html_ = slots[slot] ?? '';
  const clean = cleaned(html_);
  const changed = !!html_.trim() && clean !== html_.trim();
  const id = `slot-${slot}`;
  return html`<div class="field text">
    <label for=${id}>${slotName(slot)} <code>${slot}</code></label>
    <textarea
      id=${id}
      rows="2"
      spellcheck="false"
      .value=${live(html_)}
      aria-describedby="${id}-problem"
      @input=${({ target }: Event) =>
        desk.arrange({
          slots: { ...slots, [slot]: (target as HTMLTextAreaElement).value },
        })}
    ></textarea>
    ${problemsView(
      `${id}-problem`,
      changed
        ? [
            words(
              `Noget af det kan ikke stå her og tages ikke med. Det bliver til: ${clean || '(intet)'}`,
              `Some of it cannot stand here and is left out. It becomes: ${clean || '(nothing)'}`,
            ),
          ]
        : [],
    )}
  </div>`;
}

/** Every sentence the widget can say, and the library's own in their place. */
export function wordsView(desk: Desk): TemplateResult {
  const { problems } = desk.configuration;
  const { finding, onlySeen, point } = desk.view;
  const { texts } = desk.bench.arrangement;
  const changed = new Set(TONGUES.flatMap((locale) => Object.keys(texts[locale]))).size;
  return html`<section class="group" aria-labelledby="group-words">
      <h2 id="group-words">${words('Hvad siden siger', 'What the page says')}</h2>
      <p class="lead">
        ${words(
          'Ret en sætning, og se den i prøven. Det, I ikke retter, følger med, når standardteksterne bliver bedre.',
          'Change a sentence and see it in the preview. What you leave gets better with the defaults.',
        )}
      </p>
      <p class="bar">
        <button
          type="button"
          class="secondary"
          aria-pressed=${finding}
          @click=${() => {
            // On a phone the preview is behind a tab of its own.
            const isBeside = document
              .getElementById('stage')
              ?.checkVisibility({ visibilityProperty: true });
            desk.look({
              finding: !finding,
              ...(!finding && !isBeside && { tab: 'stage' as const }),
            });
          }}
        >
          ${words('Find en tekst i prøven', 'Find a text in the preview')}
        </button>
        <span role="status"
          >${
            finding
              ? words(
                  'Klik på teksten i prøven. Escape fortryder.',
                  'Click the text in the preview. Escape cancels.',
                )
              : words(`${changed} ændret`, `${changed} changed`)
          }</span
        >
      </p>
      <label class="check"
        ><input
          type="checkbox"
          .checked=${live(onlySeen)}
          @change=${({ target }: Event) =>
            desk.look({ onlySeen: (target as HTMLInputElement).checked })}
        />
        ${words('Vis kun dem, der ses i prøven nu', 'List only those on the screen now')}</label
      >
      ${TEXT_GROUPS.map(({ title, keys }) => {
        const listed = onlySeen ? keys.filter((key) => key === point || isSeen(desk, key)) : keys;
        return listed.length
          ? html`<h3>${say(title)}</h3>
              ${listed.map((key) => textView(desk, key, problems))}`
          : '';
      })}
    </section>
    <section class="group" aria-labelledby="group-slots">
      <h2 id="group-slots">${words('Eget indhold', 'Your own content')}</h2>
      <p class="lead">
        ${words(
          'HTML, hvor en sætning ikke er nok: links, lister, telefonnumre. Det er det samme på alle sprog.',
          'HTML where a sentence is not enough: links, lists, phone numbers. It is the same in every language.',
        )}
      </p>
      ${SLOTS.map((slot) => slotView(desk, slot))}
    </section>`;
}
