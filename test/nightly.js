/** With NIGHTLY=1 everything is tested. Otherwise what is slow and rarely breaks is left out. */
export const NIGHTLY = process.env.NIGHTLY === '1';
