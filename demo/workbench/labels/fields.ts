import type { SettingName } from '../../../src/config/settings.js';
import type { BilingualText } from '../state.js';

/** A setting, described for a web editor. */
export interface Field {
  readonly name: SettingName;
  readonly label: BilingualText;
  /** Its effect for patrons. */
  readonly explains: BilingualText;
  /** What is special in the workbench. */
  readonly inWorkbench?: BilingualText;
  /** What to write, with an example. Shown beside an invalid value. */
  readonly takes: BilingualText;
  readonly example?: string;
  /** The options of a choice. The first is the default; an empty value is not set. */
  readonly options?: readonly { readonly value: string; readonly label: BilingualText }[];
  readonly kind: 'text' | 'url' | 'date' | 'number' | 'choice' | 'flag';
}

export interface Group {
  readonly id: 'who' | 'shown' | 'pay' | 'say';
  readonly title: BilingualText;
  readonly lead: BilingualText;
  readonly fields: readonly Field[];
}

type Input = Pick<Field, 'kind' | 'takes' | 'example'>;

const aDate = (example: string): Input => ({
  kind: 'date',
  example,
  takes: {
    da: `Skriv en dato som år-måned-dag, fx ${example}.`,
    en: `Write a date as year-month-day, e.g. ${example}.`,
  },
});

const anAddress = (example: string, own: string): Input => ({
  kind: 'url',
  example,
  takes: {
    da: `Skriv en adresse, der begynder med https://, fx ${example}, eller med / på jeres eget websted, fx ${own}. Den må ikke indeholde brugernavn eller adgangskode.`,
    en: `Write an address that begins with https://, e.g. ${example}, or with / on your own website, e.g. ${own}. It may not contain a user name or password.`,
  },
});

type Option = NonNullable<Field['options']>[number];

/** If the first value is empty, the default depends on the page. */
function aChoice(
  ...options: readonly (readonly [value: string, da: string, en: string])[]
): Pick<Field, 'kind' | 'takes' | 'options'> {
  const [, da, en] = options.find(([value]) => value) ?? ['', '', ''];
  return {
    kind: 'choice',
    options: options.map(([value, ...words]): Option => ({
      value,
      label: { da: words[0], en: words[1] },
    })),
    takes: {
      da: `Vælg en af mulighederne på listen, fx »${da}«.`,
      en: `Choose one of the options in the list, e.g. “${en}”.`,
    },
  };
}

const aNumber = (da: string, en: string, example: string): Input => ({
  kind: 'number',
  example,
  takes: { da: `Skriv ${da}, fx ${example}.`, en: `Write ${en}, e.g. ${example}.` },
});

const WHO: Group = {
  id: 'who',
  title: { da: 'Hvem I er, og hvornår I skifter', en: 'Who you are, and when you switch' },
  lead: {
    da: 'Datoerne for jeres skifte og de adresser, mellemværenderne hentes fra. Adresserne får I af den, der driver jeres hjemmeside.',
    en: 'The dates of your switch, and the addresses the debts are fetched from. Whoever runs your website can give you the addresses.',
  },
  fields: [
    {
      name: 'switchDate',
      label: { da: 'Skæringsdato', en: 'Switch date' },
      explains: {
        da: 'Den dag, I går over til det nye system (ØiR). Indtil da får lånerne at vide, hvad der kommer.',
        en: 'The day you go over to the new system (ØiR). Until then, patrons are told what is coming.',
      },
      ...aDate('2021-12-01'),
    },
    {
      name: 'dibsEndDate',
      label: { da: 'Gammel betaling slutter', en: 'Old payment ends' },
      explains: {
        da: 'Den første dag, hvor gamle mellemværender (DIBS) ikke længere kan betales her. Fra den dag siger en tekst, hvad låneren kan gøre i stedet. Kan de slet ikke betales her, så skriv skæringsdatoen.',
        en: 'The first day on which old debts (DIBS) can no longer be paid here. From that day a text says what to do instead. If they can never be paid here, write the switch date.',
      },
      ...aDate('2022-07-01'),
    },
    {
      name: 'feesUrl',
      label: { da: 'Adresse for mellemværender', en: 'Address for debts' },
      explains: {
        da: 'Herfra hentes det, låneren skylder, både gammelt og nyt. Uden den kan intet hentes, medmindre I udfylder de to næste felter.',
        en: 'What the patron owes, old and new, is fetched from here. Without it nothing can be fetched, unless you fill in the next two fields.',
      },
      ...anAddress('https://bibliotek.example/gebyrer', '/gebyrer'),
    },
    {
      name: 'dibsFeesUrl',
      label: { da: 'Særlig adresse for DIBS', en: 'Separate address for DIBS' },
      explains: {
        da: 'Herfra hentes de gamle mellemværender (DIBS) i stedet for fra adressen ovenfor. Lad feltet stå tomt, hvis alt hentes samme sted.',
        en: 'Old debts (DIBS) are fetched from here instead of from the address above. Leave it empty if everything is fetched from one place.',
      },
      ...anAddress('https://bibliotek.example/gebyrer/dibs', '/gebyrer/dibs'),
    },
    {
      name: 'oirFeesUrl',
      label: { da: 'Særlig adresse for ØiR', en: 'Separate address for ØiR' },
      explains: {
        da: 'Herfra hentes de nye mellemværender (ØiR) i stedet for fra den fælles adresse. Lad feltet stå tomt, hvis alt hentes samme sted.',
        en: 'New debts (ØiR) are fetched from here instead of from the shared address. Leave it empty if everything is fetched from one place.',
      },
      ...anAddress('https://bibliotek.example/gebyrer/oir', '/gebyrer/oir'),
    },
    {
      name: 'credentials',
      label: { da: 'Send lånerens login med', en: 'Send the patron’s login' },
      explains: {
        da: 'Om lånerens login (cookies) følger med, når mellemværenderne hentes. De fleste skal ikke ændre det; spørg den, der driver hjemmesiden.',
        en: 'Whether the patron’s login (cookies) goes along when debts are fetched. Most need not change it; ask whoever runs the website.',
      },
      ...aChoice(
        ['same-origin', 'Kun til jeres eget websted', 'Only to your own website'],
        ['omit', 'Aldrig', 'Never'],
        ['include', 'Også til andre websteder', 'To other websites too'],
      ),
    },
  ],
};

const SHOWN: Group = {
  id: 'shown',
  title: { da: 'Hvad I viser', en: 'What you show' },
  lead: {
    da: 'Hvilke mellemværender lånerne ser, og hvordan de ser dem.',
    en: 'Which debts patrons see, and how they see them.',
  },
  fields: [
    {
      name: 'systems',
      label: { da: 'Mellemværender, der vises', en: 'Debts shown' },
      explains: {
        da: 'Om lånerne ser både gamle og nye mellemværender eller kun den ene slags. Vis fx kun de nye, når alt er overført.',
        en: 'Whether patrons see both old and new debts, or only one kind. Show only the new ones, for example, once everything has been transferred.',
      },
      ...aChoice(
        ['both', 'Både gamle og nye', 'Both old and new'],
        ['dibs', 'Kun gamle (DIBS)', 'Only old (DIBS)'],
        ['oir', 'Kun nye (ØiR)', 'Only new (ØiR)'],
      ),
    },
    {
      name: 'selection',
      label: { da: 'Enkelte eller alle', en: 'Single ones or all' },
      explains: {
        da: 'Om låneren kan vælge, hvad der skal betales, eller kun kan betale alt på én gang. Vælg fx »Altid alt på én gang«, hvis I ikke vil have gebyrer betalt ét for ét.',
        en: 'Whether patrons can pick what to pay, or can only pay all at once. Choose “Always all at once”, for example, if you do not want fees paid one by one.',
      },
      ...aChoice(
        ['', 'Vælg på hjemmesiden, alt i appen', 'Pick on website, all in app'],
        ['any', 'Låneren kan altid vælge', 'The patron can always pick'],
        ['all', 'Altid alt på én gang', 'Always all at once'],
      ),
    },
    {
      name: 'headingLevel',
      label: { da: 'Overskriftens niveau', en: 'Heading level' },
      explains: {
        da: 'Hvor overskriften står blandt sidens andre overskrifter, så en skærmlæser kan finde vej. Er sidens titel niveau 1, så skriv 2.',
        en: 'Where the heading stands among the other headings of the page, so that a screen reader finds its way. If the page’s title is level 1, write 2.',
      },
      ...aNumber('et helt tal fra 1 til 6', 'a whole number from 1 to 6', '2'),
    },
    {
      name: 'view',
      label: { da: 'Hel eller kort visning', en: 'Full or short view' },
      explains: {
        da: 'Hele oversigten eller én linje med antal, beløb og et link til den: til en forside.',
        en: 'The whole overview, or one line with number, amount and a link to it: for a front page.',
      },
      ...aChoice(
        ['full', 'Hele oversigten', 'The whole overview'],
        ['summary', 'Én linje', 'One line'],
      ),
    },
    {
      name: 'overviewUrl',
      label: { da: 'Link til hele oversigten', en: 'Link to the whole overview' },
      explains: {
        da: 'Siden, som den korte visning fører til.',
        en: 'The page that the short view leads to.',
      },
      ...anAddress('https://bibliotek.example/mellemvaerender', '/mellemvaerender'),
    },
    {
      name: 'fbiUrl',
      label: { da: 'Adresse for titler', en: 'Address for titles' },
      explains: {
        da: 'Herfra hentes titler og forsider, så låneren kan se, hvad et gebyr gælder.',
        en: 'Titles and covers are fetched from here, so that patrons see what a fee is for.',
      },
      inWorkbench: {
        da: 'I forhåndsvisningen er de opdigtede.',
        en: 'In the preview they are invented.',
      },
      ...anAddress('https://fbi.example/graphql', '/titler'),
    },
  ],
};

const PAY: Group = {
  id: 'pay',
  title: { da: 'Hvor man betaler', en: 'Where one pays' },
  lead: {
    da: 'Hvor gamle mellemværender (DIBS) og nye (ØiR) betales. Hvor der ikke kan betales, siger en tekst, hvad låneren kan gøre i stedet.',
    en: 'Where old debts (DIBS) and new ones (ØiR) are paid. Where nothing can be paid, a text tells patrons what to do instead.',
  },
  fields: [
    {
      name: 'dibsPaymentUrl',
      label: { da: 'Adresse for betaling her', en: 'Address for paying here' },
      explains: {
        da: 'Her begynder betalingen af gamle mellemværender (DIBS). Uden den er der ingen betalingsknap på hjemmesiden.',
        en: 'The payment of old debts (DIBS) starts here. Without it there is no pay button on the website.',
      },
      ...anAddress('https://bibliotek.example/betaling', '/betaling'),
    },
    {
      name: 'paymentOrigins',
      label: { da: 'Tilladte betalingssider', en: 'Allowed payment pages' },
      explains: {
        da: 'De steder, låneren må sendes hen for at betale; alle andre bliver afvist. Er feltet tomt, gælder kun det websted, hvor betalingen begynder.',
        en: 'The places a patron may be sent to for paying; all others are refused. If it is empty, only the website where the payment starts is allowed.',
      },
      kind: 'text',
      example: 'https://betaling.example mobilepay:',
      takes: {
        da: 'Skriv betalingssidens adresse uden noget efter navnet, fx https://betaling.example. Sæt mellemrum mellem flere; appen mobilepay: skrives med kolon.',
        en: 'Write the address of the payment page with nothing after its name, e.g. https://betaling.example. Put spaces between several; the app mobilepay: is written with a colon.',
      },
    },
    {
      name: 'mobilepay',
      label: { da: 'MobilePay i appen', en: 'MobilePay in the app' },
      explains: {
        da: 'Sæt kryds, hvis kommunen har købt MobilePay i appen: så kan gamle mellemværender betales dér. Ellers viser appen en tekst i stedet for knappen.',
        en: 'Tick it if the municipality has bought MobilePay in the app: old debts can then be paid there. Otherwise the app shows a text in place of the button.',
      },
      kind: 'flag',
      example: 'true',
      takes: {
        da: 'Sæt kryds, hvis I har MobilePay i appen. Ellers skal feltet stå uden kryds.',
        en: 'Tick it if you have MobilePay in the app. Otherwise leave it without a tick.',
      },
    },
    {
      name: 'oirPaymentUrl',
      label: { da: 'Betalingsstedets adresse', en: 'Payment site’s address' },
      explains: {
        da: 'Kommunens side, hvor nye mellemværender (ØiR) betales; en knap fører derhen. Har kommunen ingen, så lad feltet stå tomt: så vises en tekst i stedet.',
        en: 'The municipality’s page where new debts (ØiR) are paid; a button leads there. If the municipality has none, leave it empty: a text is shown instead.',
      },
      kind: 'url',
      example: 'https://betalingssted.example/kommune',
      takes: {
        da: 'Skriv adressen med https i fuld længde, fx https://betalingssted.example/kommune. Den må ikke indeholde brugernavn eller adgangskode.',
        en: 'Write out the whole address with https, e.g. https://betalingssted.example/kommune. It may not contain a user name or password.',
      },
    },
    {
      name: 'oirPaymentName',
      label: { da: 'Betalingsstedets navn', en: 'Payment site’s name' },
      explains: {
        da: 'Det navn, lånerne kender. Når betalingsstedets adresse er udfyldt, står navnet på knappen og i teksterne. Er feltet tomt, står der »kommunens betalingsside«.',
        en: 'The name patrons know. When the payment site’s address is filled in, the name stands on the button and in the texts. If it is empty, they say “the municipality’s payment site”.',
      },
      kind: 'text',
      example: 'Mit Betalingsoverblik',
      takes: {
        da: 'Skriv et navn, fx Mit Betalingsoverblik.',
        en: 'Write a name, e.g. Mit Betalingsoverblik.',
      },
    },
    {
      name: 'registrationHours',
      label: { da: 'Timer, før betaling ses', en: 'Hours before payment shows' },
      explains: {
        da: 'Hvor længe der kan gå, før en betaling hos kommunen kan ses her. Lånerne får tallet at vide, så ingen betaler to gange.',
        en: 'How long it can take before a payment to the municipality shows here. Patrons are told, so that nobody pays twice.',
      },
      ...aNumber('et antal timer fra 0 til 8760', 'a number of hours from 0 to 8760', '72'),
    },
  ],
};

const SAY: Group = {
  id: 'say',
  title: { da: 'Hvad I siger', en: 'What you say' },
  lead: {
    da: 'Links, der hjælper låneren videre, og det sprog, oversigten taler.',
    en: 'Links that help patrons on, and the language the overview speaks.',
  },
  fields: [
    {
      name: 'termsUrl',
      label: { da: 'Betalingsbetingelser', en: 'Terms of payment' },
      explains: {
        da: 'Siden med jeres betalingsbetingelser. Linket står ved knappen til betaling her; uden knap eller adresse er der intet link.',
        en: 'The page with your terms of payment. The link stands by the button for paying here; without a button or an address there is no link.',
      },
      ...anAddress('https://bibliotek.example/betingelser', '/betingelser'),
    },
    {
      name: 'ratesUrl',
      label: { da: 'Takster', en: 'Rates' },
      explains: {
        da: 'Siden, hvor låneren kan se, hvad gebyrer koster; linket står nederst. Uden adresse er der intet link.',
        en: 'The page where patrons see what fees cost; the link stands at the bottom. Without an address there is no link.',
      },
      ...anAddress('https://bibliotek.example/takster', '/takster'),
    },
    {
      name: 'helpUrl',
      label: { da: 'Kontakt og hjælp', en: 'Contact and help' },
      explains: {
        da: 'Siden, hvor låneren kan få fat i jer; linket står nederst. Uden adresse er der intet link.',
        en: 'The page where patrons can reach you; the link stands at the bottom. Without an address there is no link.',
      },
      ...anAddress('https://bibliotek.example/kontakt', '/kontakt'),
      takes: {
        da: 'Skriv en adresse, der begynder med https://, fx https://bibliotek.example/kontakt, eller med / på jeres eget websted, fx /kontakt. Et telefonnummer skrives tel:+4512345678, en mailadresse mailto:navn@bibliotek.example.',
        en: 'Write an address that begins with https://, e.g. https://bibliotek.example/kontakt, or with / on your own website, e.g. /kontakt. A phone number is written tel:+4512345678, a mail address mailto:name@bibliotek.example.',
      },
    },
    {
      name: 'lang',
      label: { da: 'Sprog', en: 'Language' },
      explains: {
        da: 'Det sprog, oversigten taler. Vælger I intet, følger den sidens sprog.',
        en: 'The language the overview speaks. Without a choice it follows the page.',
      },
      ...aChoice(
        ['', 'Som siden', 'As the page'],
        ['da', 'Dansk', 'Danish'],
        ['en', 'Engelsk', 'English'],
      ),
    },
  ],
};

/** The link to log in. It is no setting, but the content of a slot. */
export const LOGIN_FIELD: Pick<Field, 'label' | 'explains' | 'takes' | 'example'> = {
  label: { da: 'Adresse på login', en: 'Address of the login' },
  explains: {
    da: 'Siden, hvor låneren logger ind. Er låneren blevet logget ud, vises et link dertil, »Log ind«. Uden adresse er der intet link.',
    en: 'The page where the patron logs in. A patron who has been logged out gets a link to it, “Log ind”. Without an address there is no link.',
  },
  ...anAddress('https://bibliotek.example/login', '/login'),
};

export const GROUPS: readonly Group[] = [WHO, SHOWN, PAY, SAY];

/** Settings that the workbench sets itself, because it shows both channels and any day. */
export const WORKBENCH_FIELDS: readonly Pick<Field, 'name' | 'label' | 'takes'>[] = [
  {
    name: 'channel',
    label: { da: 'Hjemmeside eller app', en: 'Website or app' },
    takes: {
      da: 'Skriv cms for en hjemmeside eller app for en app.',
      en: 'Write cms for a website, or app for an app.',
    },
  },
  {
    name: 'previewDate',
    label: { da: 'Dag for forhåndsvisning', en: 'Day of the preview' },
    takes: aDate('2021-12-01').takes,
  },
];

/** Every setting with a label. */
export const FIELDS: readonly Pick<Field, 'name' | 'label' | 'takes'>[] = [
  ...GROUPS.flatMap(({ fields }) => fields),
  ...WORKBENCH_FIELDS,
];

export const labelOf = (name: SettingName): BilingualText =>
  FIELDS.find((field) => field.name === name)?.label ?? { da: name, en: name };
