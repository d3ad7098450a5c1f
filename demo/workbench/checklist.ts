import type { Configuration } from '../../src/config/configuration.js';
import type { SettingName } from '../../src/config/settings.js';
import type { TextKey } from '../../src/i18n/locales.js';
import type { CalendarDate } from '../../src/util/time.js';
import { SLOTS, type Arrangement, type BilingualText, type SlotName } from './state.js';
import { roundedRatio, type CheckedPair } from './contrast.js';
import type { Tab } from './store.js';
import { FIELDS } from './labels/fields.js';
import { sanitize } from './migration/html.js';

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
}

interface Checked {
  readonly arrangement: Arrangement;
  readonly configuration: Configuration;
  readonly today: CalendarDate;
}

type Check = (checked: Checked) => readonly ChecklistItem[];

const item = (
  priority: ChecklistItem['priority'],
  setting: SettingName,
  da: string,
  en: string,
  tab: Tab = 'setup',
): ChecklistItem => ({ priority, message: { da, en }, tab, setting });

const dates: Check = ({ configuration: { settings }, today }) => {
  const { switchDate, dibsEndDate, systems } = settings;
  const items: ChecklistItem[] = [];
  if (!switchDate && systems !== 'dibs') {
    items.push(
      item(
        'must',
        'switchDate',
        'Skæringsdatoen mangler. Uden den siger siden fra første dag, at nye mellemværender betales hos kommunen.',
        'The switch date is missing. Without it the page says from the first day that new debts are paid to the municipality.',
      ),
    );
  }
  if (switchDate && switchDate < today) {
    items.push(
      item(
        'should',
        'switchDate',
        'Skæringsdatoen er passeret. Er den ikke rigtig, tror låneren, at biblioteket allerede er skiftet.',
        'The switch date has passed. If it is not right, patrons think the library has already gone over.',
      ),
    );
  }
  if (!dibsEndDate && systems !== 'oir') {
    items.push(
      item(
        'should',
        'dibsEndDate',
        'Slutdatoen for DIBS mangler. Uden den bliver betalingsknappen stående, også når aftalen med DIBS er slut.',
        'The end date of DIBS is missing. Without it the pay button stays, also when the agreement with DIBS has ended.',
      ),
    );
  }
  if (dibsEndDate && dibsEndDate <= today) {
    items.push(
      item(
        'should',
        'dibsEndDate',
        'Slutdatoen for DIBS er passeret: Ingen kan betale gamle mellemværender her mere.',
        'The end date of DIBS has passed: nobody can pay old debts here any more.',
      ),
    );
  }
  return items;
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
          'Der står ikke, hvor mellemværenderne hentes. Spørg jeres leverandør om adressen. Her i prøven bruges opdigtede svar.',
          'It does not say where debts are read. Ask your supplier for the address. Here invented answers are used.',
        ),
      ];
};

const paying: Check = ({ arrangement, configuration: { settings } }) => {
  const { systems, oirPaymentUrl, oirPaymentName, dibsPaymentUrl, termsUrl, helpUrl, mobilepay } =
    settings;
  const items: ChecklistItem[] = [];
  if (systems !== 'dibs' && !oirPaymentUrl) {
    items.push(
      item(
        'should',
        'oirPaymentUrl',
        'Der er ikke noget betalingssted. Låneren får besked om, at kommunen opkræver, og ingen knap. Er det rigtigt?',
        'There is no payment site. Patrons are told that the municipality collects, and get no button. Is that right?',
      ),
    );
  }
  if (oirPaymentUrl && !oirPaymentName) {
    items.push(
      item(
        'should',
        'oirPaymentName',
        'Betalingsstedet har ikke noget navn og kaldes »kommunens betalingsside«.',
        'The payment site has no name and is called “the municipality’s payment site”.',
      ),
    );
  }
  if (systems !== 'oir' && !dibsPaymentUrl) {
    items.push(
      item(
        'should',
        'dibsPaymentUrl',
        'Gamle mellemværender kan ikke betales på siden. Låneren får besked om at kontakte biblioteket.',
        'Old debts cannot be paid on the page. Patrons are told to contact the library.',
      ),
    );
  }
  if (systems !== 'oir' && !dibsPaymentUrl && !mobilepay && !arrangement.texts.da['dibs.app']) {
    items.push({
      priority: 'should',
      tab: 'words',
      text: 'dibs.app',
      message: {
        da: 'Appen siger, at man kan betale på hjemmesiden, men det kan man ikke. Ret teksten »dibs.app«, hvis I har en app.',
        en: 'The app says that one can pay on the website, but one cannot. Change the text “dibs.app” if you have an app.',
      },
    });
  }
  if (systems !== 'oir' && dibsPaymentUrl && !termsUrl) {
    items.push(
      item(
        'should',
        'termsUrl',
        'Der kan betales på siden, men betalingsbetingelserne mangler.',
        'One can pay on the page, but the terms of payment are missing.',
      ),
    );
  }
  if (!helpUrl) {
    items.push(
      item(
        'should',
        'helpUrl',
        'Flere tekster siger »Kontakt biblioteket«, men der er intet link dertil.',
        'Several texts say “Contact the library”, but there is no link.',
      ),
    );
  }
  return items;
};

const ADDRESSES = [
  'feesUrl',
  'dibsFeesUrl',
  'oirFeesUrl',
  'dibsPaymentUrl',
  'oirPaymentUrl',
  'termsUrl',
  'ratesUrl',
  'helpUrl',
  'overviewUrl',
  'fbiUrl',
] as const;

const labelOf = (name: SettingName): BilingualText =>
  FIELDS.find((field) => field.name === name)?.label ?? { da: name, en: name };

const addresses: Check = ({ arrangement: { settings } }) =>
  ADDRESSES.flatMap((name) => {
    const url = settings[name]?.trim() ?? '';
    const host = /^https?:\/\/([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? '';
    if (/^http:/i.test(url)) {
      return [
        item(
          'must',
          name,
          `Adressen i »${labelOf(name).da}« er ikke https. Skriv https:// i stedet for http://.`,
          `The address in “${labelOf(name).en}” is not https. Write https:// in place of http://.`,
        ),
      ];
    }
    return /(^|\.)(example(\.(com|org|net))?|test|invalid|localhost)$/.test(host)
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

const siteInTexts: Check = ({ arrangement, configuration }) => {
  const { da, en } = arrangement.texts;
  const { oirPaymentName: name } = configuration.settings;
  const words = [...Object.entries(da), ...Object.entries(en)] as [TextKey, string][];
  const wrong = words.filter(([, text]) => namesWrongly(text, name)).map(([key]) => key);
  return [...new Set(wrong)].map((key): ChecklistItem => ({
    priority: 'must',
    tab: 'words',
    text: key,
    message: wrongSite(
      name,
      { da: `Teksten »${key}«`, en: `The text “${key}”` },
      { da: 'Skriv {name} i stedet.', en: 'Write {name} instead.' },
    ),
  }));
};

/** The slots that are not empty. */
const filledSlots = ({ slots }: Arrangement): [SlotName, string][] =>
  SLOTS.map((slot): [SlotName, string] => [slot, slots[slot] ?? '']).filter(([, html]) =>
    html.trim(),
  );

const siteInSlots: Check = ({ arrangement, configuration }) => {
  const { oirPaymentName: name } = configuration.settings;
  return filledSlots(arrangement)
    .filter(([, html]) => namesWrongly(sanitize(html).words, name))
    .map(([slot]): ChecklistItem => ({
      priority: 'must',
      tab: 'words',
      slot,
      message: wrongSite(
        name,
        { da: `Jeres eget indhold i »${slot}«`, en: `Your own content in “${slot}”` },
        name
          ? { da: `Skriv ${name} i stedet.`, en: `Write ${name} instead.` }
          : {
              da: 'Ret indholdet, eller udfyld navnet.',
              en: 'Correct the content, or fill in the name.',
            },
      ),
    }));
};

const inOneLanguage: Check = ({ arrangement: { texts } }) =>
  (Object.keys(texts.da) as TextKey[])
    .filter((key) => texts.en[key] === undefined)
    .map((key): ChecklistItem => ({
      priority: 'should',
      tab: 'words',
      text: key,
      message: {
        da: `Teksten »${key}« er ændret på dansk, men ikke på engelsk. Passer standardteksten stadig?`,
        en: `The text “${key}” is changed in Danish but not in English. Does the default still fit?`,
      },
    }));

const inEveryLanguage: Check = ({ arrangement }) =>
  filledSlots(arrangement).map(([slot]): ChecklistItem => ({
    priority: 'should',
    tab: 'words',
    slot,
    message: {
      da: `Jeres eget indhold i »${slot}« er det samme på alle sprog.`,
      en: `Your own content in “${slot}” is the same in every language.`,
    },
  }));

const CHECKS: readonly Check[] = [
  dates,
  endpoints,
  addresses,
  paying,
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

/** The tasks before the switch, those of priority `must` first. Problems of the configuration are not included. */
export function checklist(
  checked: Checked,
  contrasts: readonly CheckedPair[] = [],
): readonly ChecklistItem[] {
  const poor = contrasts.filter(({ ratio, passes }) => ratio && !passes).map(contrastItem);
  const all = [...CHECKS.flatMap((check) => check(checked)), ...poor];
  return [
    ...all.filter(({ priority }) => priority === 'must'),
    ...all.filter(({ priority }) => priority === 'should'),
  ];
}
