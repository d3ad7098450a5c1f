import type { Overview } from '../../src/index.js';
import type { Message } from './bridge.js';
import { kroner } from './kroner.js';

const debts = (count: number): string =>
  count === 1 ? '1 mellemværende' : `${count} mellemværender`;

function loaded({ systems }: Overview): string {
  const count = systems.reduce((sum, system) => sum + system.debts.length, 0);
  const amounts = systems.map(({ amount }) => amount ?? NaN);
  const amount = amounts.reduce((sum, one) => sum + one, 0);
  return Number.isNaN(amount) ? debts(count) : `${debts(count)}, ${kroner(amount)}`;
}

function token({ token: answer, refused, patron }: Message): string {
  if (refused !== undefined)
    return refused ? 'Det sidste blev afvist. Et nyt?' : 'Hvem er logget ind?';
  return answer ? `${answer} for ${patron}` : 'Ingen er logget ind';
}

const SUMMARIES: Readonly<Record<string, (message: Message) => string>> = {
  'ddb-debt-load': ({ overview }) => loaded(overview as Overview),
  'ddb-debt-error': ({ systems, kind }) => `${(systems as string[]).join(' og ')}: ${kind}`,
  'ddb-debt-auth': () => 'Låneren skal logge ind',
  'ddb-debt-pay': ({ feeIds, amount }) =>
    `${debts((feeIds as string[]).length)}, ${kroner(amount as number)}`,
  'ddb-debt-open': ({ url }) => String(url),
  'ddb-debt-leave': ({ url }) => String(url),
  'ddb-debt-resize': ({ height }) => `${height} px høj`,
  'ddb-debt-token': token,
  'refresh()': () => 'Appen beder oversigten hente igen',
  load: ({ url }) => `Appen indlæser returadressen: ${new URL(String(url)).search}`,
};

/** Summarises a message in Danish. Does not throw for a message of an unexpected shape, so that the log goes on. */
export function summaryOf(message: Message): string {
  try {
    return SUMMARIES[message.type]?.(message) ?? '';
  } catch {
    return 'En besked med et andet indhold end ventet';
  }
}
