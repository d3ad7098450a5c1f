/**
 * Whether everything is looked at in every engine and every look, as in the night. Else all states are looked at in
 * Chromium, and some in the other engines.
 */
export const NIGHTLY = process.env.NIGHTLY === '1';
