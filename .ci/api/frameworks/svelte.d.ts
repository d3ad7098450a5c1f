import type { HTMLAttributes } from 'svelte/elements';
import './define.js';
import type { DdbDebtOverview } from './index.js';
import type { DdbDebtOverviewProps } from './templates.js';

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'ddb-debt-overview': HTMLAttributes<DdbDebtOverview> & DdbDebtOverviewProps;
  }
}
