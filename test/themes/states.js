import { both, inDays, locked, long, many } from './debts.js';

const LIBRARY = {
  'fees-url': '/fees',
  'switch-date': inDays(-45),
  'dibs-end-date': inDays(120),
  'dibs-payment-url': '/pay',
  'oir-payment-url': 'https://betalingsoverblik.example/',
  'oir-payment-name': 'Mit Betalingsoverblik',
  'terms-url': 'https://bibliotek.example/betingelser',
  'rates-url': 'https://bibliotek.example/takster',
  'help-url': '/kontakt',
};

/** A payment site whose name has 60 letters. */
export const LONG_NAME = 'Selvbetjeningsløsningen for borgerrettede opkrævningsydelser';

/**
 * What a page can show: how the element is set, and what the endpoints answer.
 * @type {Record<string, { set?: Record<string, string>, fees?: () => object[] }>}
 */
export const STATES = {
  both: { fees: both },
  long: { fees: long, set: { 'oir-payment-name': LONG_NAME } },
  many: { fees: () => many(100) },
  failed: { set: { 'fees-url': '', 'dibs-fees-url': '/nowhere', 'oir-fees-url': '/fees' } },
  unauthorized: { set: { 'fees-url': '/login-first' } },
  empty: { fees: () => [] },
  locked: {
    fees: locked,
    set: { 'fees-url': '', 'dibs-fees-url': '/fees', systems: 'dibs' },
  },
  preview: { fees: both, set: { 'preview-date': inDays(1), 'heading-level': '9' } },
  receipt: { fees: both },
  titles: { fees: both },
  summary: { fees: both, set: { view: 'summary', 'overview-url': '/oversigt' } },
};

/** The element as a page writes it. */
export function tagOf(state, over = {}) {
  const { set = {} } = STATES[state];
  const attributes = Object.entries({ ...LIBRARY, ...set, ...over })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}="${value.replace(/^\/(fees|pay)$/, `/$1?state=${state}`)}"`);
  return `<ddb-debt-overview ${attributes.join(' ')}></ddb-debt-overview>`;
}
