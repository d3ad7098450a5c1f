/** In milliseconds since 1970. Not `Date.now()`, which Datejs replaces. */
export const now = (): number => +new Date();
