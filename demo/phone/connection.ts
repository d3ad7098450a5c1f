import { http, HttpResponse, type RequestHandler } from 'msw';

/** Stands before the library: without a connection nothing reaches it. */
export const connection = (isOn: () => boolean): RequestHandler =>
  http.all(new URL('demo-api/*', document.baseURI).href, () =>
    isOn() ? undefined : HttpResponse.error(),
  );

/**
 * The phone has a connection again. A page cannot set `navigator.onLine`, and the computer it is shown on has been online
 * all the time; so what the browser would dispatch is dispatched here, and the overview cannot tell the difference.
 */
export const goOnline = (): void => void dispatchEvent(new Event('online'));
