import { both, fee, inDays, many, newDebts, oldDebts } from './fixtures.js';
import type { Answer } from './network/network.js';

/** The settings that name an endpoint. */
export type EndpointName = 'fees-url' | 'dibs-fees-url' | 'oir-fees-url';

/** One state of the widget: its settings, and the responses of its endpoints. */
export interface State {
  readonly name: string;
  /** In Danish, for the page that shows all states. */
  readonly title: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly config?: object;
  /** The response of each endpoint that is set. */
  readonly answers: Readonly<Partial<Record<EndpointName, Answer>>>;
}

type Attributes = Record<string, string>;

/** The settings of a library during the transition. */
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

/** The summary on a profile page. */
const line = (): Attributes => library({ view: 'summary', 'overview-url': '#oversigt' });

const SITE = ['oir-payment-url', 'oir-payment-name'];

/** An error with so long a Retry-After that the widget leaves the next attempt to the patron. */
const broken: Answer = { status: 503, headers: { 'Retry-After': '120' }, body: {} };

/** A state with one endpoint for both systems. */
const oneEndpoint = (
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

/** A state with one endpoint for each system. */
const twoEndpoints = (name: string, title: string, dibs: Answer, oir: Answer): State => ({
  name,
  title,
  attributes: library(),
  answers: { 'dibs-fees-url': dibs, 'oir-fees-url': oir },
});

export const states = (): readonly State[] => [
  oneEndpoint('loading', 'Henter', { delay: 'infinite' }),
  oneEndpoint('both', 'Begge systemer', { body: both() }),
  oneEndpoint('both-english', 'Begge systemer, engelsk', { body: both() }, library({ lang: 'en' })),
  oneEndpoint(
    'both-arabic',
    'Begge systemer, arabisk (fra højre mod venstre)',
    { body: both() },
    library({ lang: 'ar' }),
  ),
  oneEndpoint('old-only', 'Kun gamle mellemværender', { body: oldDebts() }),
  oneEndpoint('new-only', 'Kun nye mellemværender', { body: newDebts() }),
  oneEndpoint('one', 'Ét gebyr', { body: [fee({ amount: 230 })] }),
  oneEndpoint('empty', 'Ingen', { body: [] }),
  oneEndpoint(
    'empty-dibs',
    'Ingen, kun DIBS vises',
    { body: newDebts() },
    library({ systems: 'dibs' }),
  ),
  oneEndpoint(
    'empty-oir',
    'Ingen, kun ØiR vises',
    { body: oldDebts() },
    library({ systems: 'oir' }),
  ),
  twoEndpoints('dibs-failed', 'Biblioteket svarer ikke', broken, { body: newDebts() }),
  twoEndpoints(
    'oir-failed',
    'Kommunen svarer ikke',
    { body: oldDebts() },
    { text: '<html>Login</html>' },
  ),
  twoEndpoints('both-failed', 'Ingen svarer', broken, { status: 404, body: {} }),
  oneEndpoint('failed', 'Den fælles kilde svarer ikke', broken),
  oneEndpoint('unauthorized', 'Ikke logget ind', { status: 401, body: {} }),
  oneEndpoint('unreadable', 'Noget kan ikke læses', {
    body: [...both(), { feeId: 9, amount: 'x', payableByClient: true }, null],
  }),
  twoEndpoints(
    'not-payable',
    'Et af flere kan ikke betales her',
    { body: [...oldDebts(), fee({ payableByClient: false })] },
    { body: [] },
  ),
  oneEndpoint(
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
  oneEndpoint('all-or-nothing', 'Alt på én gang', { body: both() }, library({ selection: 'all' })),
  oneEndpoint(
    'before',
    'Før skæringsdatoen',
    { body: both() },
    library({ 'switch-date': inDays(30) }),
  ),
  oneEndpoint('after', 'Efter DIBS', { body: both() }, library({ 'dibs-end-date': inDays(-5) })),
  oneEndpoint('no-site', 'Intet betalingssted', { body: both() }, without(SITE)),
  oneEndpoint('no-payment', 'Ingen betaling her', { body: both() }, without(['dibs-payment-url'])),
  oneEndpoint(
    'app-mobilepay',
    'App, MobilePay',
    { body: both() },
    library({ channel: 'app', mobilepay: '' }),
  ),
  oneEndpoint('app', 'App, uden MobilePay', { body: both() }, library({ channel: 'app' })),
  oneEndpoint(
    'app-no-site',
    'App, intet betalingssted',
    { body: newDebts() },
    without(SITE, { channel: 'app' }),
  ),
  oneEndpoint(
    'preview',
    'Forhåndsvisning med fejl i opsætningen',
    { body: both() },
    library({ 'preview-date': inDays(130), 'heading-level': '9' }),
    { texts: { da: { 'oir.go': 'Betal {beløb}', 'intro.after': 'Nu betaler du på {name}.' } } },
  ),
  oneEndpoint('many', 'Mange', { body: many(24) }),
  oneEndpoint('titles', 'Med titler', { body: both() }, library({ 'fbi-url': 'demo-api/fbi' })),
  oneEndpoint('summary', 'Én linje', { body: both() }, line()),
  oneEndpoint('summary-empty', 'Én linje, ingen', { body: [] }, line()),
  oneEndpoint('summary-failed', 'Én linje, ingen svarer', broken, line()),
];

/** The path of a state's endpoint, relative to the page. */
export const pathOf = (state: State, endpoint: string): string =>
  `demo-api/${state.name}/${endpoint}`;
