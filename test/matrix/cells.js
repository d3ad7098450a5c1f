import { CONDITIONS } from './conditions.js';

export const NAMES = Object.keys(CONDITIONS);
/** It is slow, so it is combined with each other condition on one side only. */
export const HEAVY = '50 MB';

/** Every pair of conditions, and each condition for an endpoint that both systems share. */
export const CELLS = [
  ...NAMES.flatMap((dibs) =>
    NAMES.filter((oir) => oir !== HEAVY || dibs === HEAVY).map((oir) => ({ dibs, oir })),
  ),
  ...NAMES.map((shared) => ({ shared })),
].map((conditions, id) => ({ id, conditions }));

/** Each condition once at each endpoint, while the other endpoint answers with debts. */
export const EACH_ONCE = CELLS.filter(
  ({ conditions: { dibs, oir, shared } }) => shared || dibs === 'debts' || oir === 'debts',
).concat(CELLS.filter(({ conditions: { dibs, oir } }) => dibs === HEAVY && oir === HEAVY));
