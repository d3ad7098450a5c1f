import { delay, http, HttpResponse, type RequestHandler } from 'msw';
import { catalogueAnswer } from '../catalogue.js';
import type { Fee } from '../fixtures.js';

/** The responses of the library to the start of a payment. */
export const START_RESPONSES = {
  ok: 'Betalingen starter',
  paying: 'Afvist: er ved at blive betalt (409)',
  paid: 'Afvist: er allerede betalt (410)',
  changed: 'Afvist: beløbet har ændret sig (422)',
  lost: 'Biblioteket svarer ikke (503)',
  login: 'Låneren er logget ud (401)',
  nonsense: 'Biblioteket svarer noget vrøvl (200 med HTML)',
} as const;

export type StartResponse = keyof typeof START_RESPONSES;

/** The outcomes of a payment at the gateway. */
export const PAYMENT_OUTCOMES = {
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

export type OutcomeName = keyof typeof PAYMENT_OUTCOMES;

interface PaymentOutcome {
  readonly result: string;
  /** In milliseconds. */
  readonly registeredAfter: number;
  /** FBS rejects the payment, and nothing is charged. */
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

/** What the library knows about the patron of this tab. The demo has no server, so the tab stores it. */
interface LibraryState {
  readonly startResponse: StartResponse;
  readonly orders: Readonly<Record<string, Order>>;
  /** When FBS stops listing a debt, in milliseconds since 1970. */
  readonly goneAt: Readonly<Record<string, number>>;
  /** The debts whose last payment has failed. */
  readonly failed: readonly string[];
}

const KEY = 'demo-library';
const INITIAL_STATE: LibraryState = { startResponse: 'ok', orders: {}, goneAt: {}, failed: [] };

export const libraryState = (): LibraryState => ({
  ...INITIAL_STATE,
  ...(JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Partial<LibraryState>),
});

const updateState = (change: Partial<LibraryState>): void =>
  sessionStorage.setItem(KEY, JSON.stringify({ ...libraryState(), ...change }));

export const setStartResponse = (startResponse: StartResponse): void =>
  updateState({ startResponse });

/** Clears what the library and the widget have stored. */
export const resetLibrary = (): void => sessionStorage.clear();

/** Ends the order. Returns the URL to send the browser to. */
export function completePayment({ id, feeIds, returnUrl }: Order, name: OutcomeName): string {
  const { result, registeredAfter, refused = false } = PAYMENT_OUTCOMES[name] as PaymentOutcome;
  if (refused) updateState({ failed: feeIds });
  if (registeredAfter < Infinity) {
    const gone = feeIds.map((feeId) => [feeId, Date.now() + registeredAfter]);
    updateState({ goneAt: { ...libraryState().goneAt, ...Object.fromEntries(gone) } });
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

/** The responses when the library does not start a payment. */
const START_FAILURES: Readonly<Record<Exclude<StartResponse, 'ok'>, () => Response>> = {
  paying: () => problem(409),
  paid: () => problem(410),
  changed: () => problem(422),
  lost: () => new HttpResponse(null, { status: 503 }),
  login: () => new HttpResponse(null, { status: 401 }),
  nonsense: () => HttpResponse.html('<title>Log ind</title>'),
};

/** Stores an order. The same key returns the same order. */
export function placeOrder(key: string, request: Omit<Order, 'id'>): Order {
  const { orders } = libraryState();
  const order = orders[key] ?? { ...request, id: `FJORD-${1001 + Object.keys(orders).length}` };
  // An earlier failure does not concern this payment.
  updateState({ orders: { ...orders, [key]: order }, failed: [] });
  return order;
}

const urlOf = (path: string): string => new URL(path, document.baseURI).href;

/** Where an order is paid. In the app it is a MobilePay link, which opens MobilePay if it is installed. */
export const paymentUrl = ({ id, channel }: Order): string =>
  channel === 'app' ? `https://mobilepay.example/${id}` : urlOf(`gateway.html#${id}`);

/** The FBI API, or the library's proxy for it (CONTRACT 8). */
export const catalogueHandler = (): RequestHandler =>
  http.post(urlOf('demo-api/fbi'), async ({ request }) => {
    await delay(700);
    return HttpResponse.json(catalogueAnswer(await request.json()));
  });

/** The debts of the patron who sent the request; `undefined` if the library does not know the patron. */
export type FeesForRequest = (request: Request) => readonly Fee[] | undefined;

/** The library's server: unpaid debts, their titles, and the start of a payment (CONTRACT 6 and 8). */
export function libraryHandlers(fees: readonly Fee[] | FeesForRequest): RequestHandler[] {
  const feesOf: FeesForRequest = typeof fees === 'function' ? fees : () => fees;
  return [
    http.get(urlOf('demo-api/fees'), async ({ request }) => {
      await delay(600);
      const { goneAt, failed } = libraryState();
      const unpaid = feesOf(request)
        ?.filter(({ feeId }) => Date.now() < (goneAt[feeId] ?? Infinity))
        .map((fee) =>
          failed.includes(`${fee.feeId}`) ? { ...fee, paymentStatus: 'failed' } : fee,
        );
      return unpaid ? HttpResponse.json(unpaid as never) : START_FAILURES.login();
    }),
    catalogueHandler(),
    http.post(urlOf('demo-api/payment'), async ({ request }) => {
      await delay(500);
      const { startResponse } = libraryState();
      if (!feesOf(request)) return START_FAILURES.login();
      if (startResponse !== 'ok') return START_FAILURES[startResponse]();
      const key = request.headers.get('Idempotency-Key') ?? '';
      const order = placeOrder(key, (await request.json()) as Omit<Order, 'id'>);
      return HttpResponse.json({ orderId: order.id, redirectUrl: paymentUrl(order) });
    }),
  ];
}
