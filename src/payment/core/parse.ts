import { isObject } from '../../util/json.js';
import type { TabMessage } from './payment-store.js';
import type { StoredState } from './stored-state.js';

/** An example of each field. A field with a question mark may be missing; a regular expression says what a text looks like. */
type Shape = string | number | boolean | RegExp | readonly [Shape] | { readonly [name: string]: Shape };

/** The value, without fields that the shape does not have. Throws where the value has another shape. */
function parse(value: unknown, shape: Shape): unknown {
  if (Array.isArray(shape) && Array.isArray(value)) return value.map((one) => parse(one, shape[0]));
  if (shape instanceof RegExp && typeof value === 'string' && shape.test(value)) return value;
  if (typeof shape !== 'object' && typeof value === typeof shape && !Number.isNaN(value)) return value;
  if (!isObject(shape) || shape instanceof RegExp || !isObject(value)) throw new TypeError();
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
  'afterPatronChange?': /^(paying|registering)$/,
} as const;

const ORDER = {
  key: '',
  lines: [
    {
      feeId: '',
      amount: 0,
      type: /^(fee|compensation|other)$/,
      'createdOn?': /^(19|2\d)\d\d-(0[1-9]|1[0-2])-([0-2]\d|3[01])$/,
      'failed?': true,
    },
  ],
  sources: [''],
  paymentUrl: '',
  'patron?': '',
  returnUrl: '',
  language: '',
  channel: /^(cms|app)$/,
  requestedAt: 0,
  'id?': '',
} as const;

const SENT_ORDER = { ...ORDER, id: '' } as const;

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
    currents: [{ is: /^(starting|requested|away|open)$/, order: ORDER, 'again?': true }],
    accepted: [{ order: SENT_ORDER, at: 0, watched: true, pending: [''], 'contested?': true }],
    otherClaims: [CLAIM],
    ended: [''],
  }) as StoredState;
