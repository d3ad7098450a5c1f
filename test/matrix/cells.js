import { CONDITIONS } from './conditions.js';

export const NAMES = Object.keys(CONDITIONS);
/** It is slow everywhere, so it meets each of the others once, on one side. */
export const HEAVY = '50 MB';

/** All there is to see: every pair, and each alone for the endpoint that both systems share. */
export const CELLS = [
  ...NAMES.flatMap((dibs) =>
    NAMES.filter((oir) => oir !== HEAVY || dibs === HEAVY).map((oir) => ({ dibs, oir })),
  ),
  ...NAMES.map((shared) => ({ shared })),
].map((conditions, id) => ({ id, conditions }));
