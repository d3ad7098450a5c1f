import type { Configuration } from '../../src/config/configuration.js';
import { attributeOf, SETTING_NAMES, type SettingName } from '../../src/config/settings.js';
import { dictionaryOf, isTextKey, type TextKey } from '../../src/i18n/locales.js';
import { checksumOf } from '../../src/util/keys.js';
import { formatsOf } from '../../src/i18n/formats.js';
import { calendarDate, type CalendarDate } from '../../src/util/time.js';
import { roundedRatio, type CheckedPair } from './contrast.js';
import { defaultOf } from './defaults.js';
import { isGiven, oldCollectionOf } from './collection.js';
import { labelOf, LOGIN_FIELD } from './labels/fields.js';
import { loginUrlOf, problemWithLogin } from './login.js';
import { problemIn, quoted, subjectIn } from './labels/problems.js';
import { SLOT_NAMES } from './labels/slots.js';
import { sanitize } from './migration/html.js';
import { patronViews, type Channel, type PatronView, type SectionOutcome } from './patron-view.js';
import {
  LANGUAGES,
  SLOTS,
  type Arrangement,
  type BilingualText,
  type Language,
  type Project,
  type SlotName,
} from './state.js';
import type { Tab } from './store.js';

/** A task before the switch. */
export interface ChecklistItem {
  /** `must`: without it, patrons read something wrong, or nothing; `should`: worth considering. */
  readonly priority: 'must' | 'should';
  readonly message: BilingualText;
  /** The tab where it is corrected. */
  readonly tab: Tab;
  readonly setting?: SettingName;
  readonly text?: TextKey;
  readonly slot?: SlotName;
  /** The foreground colour of a pair with low contrast, by its name in preview/colours.ts. */
  readonly colour?: string;
  /** The setting still has the value of the example. */
  readonly isExample?: true;
}

interface Checked {
  readonly arrangement: Arrangement;
  readonly configuration: Configuration;
  readonly today: CalendarDate;
  readonly project: Pick<Project, 'examples'>;
}

/** What is checked, and what patrons see of it. */
interface Shown extends Checked {
  readonly views: Readonly<Record<Channel, readonly PatronView[]>>;
}

type Check = (shown: Shown) => readonly ChecklistItem[];

/** Identifies the sentence of an item, for ticking it off. */
export const checksumOfItem = ({ message }: ChecklistItem): number => checksumOf(message.da);

const item = (
  priority: ChecklistItem['priority'],
  setting: SettingName,
  da: string,
  en: string,
  tab: Tab = 'setup',
): ChecklistItem => ({ priority, message: { da, en }, tab, setting });

/** Each different sentence once, in the order in which patrons read them. */
function quotes(sentences: readonly (BilingualText | undefined)[]): BilingualText {
  const known = sentences.filter((sentence) => sentence !== undefined);
  const of = (language: Language): string =>
    [...new Set(known.map((sentence) => sentence[language]))]
      .map((sentence) => quoted(language, sentence))
      .join(language === 'da' ? ' og senere ' : ' and later ');
  return { da: of('da'), en: of('en') };
}

const outcomesOf = ({ views }: Shown, channel: Channel, system: 'dibs' | 'oir'): SectionOutcome[] =>
  views[channel].map((view) => view[system]).filter((outcome) => outcome !== undefined);

/** Whether patrons can pay old debts here, today or later. */
const canPay = (shown: Shown, ...channels: readonly Channel[]): boolean =>
  channels.some((channel) =>
    outcomesOf(shown, channel, 'dibs').some(({ option }) => option.is === 'pay'),
  );

/** What patrons with old debts read in place of a button. */
const sentencesInstead = (shown: Shown, channel: Channel, system: 'dibs' | 'oir', key: TextKey) =>
  outcomesOf(shown, channel, system)
    .filter((outcome) => outcome.key === key)
    .map(({ sentence }) => sentence);

/** The problems that the widget has with the configuration. */
const problems: Check = ({ configuration }) =>
  configuration.problems
    // The checklist has its own message for missing endpoints.
    .filter(({ setting, value }) => setting !== 'fees-url' || value !== null)
    .map((problem): ChecklistItem => {
      const setting = SETTING_NAMES.find((name) => attributeOf(name) === problem.setting);
      const [, key = ''] = /^texts\.(?:da|en)\.(.+)$/.exec(problem.setting) ?? [];
      const words = (language: Language): string =>
        `${subjectIn(language, problem)}: ${problemIn(language, problem)}`;
      return {
        priority: 'must',
        message: { da: words('da'), en: words('en') },
        tab: key ? 'texts' : 'setup',
        ...(setting && { setting }),
        ...(isTextKey(key) && { text: key }),
      };
    });

const examples: Check = ({ arrangement: { settings }, project }) =>
  project.examples
    .filter((name) => settings[name]?.trim())
    .map((name): ChecklistItem => {
      const value = settings[name] ?? '';
      const date = calendarDate(value.trim());
      const shown = (language: Language): string =>
        date ? formatsOf(language).dayOf(date) : value;
      return {
        ...item(
          'must',
          name,
          `»${labelOf(name).da}« er kun et eksempel: ${shown('da')}. Skriv jeres egen værdi, eller behold den.`,
          `“${labelOf(name).en}” is only an example: ${shown('en')}. Write your own value, or keep it.`,
        ),
        isExample: true,
      };
    });

const switchDate: Check = ({ arrangement, configuration: { settings }, today, views }) => {
  const { switchDate: date, systems } = settings;
  // A slot can take the place of the introduction.
  const [first] = arrangement.slots.intro?.trim() ? [] : views.cms;
  const intro = first && (first.intro.da || first.intro.en) ? quotes([first.intro]) : undefined;
  if (!date && systems !== 'dibs') {
    return [
      item(
        'must',
        'switchDate',
        `Skæringsdatoen mangler. Uden den ser siden fra i dag ud, som den skal efter skiftet${intro ? `: ${intro.da}` : '.'}`,
        `The switch date is missing. Without it the page looks from today as it should after the switch${intro ? `: ${intro.en}` : '.'}`,
      ),
    ];
  }
  if (!date || date >= today) return [];
  return [
    item(
      'should',
      'switchDate',
      `Skæringsdatoen er passeret${intro ? `, så låneren læser nu: ${intro.da}` : '.'} Er datoen rigtig?`,
      `The switch date has passed${intro ? `, so patrons now read: ${intro.en}` : '.'} Is the date right?`,
    ),
  ];
};

const endDate: Check = (shown) => {
  const { settings } = shown.configuration;
  const { dibsEndDate, systems } = settings;
  if (!dibsEndDate && canPay(shown, 'cms', 'app')) {
    return [
      item(
        'should',
        'dibsEndDate',
        'Slutdatoen for den gamle betaling mangler. Uden den bliver betalingsknappen stående, også når aftalen med DIBS er slut.',
        'The end date of the old payment is missing. Without it the pay button stays, also when the agreement with DIBS has ended.',
      ),
    ];
  }
  const [first] = shown.arrangement.slots.intro?.trim() ? [] : shown.views.cms.slice(-1);
  if (!dibsEndDate && systems !== 'dibs' && first?.intro.da) {
    const forEver = quotes([first.intro]);
    return [
      item(
        'should',
        'dibsEndDate',
        `Der er ingen dag, hvor overgangen slutter. Låneren bliver ved med at læse: ${forEver.da} Er alt flyttet fra begyndelsen, så skriv skæringsdatoen som slutdato.`,
        `There is no day on which the transition ends. Patrons keep reading: ${forEver.en} If everything is moved from the start, write the switch date as the end date.`,
      ),
    ];
  }
  if (systems === 'oir' || !dibsEndDate || dibsEndDate > shown.today) return [];
  const now = quotes(sentencesInstead(shown, 'cms', 'dibs', 'dibs.ended'));
  return [
    item(
      'should',
      'dibsEndDate',
      `Slutdatoen for den gamle betaling er passeret. Låneren læser nu om gamle mellemværender: ${now.da}`,
      `The end date of the old payment has passed. Patrons now read about old debts: ${now.en}`,
    ),
  ];
};

const endpoints: Check = ({ configuration: { settings } }) => {
  const { systems, feesUrl, dibsFeesUrl, oirFeesUrl } = settings;
  const hasEndpoints =
    feesUrl || ((systems === 'oir' || dibsFeesUrl) && (systems === 'dibs' || oirFeesUrl));
  return hasEndpoints
    ? []
    : [
        item(
          'must',
          'feesUrl',
          'Der står ikke, hvor mellemværenderne hentes. Spørg jeres leverandør om adressen. Forhåndsvisningen bruger opdigtede svar.',
          'It does not say where debts are read. Ask your supplier for the address. The preview uses invented answers.',
        ),
      ];
};

const payingNew: Check = (shown) => {
  const { oirPaymentUrl, oirPaymentName, systems } = shown.configuration.settings;
  if (systems === 'dibs') return [];
  if (!oirPaymentUrl) {
    // Where the switch is today, there are new debts today.
    const instead = quotes(sentencesInstead(shown, 'cms', 'oir', 'oir.noSite'));
    return [
      item(
        'should',
        'oirPaymentUrl',
        `Der er ikke noget betalingssted for nye mellemværender. Låneren får ingen knap, men læser: ${instead.da} Er det rigtigt?`,
        `There is no payment site for new debts. Patrons get no button, but read: ${instead.en} Is that right?`,
      ),
    ];
  }
  if (oirPaymentName) return [];
  const { texts } = shown.arrangement;
  const called = (language: Language): string =>
    quoted(language, texts[language]['oir.site'] || defaultOf('oir.site', language, true));
  return [
    item(
      'should',
      'oirPaymentName',
      `Betalingsstedet har ikke noget navn og kaldes ${called('da')}.`,
      `The payment site has no name and is called ${called('en')}.`,
    ),
  ];
};

/** Whether the default would say that old debts could be paid here until a day, although they never could. */
export const endsWhatNeverWas = ({
  arrangement: { texts },
  configuration: { settings },
}: Pick<Checked, 'arrangement' | 'configuration'>): boolean => {
  const { systems, dibsEndDate, dibsPaymentUrl, mobilepay } = settings;
  const isDefault = LANGUAGES.some((language) => texts[language]['dibs.ended'] === undefined);
  return systems !== 'oir' && !!dibsEndDate && !dibsPaymentUrl && !mobilepay && isDefault;
};

/** The texts about old debts that contradict the settings. */
const contradictions: Check = (shown) => {
  const { arrangement, configuration } = shown;
  const items: ChecklistItem[] = [];
  if (endsWhatNeverWas(shown)) {
    const read = quotes(sentencesInstead(shown, 'cms', 'dibs', 'dibs.ended'));
    items.push({
      // After that day the address may have been removed.
      priority: (configuration.settings.dibsEndDate ?? '') > shown.today ? 'must' : 'should',
      tab: 'texts',
      text: 'dibs.ended',
      message: {
        da: `Gamle mellemværender kan ikke betales her. Alligevel læser låneren, når den gamle betaling er slut: ${read.da} Skriv, hvordan de betales.`,
        en: `Old debts cannot be paid here. Yet when the old payment has ended, patrons read: ${read.en} Write how they are paid.`,
      },
    });
  }
  if (configuration.settings.dibsPaymentUrl && oldCollectionOf(arrangement) !== 'none') {
    const { texts } = arrangement;
    const key = (['dibs.app', 'dibs.unavailable'] as const).find(
      (one) => texts.da[one] !== undefined && isGiven(texts, one, 'da'),
    );
    if (key) {
      items.push({
        priority: 'must',
        tab: 'texts',
        text: key,
        message: {
          da: `Gamle mellemværender kan betales her, men låneren kan læse ${quoted('da', texts.da[key] ?? '')} Ret sætningen, eller fjern adressen for betaling her.`,
          en: `Old debts can be paid here, but patrons can read ${quoted('da', texts.da[key] ?? '')} Correct the sentence, or remove the address for paying here.`,
        },
      });
    }
  }
  return items;
};

const payingOld: Check = (shown) => {
  const { arrangement, configuration } = shown;
  const { systems, dibsPaymentUrl, termsUrl } = configuration.settings;
  if (systems === 'oir') return [];
  const items: ChecklistItem[] = [];
  const outcomes = outcomesOf(shown, 'cms', 'dibs');
  if (!dibsPaymentUrl && outcomes.some(({ key }) => key === 'dibs.unavailable')) {
    const isFalse = endsWhatNeverWas(shown);
    const instead = quotes(
      outcomes
        .filter(({ key }) => !(isFalse && key === 'dibs.ended'))
        .map(({ sentence }) => sentence),
    );
    items.push(
      item(
        'should',
        'dibsPaymentUrl',
        `Gamle mellemværender kan ikke betales på siden. Låneren læser: ${instead.da} Er det rigtigt?`,
        `Old debts cannot be paid on the page. Patrons read: ${instead.en} Is that right?`,
      ),
    );
  }
  const inApp = sentencesInstead(shown, 'app', 'dibs', 'dibs.app');
  if (inApp.length && !canPay(shown, 'cms') && !arrangement.texts.da['dibs.app']) {
    const read = quotes(inApp);
    items.push({
      priority: 'should',
      tab: 'texts',
      text: 'dibs.app',
      message: {
        da: `I appen står der: ${read.da} Men det kan man ikke. Ret sætningen, hvis I har en app.`,
        en: `In the app it says: ${read.en} But one cannot. Change the sentence if you have an app.`,
      },
    });
  }
  if (canPay(shown, 'cms') && !termsUrl) {
    items.push(
      item(
        'should',
        'termsUrl',
        'Der kan betales på siden, men betalingsbetingelserne mangler.',
        'One can pay on the page, but the terms of payment are missing.',
      ),
    );
  }
  return items;
};

/** The text of a key in the library's setup. */
const textOf = (
  { arrangement, configuration }: Checked,
  language: Language,
  key: TextKey,
): string =>
  arrangement.texts[language][key] ??
  defaultOf(key, language, !!configuration.settings.oirPaymentUrl);

const CONTACT = { da: /kontakt(?:e)? biblioteket/i, en: /contact the library/i };

const help: Check = (shown) => {
  if (shown.configuration.settings.helpUrl) return [];
  const read = outcomesOf(shown, 'cms', 'dibs')
    .concat(outcomesOf(shown, 'cms', 'oir'))
    .flatMap(({ sentence }) => sentence ?? []);
  const asks = [
    ...read,
    { da: textOf(shown, 'da', 'failed.invalid'), en: textOf(shown, 'en', 'failed.invalid') },
  ].find(({ da }) => CONTACT.da.test(da));
  const example = asks && quotes([asks]);
  return [
    item(
      'should',
      'helpUrl',
      example
        ? `Låneren kan læse ${example.da}, men der er intet link til hjælp.`
        : 'Der er intet link til kontakt og hjælp.',
      example
        ? `Patrons can read ${example.en}, but there is no link to help.`
        : 'There is no link to contact and help.',
    ),
  ];
};

const login: Check = (shown) => {
  const { slots } = shown.arrangement;
  const problem = problemWithLogin(slots);
  if (problem) {
    const name = (language: Language): string => LOGIN_FIELD.label[language];
    return [
      {
        priority: 'must',
        tab: 'setup',
        slot: 'login',
        message: {
          da: `${name('da')}: ${problem.da}`,
          en: `${name('en')}: ${problem.en}`,
        },
      },
    ];
  }
  if (slots.login?.trim()) return [];
  const read = {
    da: textOf(shown, 'da', 'failed.unauthorized'),
    en: textOf(shown, 'en', 'failed.unauthorized'),
  };
  return [
    {
      priority: 'should',
      tab: 'setup',
      slot: 'login',
      message: {
        da: `Er låneren blevet logget ud, står der ${quoted('da', read.da)}, men der er intet link til login.`,
        en: `A patron who has been logged out reads ${quoted('en', read.en)}, but there is no link to log in.`,
      },
    },
  ];
};

const ADDRESSES = SETTING_NAMES.filter((name) => name.endsWith('Url'));

const addresses: Check = ({ arrangement: { settings } }) =>
  ADDRESSES.flatMap((name) => {
    const url = settings[name]?.trim() ?? '';
    const host = /^https?:\/\/([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? '';
    return /(^|\.)(example(\.(com|org|net))?|test|invalid|localhost)$|^127\./.test(host)
      ? [
          item(
            'must',
            name,
            `Adressen i »${labelOf(name).da}« er et eksempel (${host}). Skriv jeres egen adresse.`,
            `The address in “${labelOf(name).en}” is an example (${host}). Write your own address.`,
          ),
        ]
      : [];
  });

const KNOWN_SITE = /mit\s+betalingsoverblik/i;

/** The message for a text that names another payment site than the settings do. */
function wrongSite(
  name: string | undefined,
  what: BilingualText,
  fix: BilingualText,
): BilingualText {
  const da = name ? `betalingsstedet hedder ${name}` : 'betalingsstedets navn er ikke udfyldt';
  const en = name
    ? `the payment site is called ${name}`
    : 'the payment site’s name is not filled in';
  return {
    da: `${what.da} nævner Mit Betalingsoverblik, men ${da}. ${fix.da}`,
    en: `${what.en} names Mit Betalingsoverblik, but ${en}. ${fix.en}`,
  };
}

/** Whether the words name Mit Betalingsoverblik although the payment site has another name. */
const namesWrongly = (words: string, name: string | undefined): boolean =>
  KNOWN_SITE.test(words) && !KNOWN_SITE.test(name ?? '');

const siteInTexts: Check = (shown) => {
  const { da, en } = shown.arrangement.texts;
  const { oirPaymentName: name } = shown.configuration.settings;
  const words = [...Object.entries(da), ...Object.entries(en)] as [TextKey, string][];
  const wrong = words.filter(([, text]) => namesWrongly(text, name)).map(([key]) => key);
  return [...new Set(wrong)].map((key): ChecklistItem => ({
    priority: 'must',
    tab: 'texts',
    text: key,
    message: wrongSite(
      name,
      {
        da: `Sætningen ${quoted('da', textOf(shown, 'da', key))}`,
        en: `The sentence ${quoted('en', textOf(shown, 'en', key))}`,
      },
      { da: 'Skriv {name} i stedet.', en: 'Write {name} instead.' },
    ),
  }));
};

/** The slots that are not empty. */
const filledSlots = ({ slots }: Arrangement): [SlotName, string][] =>
  SLOTS.map((slot): [SlotName, string] => [slot, slots[slot] ?? '']).filter(([, html]) =>
    html.trim(),
  );

const contentOf = (slot: SlotName): BilingualText => ({
  da: `Jeres eget indhold »${SLOT_NAMES[slot].da}«`,
  en: `Your own content “${SLOT_NAMES[slot].en}”`,
});

const siteInSlots: Check = ({ arrangement, configuration }) => {
  const { oirPaymentName: name } = configuration.settings;
  return filledSlots(arrangement)
    .filter(([, html]) => namesWrongly(sanitize(html).words, name))
    .map(([slot]): ChecklistItem => ({
      priority: 'must',
      tab: 'texts',
      slot,
      message: wrongSite(
        name,
        contentOf(slot),
        name
          ? { da: `Skriv ${name} i stedet.`, en: `Write ${name} instead.` }
          : {
              da: 'Ret indholdet, eller udfyld navnet.',
              en: 'Correct the content, or fill in the name.',
            },
      ),
    }));
};

const inOneLanguage: Check = (shown) => {
  const { texts } = shown.arrangement;
  const { da } = texts;
  return (Object.keys(da) as TextKey[])
    .filter((key) => !isGiven(texts, key, 'da') && isGiven(texts, key, 'en'))
    .filter((key) => key in dictionaryOf('en'))
    .map((key): ChecklistItem => {
      const english = quoted('en', textOf(shown, 'en', key));
      return {
        priority: 'should',
        tab: 'texts',
        text: key,
        message: {
          da: `Sætningen ${quoted('da', da[key] ?? '')} er jeres egen på dansk. På engelsk står der: ${english} Passer det?`,
          en: `The sentence ${quoted('da', da[key] ?? '')} is your own in Danish. In English it says: ${english} Does that fit?`,
        },
      };
    });
};

const inEveryLanguage: Check = ({ arrangement }) =>
  filledSlots(arrangement)
    // The link of the field is in the language of most patrons.
    .filter(([slot]) => slot !== 'login' || loginUrlOf(arrangement.slots) === undefined)
    .map(([slot]): ChecklistItem => ({
      priority: 'should',
      tab: 'texts',
      slot,
      message: {
        da: `${contentOf(slot).da} er det samme på alle sprog.`,
        en: `${contentOf(slot).en} is the same in every language.`,
      },
    }));

const CHECKS: readonly Check[] = [
  problems,
  examples,
  switchDate,
  endDate,
  endpoints,
  addresses,
  payingNew,
  contradictions,
  payingOld,
  help,
  login,
  siteInTexts,
  siteInSlots,
  inOneLanguage,
  inEveryLanguage,
];

function contrastItem({ name, foreground, ratio = 0, required }: CheckedPair): ChecklistItem {
  const shown = roundedRatio(ratio).toFixed(1);
  return {
    priority: 'should',
    tab: 'look',
    colour: foreground,
    message: {
      da: `${name.da} er svær at se: Kontrasten er ${shown.replace('.', ',')}, og kravet er ${String(required).replace('.', ',')}.`,
      en: `${name.en} is hard to see: the contrast is ${shown}, and ${required} is required.`,
    },
  };
}

/** One item for each setting: its problem, or else that it is an example. */
const oneForEachSetting = (items: readonly ChecklistItem[]): readonly ChecklistItem[] =>
  items.filter(
    (one, index) =>
      !one.setting || items.findIndex(({ setting }) => setting === one.setting) === index,
  );

/** The tasks before the switch, those of priority `must` first. */
export function checklist(
  checked: Checked,
  contrasts: readonly CheckedPair[] = [],
): readonly ChecklistItem[] {
  const poor = contrasts.filter(({ ratio, passes }) => ratio && !passes).map(contrastItem);
  const { configuration, today } = checked;
  const views = (['cms', 'app'] as const).map(
    (channel) => [channel, patronViews(channel, configuration, today)] as const,
  );
  const shown = { ...checked, views: Object.fromEntries(views) as unknown as Shown['views'] };
  const all = [...oneForEachSetting(CHECKS.flatMap((check) => check(shown))), ...poor];
  return [
    ...all.filter(({ priority }) => priority === 'must'),
    ...all.filter(({ priority }) => priority === 'should'),
  ];
}
