import type { DebtorSystem } from '../../../src/config/settings.js';
import { systemOf, type SwitchRules } from '../../../src/debts/debtor-system.js';
import { parseFee } from '../../../src/fees/fee.js';
import type { Endpoint } from '../../../src/fees/endpoints.js';
import type { CalendarDate } from '../../../src/util/time.js';
import { catalogueAnswer } from '../../catalogue.js';
import type { Fault } from '../state.js';
import type { PreviewState } from './messages.js';

const jsonResponse = (status: number, body: string | null = '{}', headers = {}): Response =>
  new Response(body, { status, headers: { 'Content-Type': 'application/json', ...headers } });

/** So long a delay that the widget leaves the next attempt to the patron. */
const RETRY_LATER = { 'Retry-After': '120' };

/** As a browser does. The widget asks `navigator.onLine` for the reason. */
function unreachable(): never {
  throw new TypeError('Failed to fetch');
}

const FAULT_RESPONSES: Readonly<Record<Exclude<Fault, 'ok' | 'timeout'>, () => Response>> = {
  network: () => unreachable(),
  login: () => jsonResponse(401),
  forbidden: () => jsonResponse(403),
  missing: () => jsonResponse(404),
  busy: () => jsonResponse(429, '{}', RETRY_LATER),
  server: () => jsonResponse(503, '{}', RETRY_LATER),
  nonsense: () =>
    jsonResponse(200, '<!doctype html><title>Log ind</title>', { 'Content-Type': 'text/html' }),
  nothing: () => jsonResponse(204, null),
};

const wait = (signal: AbortSignal | null | undefined, milliseconds: number): Promise<void> =>
  new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });

/** Whether the entry belongs to the system. An entry without a debt belongs to each. */
function belongsTo(entry: unknown, system: DebtorSystem, rules: SwitchRules): boolean {
  const fee = parseFee(entry);
  return !fee || systemOf(fee, rules) === system;
}

/**
 * Simulates the debtor systems, and the catalogue, which is requested by POST. Nothing leaves the page.
 * @param endpoints the endpoints of the widget
 */
export function simulatedFetch(
  previewState: () => Pick<PreviewState, 'simulation' | 'entries'>,
  endpoints: () => readonly Endpoint[],
  switchDate: () => CalendarDate | undefined = () => undefined,
): typeof fetch {
  return async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const { simulation, entries } = previewState();
    if (simulation.pace === 'offline') return unreachable();
    if (init?.method) {
      await wait(init.signal, 400);
      return jsonResponse(200, JSON.stringify(catalogueAnswer(JSON.parse(String(init.body)))));
    }
    const requested = endpoints().filter((one) => one.url === url);
    const [system = 'dibs', ...others] = requested.flatMap(({ systems }) => systems);
    await wait(init?.signal, simulation.pace === 'slow' ? 4000 : 150);
    // If both systems share an endpoint, the fault of the library's own system applies to both.
    const fault = simulation[system];
    if (fault === 'timeout') await wait(init?.signal, 3_600_000);
    if (fault !== 'ok' && fault !== 'timeout') return FAULT_RESPONSES[fault]();
    const rules = { today: simulation.date, switchDate: switchDate() };
    const shared = requested.every((one) => one.shared);
    const own = entries.filter(
      (entry) => shared || [system, ...others].some((one) => belongsTo(entry, one, rules)),
    );
    return jsonResponse(200, JSON.stringify(own));
  };
}
