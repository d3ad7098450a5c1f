import { dictionary as da } from './generated/da.js';
import { dictionary as en } from './generated/en.js';

/** The dictionaries of `ddb-debt-overview.js`: vite.config.ts puts this module in place of generated/dictionaries.ts. */
export const dictionaries = { da, en };

export const HAS_RTL_LANGUAGE = false;
