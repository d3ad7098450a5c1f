import type { DdbDebtOverview } from '../src/index.js';
import { both, inDays } from './fixtures.js';
import { answering, networkOf } from './network/network.js';

/** The page's element, for a patron in the middle of the change who owes in both systems. */
export async function showAstrid(): Promise<DdbDebtOverview> {
  const fees = both();
  await networkOf(answering('demo-api/fees', () => ({ body: fees, delay: 600 }))).enable();

  const overview = document.querySelector('ddb-debt-overview') as DdbDebtOverview;
  overview.setAttribute('switch-date', inDays(-45));
  overview.setAttribute('dibs-end-date', inDays(120));
  await import('../src/define.js');
  return overview;
}
