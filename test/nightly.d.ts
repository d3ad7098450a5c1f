export const NIGHTLY: boolean;
