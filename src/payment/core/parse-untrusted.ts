import { isObject } from '../../util/json.js';
import { calendarDate } from '../../util/time.js';
import type { TabMessage } from './payment-store.js';
import type { StoredState } from './stored-state.js';

/** An example of each field, or a function that parses it. A field with a question mark may be missing. */
type Shape = string | number | boolean | Parser | readonly [Shape] | { readonly [name: string]: Shape };
type Parser = (value: string) => unknown;

const oneOf =
  (...values: readonly string[]): Parser =>
  (value) =>
    values.find((one) => one === value);

/** The value, without fields that the shape does not have. Throws where the value has another shape. */
function parse(value: unknown, shape: Shape): unknown {
  if (Array.isArray(shape) && Array.isArray(value)) return value.map((one) => parse(one, shape[0]));
  const parsed = typeof shape === 'function' && shape(value as string);
  if (parsed) return parsed;
  if (typeof shape !== 'object' && typeof value === typeof shape && !Number.isNaN(value)) return value;
  if (!isObject(shape) || !isObject(value)) throw new TypeError();
  const entries = Object.entries(shape).map(([field, inner]) => {
    const name = field.replace('?', '');
    const isMissing = name !== field && value[name] === undefined;
    return isMissing ? [] : [[name, parse(value[name], inner as Shape)] as const];
  });
  return Object.fromEntries(entries.flat());
}

const CLAIM = {
  key: '',
  feeIds: [''],
  until: 0,
  inProgress: true,
  sent: true,
  failed: [''],
  'afterPatronChange?': oneOf('paying', 'registering'),
  'otherPatron?': true,
} as const;

const ORDER = {
  key: '',
  lines: [
    {
      feeId: '',
      amount: 0,
      type: oneOf('fee', 'compensation', 'other'),
      'createdOn?': calendarDate,
      'failed?': true,
    },
  ],
  sources: [''],
  paymentUrl: '',
  'patron?': '',
  returnUrl: '',
  language: '',
  channel: oneOf('cms', 'app'),
  requestedAt: 0,
  'id?': '',
} as const;

const SENT_ORDER = { ...ORDER, id: '' } as const;

const CURRENT = { is: oneOf('starting', 'requested', 'away', 'open'), order: ORDER, 'again?': true } as const;
const ACCEPTED = {
  is: oneOf('accepted'),
  order: SENT_ORDER,
  at: 0,
  watched: true,
  pending: [''],
  'contested?': true,
} as const;
const orderEntry = (value: unknown): unknown =>
  parse(value, isObject(value) && value.is === 'accepted' ? ACCEPTED : CURRENT);

/** Parses a message of another page of the site. Throws where it is none. */
export const parseMessage = (data: unknown): TabMessage =>
  parse(data, {
    'hello?': true,
    'claim?': CLAIM,
    'relayed?': true,
    'released?': '',
    'ended?': true,
    'returned?': { orderId: '', result: '' },
    'order?': SENT_ORDER,
  }) as TabMessage;

/** Parses what is stored. Throws where something else has written there. */
export const parseStored = (stored: unknown): StoredState =>
  parse(stored, {
    orders: [orderEntry],
    otherClaims: [CLAIM],
    ended: [''],
  }) as StoredState;
