import type { DdbDebtOverview } from '../src/index.js';
import { both, inDays } from './fixtures.js';
import { libraryOf } from './network/library.js';
import { networkOf } from './network/network.js';

/** The page's element, for a patron in the middle of the change who owes in both systems. */
export async function showAstrid(): Promise<DdbDebtOverview> {
  await networkOf(...libraryOf(both())).enable();

  const overview = document.querySelector('ddb-debt-overview') as DdbDebtOverview;
  overview.setAttribute('switch-date', inDays(-45));
  overview.setAttribute('dibs-end-date', inDays(120));
  await import('../src/define.js');
  return overview;
}
