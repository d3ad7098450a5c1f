/** Whether everything is tested: with NIGHTLY=1, as once a night. Otherwise what is slow and rarely breaks is left out. */
export const NIGHTLY = process.env.NIGHTLY === '1';
