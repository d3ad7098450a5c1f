import { isObject } from '../../util/json.js';
import { calendarDate } from '../../util/time.js';
import type { Claim } from './claims.js';
import { isSent, type Order, type OrderLine, type SentOrder } from './order.js';
import type { TabMessage } from './payment-store.js';
import type { AcceptedOrder } from './state.js';
import type { StoredState } from './stored-state.js';

/** Returns the value, without what it does not know. Throws where the value has another shape. */
type Parser<T> = (value: unknown) => T;

const check =
  <T>(test: (value: unknown) => boolean): Parser<T> =>
  (value) => {
    if (!test(value)) throw new TypeError();
    return value as T;
  };

const ofType = <T>(type: string): Parser<T> => check((value) => typeof value === type);
const text = ofType<string>('string');
const flag = ofType<boolean>('boolean');
const time = check<number>(Number.isFinite);
const oneOf = <T extends string>(...values: readonly T[]): Parser<T> => check((value) => values.includes(value as T));
const optional =
  <T>(parse: Parser<T>): Parser<T | undefined> =>
  (value) =>
    value === undefined ? value : parse(value);
const list =
  <T>(parse: Parser<T>): Parser<readonly T[]> =>
  (value) =>
    check<unknown[]>(Array.isArray)(value).map(parse);
const shape =
  <T extends object>(parsers: { readonly [Name in keyof Required<T>]: Parser<T[Name]> }): Parser<T> =>
  (value) => {
    const fields = check<Record<string, unknown>>(isObject)(value);
    const entries = Object.entries<Parser<unknown>>(parsers).map(
      ([name, parse]) => [name, parse(fields[name])] as const,
    );
    return Object.fromEntries(entries.filter(([, field]) => field !== undefined)) as T;
  };

const claim = shape<Claim>({
  key: text,
  feeIds: list(text),
  until: time,
  inProgress: flag,
  sent: flag,
  failed: list(text),
  afterPatronChange: optional(oneOf('paying', 'registering')),
});

const order = shape<Order>({
  key: text,
  lines: list(
    shape<OrderLine>({
      feeId: text,
      amount: check(Number.isSafeInteger),
      type: oneOf('fee', 'compensation', 'other'),
      createdOn: optional(check((value) => calendarDate(value) !== undefined)),
      failed: optional(flag),
    }),
  ),
  sources: list(text),
  paymentUrl: text,
  patron: optional(text),
  returnUrl: text,
  language: text,
  channel: oneOf('cms', 'app'),
  requestedAt: time,
  id: optional(text),
});

const sentOrder: Parser<SentOrder> = (value) => check<SentOrder>((one) => isSent(one as Order))(order(value));

/** Parses a message of another page of the site. Throws where it is none. */
export const parseMessage = shape<TabMessage>({
  hello: optional(flag),
  claim: optional(claim),
  relayed: optional(flag),
  released: optional(text),
  ended: optional(flag),
  returned: optional(shape({ orderId: text, result: text })),
  order: optional(sentOrder),
});

/** Parses what is stored. Throws where something else has written there. */
export const parseStored = shape<StoredState>({
  currents: list(
    shape({
      is: oneOf('starting', 'requested', 'away', 'open'),
      order,
      again: optional(flag),
    }) as Parser<StoredState['currents'][number]>,
  ),
  accepted: list(
    shape<AcceptedOrder>({
      order: sentOrder,
      at: time,
      watched: flag,
      pending: list(text),
      contested: optional(flag),
    }),
  ),
  otherClaims: list(claim),
  ended: list(text),
});
