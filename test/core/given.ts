import { configure, type Configuration } from '../../src/config/configuration.js';
import type { Settings } from '../../src/config/settings.js';
import { overviewOf, type Overview, type SystemOverview } from '../../src/debts/overview.js';
import type { Debt } from '../../src/debts/debt.js';
import type { DebtorSystem } from '../../src/config/settings.js';
import { endpointsOf } from '../../src/fees/endpoints.js';
import { parseFees } from '../../src/fees/fee.js';
import type { FailureKind } from '../../src/http/failure.js';
import type { EndpointState } from '../../src/fees/endpoints.js';
import { calendarDate, type CalendarDate } from '../../src/util/time.js';

export const PAGE = 'https://library.example/user/me/fees';

export type Attributes = Readonly<Record<string, string>>;

/** What an endpoint answers, by its attribute: entries, a failure, or nothing yet. */
export type Answers = Readonly<Record<string, readonly unknown[] | FailureKind | 'loading'>>;

/** Throws when a value is missing. */
export function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('The test expects something here.');
  return value;
}

export const day = (raw: string): CalendarDate => present(calendarDate(raw));

export const configured = (
  attributes: Attributes = {},
  config?: unknown,
  json?: string,
): Configuration =>
  configure({ attribute: (name) => attributes[name] ?? null, config, json }, PAGE);

export const settingsOf = (attributes?: Attributes): Settings => configured(attributes).settings;

/** Sets whether the browser says that it is online, in place of what the machine of the test is. */
export function setOnLine(onLine: boolean): void {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => onLine });
}

/** One entry as FBS writes it. */
export const fee = (different: object = {}): Record<string, unknown> => ({
  feeId: 434536,
  type: 'fee',
  reasonMessage: 'Gebyr (for sent)',
  amount: 70,
  dueDate: '2022-05-08',
  creationDate: '2022-04-06',
  paidDate: null,
  payableByClient: true,
  materials: [{ materialItemNumber: '5160562503', recordId: '53161480', periodical: null }],
  ...different,
});

/** The same entry without these fields. */
export function feeWithout(...names: string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fee()).filter(([name]) => !names.includes(name)));
}

/** The attributes of these endpoints. */
export const addresses = (answers: Answers): Attributes =>
  Object.fromEntries(Object.keys(answers).map((name) => [name, `/${name}`]));

export const endpointStatesOf = (settings: Settings, answers: Answers): EndpointState[] =>
  endpointsOf(settings).map((endpoint) => {
    const answer = answers[endpoint.url?.slice(1) ?? ''] ?? 'invalid';
    const rest = { endpoint, fetching: false, retrying: false };
    if (answer === 'loading') return { ...rest, status: 'loading', fetching: true };
    if (typeof answer === 'string') return { ...rest, status: 'failed', failure: answer };
    return { ...rest, status: 'ready', fees: parseFees(answer), readAt: 1 };
  });

/** The overview for these answers and attributes. */
export function overviewFor(
  answers: Answers,
  attributes: Attributes = {},
  today = '2022-06-15',
): Overview {
  const settings = settingsOf({ ...addresses(answers), ...attributes });
  return overviewOf(endpointStatesOf(settings, answers), day(today), settings.switchDate);
}

export const systemIn = (overview: Overview, system: DebtorSystem): SystemOverview =>
  present(overview.systems.find((shown) => shown.system === system));

export const debtsIn = (overview: Overview): Debt[] =>
  overview.systems.flatMap(({ debts }) => debts);

/** `dibs: 1 2 | oir: 3`, for comparison. */
export const idsIn = (overview: Overview): string =>
  overview.systems
    .map(({ system, debts }) => `${system}: ${debts.map(({ feeId }) => feeId).join(' ')}`.trim())
    .join(' | ');
