import { both, bosDebts } from '../fixtures.js';

/** Who can log in, and what they owe. */
export const PATRONS = {
  astrid: { name: 'Astrid', debts: both() },
  bo: { name: 'Bo', debts: bosDebts() },
} as const;

export type PatronName = keyof typeof PATRONS;
