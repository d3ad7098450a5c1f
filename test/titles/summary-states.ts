import { both, fee, inDays, oldDebts } from '../../demo/fixtures.js';
import { json } from '../element/fixture.js';
import { catalogueOf, type Catalogue } from './catalogue.js';

type Attributes = Readonly<Record<string, string | undefined>>;

/** A state of the summary, and its texts. */
export interface SummaryState {
  readonly library: Catalogue;
  readonly attributes: Attributes;
  readonly da: string;
  readonly en: string;
  /** The debts are still being read. */
  readonly loading?: boolean;
}

const SUMMARY: Attributes = { view: 'summary', 'overview-url': '/debts', 'fbi-url': undefined };
const APART: Attributes = {
  'fees-url': undefined,
  'dibs-fees-url': '/dibs',
  'oir-fees-url': '/oir',
};
const NO_SITE: Attributes = { 'oir-payment-url': undefined, 'oir-payment-name': undefined };

/** The attributes of a summary. */
export const summarized = (...more: Attributes[]): Attributes =>
  Object.assign({}, SUMMARY, ...more);

/** Debts with these amounts and this due date. */
const several = (amounts: readonly number[], dueDate: string) =>
  amounts.map((amount) => fee({ amount, dueDate }));

/** Twelve overdue debts of 12.345,67 kr. */
const TWELVE = several([...Array(11).fill(1000), 1345.67], inDays(-9));

const refused = (status: number) => () => json({}, { status });

const state = (
  fees: readonly (object | null)[],
  da: string,
  en: string,
  attributes: Attributes = {},
  list?: Catalogue['list'],
): SummaryState => {
  const library = catalogueOf(fees);
  if (list) library.list = list;
  return { library, attributes: summarized(attributes), da, en };
};

/** Two endpoints, with the answers of the old system and the new one. */
const apart = (
  dibs: Catalogue['list'],
  oir: Catalogue['list'],
  da: string,
  en: string,
): SummaryState =>
  state([], da, en, APART, (url, init) => (url === '/dibs' ? dibs : oir)(url, init));

const FAILED = ['Dine mellemværender kunne ikke hentes', 'We could not get your debts'] as const;
const LOGIN = ['Log ind for at se dine mellemværender', 'Log in to see what you owe'] as const;

/** Creates every state, with its own URLs so that nothing is shared. */
export const summaryStates = (): Readonly<Record<string, SummaryState>> => ({
  'it is being read': {
    ...state(
      [],
      'Henter dine mellemværender …',
      'Getting your debts …',
      {},
      () => new Promise(() => undefined),
    ),
    loading: true,
  },
  'both systems have debts': state(
    both(),
    '4 mellemværender · 512,56 kr. · 1 forfaldent',
    '4 debts · DKK 512.56 · 1 is overdue',
  ),
  'one debt, not due': state(
    [fee({ amount: 230, dueDate: inDays(0) })],
    '1 mellemværende · 230,00 kr.',
    '1 debt · DKK 230.00',
  ),
  'one debt, without a due date': state(
    [fee({ amount: 230, dueDate: null })],
    '1 mellemværende · 230,00 kr.',
    '1 debt · DKK 230.00',
  ),
  'one debt, overdue': state(
    [fee({ dueDate: inDays(-1) })],
    '1 mellemværende · 70,00 kr. · 1 forfaldent',
    '1 debt · DKK 70.00 · 1 is overdue',
  ),
  'several are overdue, one is not': state(
    [...several([70, 30.5], inDays(-40)), fee({ amount: 0.06 })],
    '3 mellemværender · 100,56 kr. · 2 forfaldne',
    '3 debts · DKK 100.56 · 2 are overdue',
  ),
  'twelve are overdue': state(
    TWELVE,
    '12 mellemværender · 12.345,67 kr. · 12 forfaldne',
    '12 debts · DKK 12,345.67 · 12 are overdue',
  ),
  'nothing is owed': state([], 'Du har ingen mellemværender.', 'You have no debts.'),
  'nothing is owed here': state(
    [fee({ payableByClient: false })],
    'Du har ingen mellemværender, der betales her.',
    'You have no debts to pay here.',
    { systems: 'dibs' },
  ),
  'nothing is owed on the payment site': state(
    oldDebts(),
    'Intet at betale på Mit Betalingsoverblik',
    'Nothing to pay on Mit Betalingsoverblik',
    { systems: 'oir' },
  ),
  'nothing is owed to the municipality': state(
    oldDebts(),
    'Intet, der opkræves af kommunen',
    'Nothing collected by the municipality',
    { systems: 'oir', ...NO_SITE },
  ),
  'only the old system is shown': state(
    both(),
    '2 mellemværender · 262,56 kr. · 1 forfaldent',
    '2 debts · DKK 262.56 · 1 is overdue',
    { systems: 'dibs' },
  ),
  'one system failed, the other has debts': apart(
    refused(404),
    () => json([fee({ amount: 250, payableByClient: false })]),
    '1 mellemværende · Mindst 250,00 kr.',
    '1 debt · At least DKK 250.00',
  ),
  'one system failed, the other has twelve overdue': apart(
    () => json(TWELVE),
    refused(404),
    // The number of overdue debts would be a second "at least", and would not fit in one line.
    '12 mellemværender · Mindst 12.345,67 kr.',
    '12 debts · At least DKK 12,345.67',
  ),
  'one system failed, the other has none': apart(refused(404), () => json([]), ...FAILED),
  'both systems failed': apart(refused(404), refused(400), ...FAILED),
  'their one endpoint failed': state([], ...FAILED, {}, refused(404)),
  'there is no endpoint': state([], ...FAILED, { 'fees-url': undefined }),
  'the login has expired': state([], ...LOGIN, {}, refused(401)),
  'the login has expired for one system': apart(() => json(oldDebts()), refused(403), ...LOGIN),
  'the login has expired for one system, the other failed': apart(
    refused(404),
    refused(401),
    ...LOGIN,
  ),
  'something cannot be read': state(
    [fee(), { feeId: 9, amount: 'x', payableByClient: true }],
    '1 mellemværende · Mindst 70,00 kr.',
    '1 debt · At least DKK 70.00',
  ),
  'nothing can be read': state([{ feeId: 9, amount: 'x' }, null], ...FAILED),
});
