import { delay, http, HttpResponse, type RequestHandler } from 'msw';
import { catalogueAnswer } from '../catalogue.js';
import type { Fee } from '../fixtures.js';

/** How the library answers when a payment is to be started. */
export const STARTS = {
  ok: 'Betalingen starter',
  paying: 'Afvist: er ved at blive betalt (409)',
  paid: 'Afvist: er allerede betalt (410)',
  changed: 'Afvist: beløbet har ændret sig (422)',
  lost: 'Biblioteket svarer ikke (503)',
  login: 'Låneren er logget ud (401)',
  nonsense: 'Biblioteket svarer noget vrøvl (200 med HTML)',
} as const;

export type StartName = keyof typeof STARTS;

/** How it ends at the gateway. */
export const ENDS = {
  paid: { title: 'Betal', result: 'accepted', registeredAfter: 0 },
  slow: { title: 'Betal, og registrér langsomt', result: 'accepted', registeredAfter: 12_000 },
  never: { title: 'Betal, og registrér aldrig', result: 'accepted', registeredAfter: Infinity },
  refused: {
    title: 'Betal, men bibliotekssystemet afviser',
    result: 'accepted',
    registeredAfter: Infinity,
    refused: true,
  },
  declined: { title: 'Kortet afvises', result: 'failed', registeredAfter: Infinity },
  cancelled: { title: 'Annullér', result: 'cancelled', registeredAfter: Infinity },
} as const;

export type EndName = keyof typeof ENDS;

interface End {
  readonly result: string;
  /** In milliseconds. */
  readonly registeredAfter: number;
  /** FBS does not take the payment, and nothing is charged. */
  readonly refused?: boolean;
}

export interface Order {
  readonly id: string;
  readonly feeIds: readonly string[];
  /** In øre. */
  readonly amount: number;
  readonly returnUrl: string;
  readonly channel: 'cms' | 'app';
}

/** What the library has of this tab's patron: the demo has no server, so it is kept in the tab. */
interface Books {
  readonly start: StartName;
  readonly orders: Readonly<Record<string, Order>>;
  /** When FBS stops listing a debt, in milliseconds since 1970. */
  readonly goneAt: Readonly<Record<string, number>>;
  /** The debts whose last payment has failed. */
  readonly failed: readonly string[];
}

const KEY = 'demo-library';
const EMPTY: Books = { start: 'ok', orders: {}, goneAt: {}, failed: [] };

export const books = (): Books => ({
  ...EMPTY,
  ...(JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Partial<Books>),
});

const write = (change: Partial<Books>): void =>
  sessionStorage.setItem(KEY, JSON.stringify({ ...books(), ...change }));

export const setStart = (start: StartName): void => write({ start });

/** As it was before the first payment, for the library and for the widget. */
export const beginAgain = (): void => sessionStorage.clear();

/** The order ends; answers where the browser goes. */
export function end({ id, feeIds, returnUrl }: Order, name: EndName): string {
  const { result, registeredAfter, refused = false } = ENDS[name] as End;
  if (refused) write({ failed: feeIds });
  if (registeredAfter < Infinity) {
    const gone = feeIds.map((feeId) => [feeId, Date.now() + registeredAfter]);
    write({ goneAt: { ...books().goneAt, ...Object.fromEntries(gone) } });
  }
  const back = new URL(returnUrl);
  back.searchParams.set('ddb-order', id);
  back.searchParams.set('ddb-result', result);
  return back.href;
}

const problem = (status: number): Response =>
  HttpResponse.json(
    { status },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  );

/** What the library answers where it does not start a payment. */
const REFUSALS: Readonly<Record<Exclude<StartName, 'ok'>, () => Response>> = {
  paying: () => problem(409),
  paid: () => problem(410),
  changed: () => problem(422),
  lost: () => new HttpResponse(null, { status: 503 }),
  login: () => new HttpResponse(null, { status: 401 }),
  nonsense: () => HttpResponse.html('<title>Log ind</title>'),
};

/** Notes an order; the same key is the same order. */
export function placeOrder(key: string, asked: Omit<Order, 'id'>): Order {
  const { orders } = books();
  const order = orders[key] ?? { ...asked, id: `FJORD-${1001 + Object.keys(orders).length}` };
  // What had failed before says nothing of this payment.
  write({ orders: { ...orders, [key]: order }, failed: [] });
  return order;
}

const at = (path: string): string => new URL(path, document.baseURI).href;

/** Where an order is paid: in the app MobilePay's own link, which opens MobilePay where that is installed. */
export const paidAt = ({ id, channel }: Order): string =>
  channel === 'app' ? `https://mobilepay.example/${id}` : at(`gateway.html#${id}`);

/** The FBI API, or the library's proxy of it (CONTRACT 8). */
export const catalogue = (): RequestHandler =>
  http.post(at('demo-api/fbi'), async ({ request }) => {
    await delay(700);
    return HttpResponse.json(catalogueAnswer(await request.json()));
  });

/** The debts of whoever asks; none where the library does not know them. */
export type FeesOf = (request: Request) => readonly Fee[] | undefined;

/** The library's server: the debts that are left, what they are for, and the start of a payment (CONTRACT 6 and 8). */
export function libraryOf(fees: readonly Fee[] | FeesOf): RequestHandler[] {
  const feesOf: FeesOf = typeof fees === 'function' ? fees : () => fees;
  return [
    http.get(at('demo-api/fees'), async ({ request }) => {
      await delay(600);
      const { goneAt, failed } = books();
      const left = feesOf(request)
        ?.filter(({ feeId }) => Date.now() < (goneAt[feeId] ?? Infinity))
        .map((fee) =>
          failed.includes(`${fee.feeId}`) ? { ...fee, paymentStatus: 'failed' } : fee,
        );
      return left ? HttpResponse.json(left as never) : REFUSALS.login();
    }),
    catalogue(),
    http.post(at('demo-api/payment'), async ({ request }) => {
      await delay(500);
      const { start } = books();
      if (!feesOf(request)) return REFUSALS.login();
      if (start !== 'ok') return REFUSALS[start]();
      const key = request.headers.get('Idempotency-Key') ?? '';
      const order = placeOrder(key, (await request.json()) as Omit<Order, 'id'>);
      return HttpResponse.json({ orderId: order.id, redirectUrl: paidAt(order) });
    }),
  ];
}
