import { configureGlobal } from 'fast-check';
import { NIGHTLY } from './nightly.js';

/** The seed of property tests: constant by day, so that CI fails only because of a change, and new each night. */
export const SEED = NIGHTLY ? Date.now() | 0 : 20_261_130;

configureGlobal({ seed: SEED });
