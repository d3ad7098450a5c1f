import { both, fee, inDays, many, newDebts, oldDebts } from './fixtures.js';
import type { Answer } from './network/network.js';

/** The settings that name an endpoint. */
export type EndpointName = 'fees-url' | 'dibs-fees-url' | 'oir-fees-url';

/** One situation of the widget: how it is set, and what the endpoints answer. */
export interface State {
  readonly name: string;
  /** In Danish, for the page of all states. */
  readonly title: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly config?: object;
  /** The endpoints that are there. */
  readonly answers: Readonly<Partial<Record<EndpointName, Answer>>>;
}

type Attributes = Record<string, string>;

/** A library in the middle of the change. */
export const library = (over: Attributes = {}): Attributes => ({
  'switch-date': inDays(-45),
  'dibs-end-date': inDays(120),
  'oir-payment-url': 'https://betalingsoverblik.example/',
  'oir-payment-name': 'Mit Betalingsoverblik',
  'dibs-payment-url': '/payment/start',
  'terms-url': '#betingelser',
  'rates-url': '#takster',
  'help-url': '#kontakt',
  ...over,
});

const without = (names: readonly string[], over: Attributes = {}): Attributes =>
  Object.fromEntries(Object.entries(library(over)).filter(([name]) => !names.includes(name)));

/** The one line of a profile page. */
const line = (): Attributes => library({ view: 'summary', 'overview-url': '#oversigt' });

const SITE = ['oir-payment-url', 'oir-payment-name'];

/** Refused, with a wish for so much patience that the widget leaves the next try to the patron. */
const broken: Answer = { status: 503, headers: { 'Retry-After': '120' }, body: {} };

/** A state whose debts all come from one endpoint. */
const shared = (
  name: string,
  title: string,
  answer: Answer,
  attributes = library(),
  config?: object,
): State => ({
  name,
  title,
  attributes,
  answers: { 'fees-url': answer },
  ...(config && { config }),
});

/** A state whose systems have an endpoint each. */
const apart = (name: string, title: string, dibs: Answer, oir: Answer): State => ({
  name,
  title,
  attributes: library(),
  answers: { 'dibs-fees-url': dibs, 'oir-fees-url': oir },
});

export const states = (): readonly State[] => [
  shared('loading', 'Henter', { delay: 'infinite' }),
  shared('both', 'Begge systemer', { body: both() }),
  shared('both-english', 'Begge systemer, engelsk', { body: both() }, library({ lang: 'en' })),
  shared(
    'both-arabic',
    'Begge systemer, arabisk (fra højre mod venstre)',
    { body: both() },
    library({ lang: 'ar' }),
  ),
  shared('old-only', 'Kun gamle mellemværender', { body: oldDebts() }),
  shared('new-only', 'Kun nye mellemværender', { body: newDebts() }),
  shared('one', 'Ét gebyr', { body: [fee({ amount: 230 })] }),
  shared('empty', 'Ingen', { body: [] }),
  shared('empty-dibs', 'Ingen, kun DIBS vises', { body: newDebts() }, library({ systems: 'dibs' })),
  shared('empty-oir', 'Ingen, kun ØiR vises', { body: oldDebts() }, library({ systems: 'oir' })),
  apart('dibs-failed', 'Biblioteket svarer ikke', broken, { body: newDebts() }),
  apart('oir-failed', 'Kommunen svarer ikke', { body: oldDebts() }, { text: '<html>Login</html>' }),
  apart('both-failed', 'Ingen svarer', broken, { status: 404, body: {} }),
  shared('failed', 'Den fælles kilde svarer ikke', broken),
  shared('unauthorized', 'Ikke logget ind', { status: 401, body: {} }),
  shared('unreadable', 'Noget kan ikke læses', {
    body: [...both(), { feeId: 9, amount: 'x', payableByClient: true }, null],
  }),
  apart(
    'not-payable',
    'Et af flere kan ikke betales her',
    { body: [...oldDebts(), fee({ payableByClient: false })] },
    { body: [] },
  ),
  shared(
    'locked',
    'Noget er ved at blive betalt',
    {
      body: [
        fee({ amount: 35, paymentStatus: 'reserved' }),
        fee({ amount: 230, paymentStatus: 'completed' }),
        fee({ paymentStatus: 'failed' }),
        ...oldDebts(),
      ],
    },
    library({ systems: 'dibs' }),
  ),
  shared('all-or-nothing', 'Alt på én gang', { body: both() }, library({ selection: 'all' })),
  shared('before', 'Før skæringsdatoen', { body: both() }, library({ 'switch-date': inDays(30) })),
  shared('after', 'Efter DIBS', { body: both() }, library({ 'dibs-end-date': inDays(-5) })),
  shared('no-site', 'Intet betalingssted', { body: both() }, without(SITE)),
  shared('no-payment', 'Ingen betaling her', { body: both() }, without(['dibs-payment-url'])),
  shared(
    'app-mobilepay',
    'App, MobilePay',
    { body: both() },
    library({ channel: 'app', mobilepay: '' }),
  ),
  shared('app', 'App, uden MobilePay', { body: both() }, library({ channel: 'app' })),
  shared(
    'app-no-site',
    'App, intet betalingssted',
    { body: newDebts() },
    without(SITE, { channel: 'app' }),
  ),
  shared(
    'preview',
    'Forhåndsvisning med fejl i opsætningen',
    { body: both() },
    library({ 'preview-date': inDays(130), 'heading-level': '9' }),
    { texts: { da: { 'oir.go': 'Betal {beløb}', 'intro.after': 'Nu betaler du på {name}.' } } },
  ),
  shared('many', 'Mange', { body: many(24) }),
  shared('titles', 'Med titler', { body: both() }, library({ 'fbi-url': 'demo-api/fbi' })),
  shared('summary', 'Én linje', { body: both() }, line()),
  shared('summary-empty', 'Én linje, ingen', { body: [] }, line()),
  shared('summary-failed', 'Én linje, ingen svarer', broken, line()),
];

/** Where a state's endpoint is, relative to the page. */
export const pathOf = (state: State, endpoint: string): string =>
  `demo-api/${state.name}/${endpoint}`;
