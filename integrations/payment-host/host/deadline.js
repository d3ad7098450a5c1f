/**
 * How long a request may wait for FBS and the gateway together, in milliseconds. The widget gives up after 15 s, and must have
 * the response by then.
 */
export const REQUEST_TIMEOUT = 12_000;

/** Returns a signal that ends all calls of one request. */
export const requestDeadline = () => AbortSignal.timeout(REQUEST_TIMEOUT);
