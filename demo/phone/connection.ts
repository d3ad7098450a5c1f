import { http, HttpResponse, type RequestHandler } from 'msw';

/** Must be the first handler: without a connection no request reaches the library. */
export const connectionHandler = (isOn: () => boolean): RequestHandler =>
  http.all(new URL('demo-api/*', document.baseURI).href, () =>
    isOn() ? undefined : HttpResponse.error(),
  );

/** Makes `navigator.onLine` say what the phone's switch says. */
export const simulateConnection = (isOn: () => boolean): void =>
  void Object.defineProperty(navigator, 'onLine', { configurable: true, get: isOn });

/** Dispatches the event that a browser dispatches when the connection returns. */
export const dispatchOnline = (): void => void dispatchEvent(new Event('online'));
