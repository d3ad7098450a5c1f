/** True in `.ci/nightly`: tests that are slow and rarely fail run, too. */
export const NIGHTLY = process.env.NIGHTLY === '1';
