import type { DdbDebtOverview } from '../src/index.js';
import { both, inDays } from './fixtures.js';
import { libraryHandlers } from './network/library.js';
import { networkOf } from './network/network.js';

/** Shows the page's element for Astrid, who owes in both systems during the transition. */
export async function showAstrid(): Promise<DdbDebtOverview> {
  await networkOf(...libraryHandlers(both())).enable();

  const overview = document.querySelector('ddb-debt-overview') as DdbDebtOverview;
  overview.setAttribute('switch-date', inDays(-45));
  overview.setAttribute('dibs-end-date', inDays(120));
  await import('../src/define.js');
  return overview;
}
