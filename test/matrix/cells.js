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

/** Each condition once at each endpoint: the other one answers with debts; what is heavy meets nothing else there. */
export const EACH_ONCE = CELLS.filter(
  ({ conditions: { dibs, oir, shared } }) => shared || dibs === 'debts' || oir === 'debts',
).concat(CELLS.filter(({ conditions: { dibs, oir } }) => dibs === HEAVY && oir === HEAVY));
