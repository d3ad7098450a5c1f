import type { DebtorSystem } from '../../../src/config/settings.js';
import { systemOf, type SwitchRules } from '../../../src/debts/classify.js';
import { parseFee } from '../../../src/fees/fee.js';
import type { Endpoint } from '../../../src/fees/endpoints.js';
import type { CalendarDate } from '../../../src/util/calendar-date.js';
import { catalogueAnswer } from '../../catalogue.js';
import type { Fault } from '../bench.js';
import type { Shown } from './messages.js';

const answer = (status: number, body: string | null = '{}', headers = {}): Response =>
  new Response(body, { status, headers: { 'Content-Type': 'application/json', ...headers } });

/** Asks for so much patience that the widget leaves the next try to the patron: the rehearsal need not wait. */
const LATER = { 'Retry-After': '120' };

const FAULTY: Readonly<Record<Exclude<Fault, 'ok' | 'timeout'>, () => Response>> = {
  offline: () => {
    throw new TypeError('Failed to fetch');
  },
  login: () => answer(401),
  forbidden: () => answer(403),
  missing: () => answer(404),
  busy: () => answer(429, '{}', LATER),
  server: () => answer(503, '{}', LATER),
  nonsense: () =>
    answer(200, '<!doctype html><title>Log ind</title>', { 'Content-Type': 'text/html' }),
  nothing: () => answer(204, null),
};

const until = (signal: AbortSignal | null | undefined, milliseconds: number): Promise<void> =>
  new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });

/** Whether a system has an entry of its own. What is nobody's in particular is there in each. */
function isOf(entry: unknown, system: DebtorSystem, rules: SwitchRules): boolean {
  const read = parseFee(entry);
  return !read || systemOf(read, rules) === system;
}

/**
 * Stands in for the debtor systems, and for the catalogue, which is asked by POST: nothing leaves the page. Which of them answers at an address is as in the widget.
 * @param endpoints where the widget reads them
 */
export function systemsOf(
  shown: () => Pick<Shown, 'rehearsal' | 'entries'>,
  endpoints: () => readonly Endpoint[],
  switchDate: () => CalendarDate | undefined = () => undefined,
): typeof fetch {
  return async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const { rehearsal, entries } = shown();
    if (init?.method) {
      await until(init.signal, 400);
      return answer(200, JSON.stringify(catalogueAnswer(JSON.parse(String(init.body)))));
    }
    const asked = endpoints().filter((one) => one.url === url);
    const [system = 'dibs', ...others] = asked.flatMap(({ systems }) => systems);
    await until(init?.signal, rehearsal.pace === 'slow' ? 4000 : 150);
    // Where one endpoint answers for both, what befalls the library's own system befalls both.
    const fault = rehearsal[system];
    if (fault === 'timeout') await until(init?.signal, 3_600_000);
    if (fault !== 'ok' && fault !== 'timeout') return FAULTY[fault]();
    const rules = { today: rehearsal.date, switchDate: switchDate() };
    const shared = asked.every((one) => one.shared);
    const own = entries.filter(
      (entry) => shared || [system, ...others].some((one) => isOf(entry, one, rules)),
    );
    return answer(200, JSON.stringify(own));
  };
}
