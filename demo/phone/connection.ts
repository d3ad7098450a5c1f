import { http, HttpResponse, type RequestHandler } from 'msw';

/** Must be the first handler: without a connection no request reaches the library. */
export const connectionHandler = (isOn: () => boolean): RequestHandler =>
  http.all(new URL('demo-api/*', document.baseURI).href, () =>
    isOn() ? undefined : HttpResponse.error(),
  );

/** Dispatches the event that a browser dispatches when the connection returns. A page cannot change `navigator.onLine`. */
export const dispatchOnline = (): void => void dispatchEvent(new Event('online'));
