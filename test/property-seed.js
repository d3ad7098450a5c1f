import { configureGlobal } from 'fast-check';
import { NIGHTLY } from './nightly.js';

/** The seed of property tests: the same by day, so that CI fails only for a change, and another one each night. */
export const SEED = NIGHTLY ? Date.now() | 0 : 20_261_130;

configureGlobal({ seed: SEED });
