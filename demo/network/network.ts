import { FetchInterceptor } from '@mswjs/interceptors/fetch';
import { delay, http, HttpResponse, type RequestHandler } from 'msw';
import { defineNetwork, InterceptorSource } from 'msw/experimental';

/** The response of a fees endpoint. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  /** Sent as JSON. Use `text` for a body that is not JSON. */
  readonly body?: unknown;
  readonly text?: string;
  /** Milliseconds until the response; `'infinite'` for none. */
  readonly delay?: number | 'infinite';
  /** Fails as if there were no connection. */
  readonly offline?: boolean;
}

/** Handles requests for `path`. Calls `answer` for each request. */
export const answering = (path: string, answer: () => Answer): RequestHandler =>
  http.get(new URL(path, document.baseURI).href, async () => {
    const { status = 200, headers = {}, body, text, delay: wait = 0, offline } = answer();
    await delay(wait);
    if (offline) return HttpResponse.error();
    if (text !== undefined) return new HttpResponse(text, { status, headers });
    return status === 204
      ? new HttpResponse(null, { status })
      : HttpResponse.json(body as never, { status, headers });
  });

/** A mocked network inside the page. It needs no service worker, so it works under any path. */
export const networkOf = (...handlers: RequestHandler[]) =>
  defineNetwork({
    // Both packages describe the same emitter, with types that differ only in name.
    sources: [new InterceptorSource({ interceptors: [new FetchInterceptor() as never] })],
    handlers,
    context: { quiet: true },
  });
