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

/** The entries that belong to one system, where each has an endpoint of its own. */
const isNew = (entry: unknown): boolean =>
  (entry as { payableByClient?: unknown } | null)?.payableByClient === false;

/**
 * Stands in for the debtor systems: nothing leaves the page. What an endpoint answers follows from which of the
 * settings names it.
 */
export function systemsOf(
  shown: () => Shown,
  endpoints: () => { readonly dibs: string | null; readonly oir: string | null },
): typeof fetch {
  return async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const { rehearsal, entries } = shown();
    const { dibs, oir } = endpoints();
    const system = url === dibs ? 'dibs' : url === oir ? 'oir' : undefined;
    await until(init?.signal, rehearsal.pace === 'slow' ? 4000 : 150);
    // Where one endpoint answers for both, what befalls the library's own system befalls both.
    const fault = rehearsal[system ?? 'dibs'];
    if (fault === 'timeout') await until(init?.signal, 3_600_000);
    if (fault !== 'ok' && fault !== 'timeout') return FAULTY[fault]();
    const own = entries.filter(
      (entry) => !system || dibs === oir || isNew(entry) === (system === 'oir'),
    );
    return answer(200, JSON.stringify(own));
  };
}
