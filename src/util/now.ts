/** Now, in milliseconds since 1970. `Date.now()` is something else where Datejs is on the page. */
export const now = (): number => +new Date();
