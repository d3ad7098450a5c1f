import { FetchInterceptor } from '@mswjs/interceptors/fetch';
import { delay, http, HttpResponse, type RequestHandler } from 'msw';
import { defineNetwork, InterceptorSource } from 'msw/experimental';

/** What a fees endpoint answers: the fees, or whatever else is to be shown. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  /** JSON, or text where it is to be no JSON. */
  readonly body?: unknown;
  readonly text?: string;
  /** Milliseconds before it answers; `'infinite'`: never. */
  readonly delay?: number | 'infinite';
  /** No connection. */
  readonly offline?: boolean;
}

/** Answers at `path` what `answer` says at the time of the request. */
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

/** A network inside the page: no service worker, so it works under any path and leaves nothing behind. */
export const networkOf = (...handlers: RequestHandler[]) =>
  defineNetwork({
    // The two packages describe the same emitter with types that only differ in name.
    sources: [new InterceptorSource({ interceptors: [new FetchInterceptor() as never] })],
    handlers,
    context: { quiet: true },
  });
