import type { ParsedFee } from '../../src/fees/fee.js';
import sinon from 'sinon';
import { RequestError, type FailureKind } from '../../src/http/failure.js';

/** One request. */
export interface SentRequest {
  readonly url: string;
  readonly init: RequestInit;
  /** When it was sent, by the clock of the test. */
  readonly at: number;
}

export type Answer = (sent: SentRequest) => Response | Promise<Response>;

export const entriesAnswer =
  (...entries: readonly unknown[]): Answer =>
  () =>
    Response.json(entries);

export const statusAnswer =
  (status: number, headers: HeadersInit = {}): Answer =>
  () =>
    new Response(null, { status, headers });

export const bodyAnswer =
  (body: string, type = 'application/json'): Answer =>
  () =>
    new Response(body, { headers: { 'Content-Type': type } });

/** A body that has `start`, and then nothing more or a lost connection. */
export const halfAnswer =
  (start: string, lost?: Error): Answer =>
  () =>
    new Response(
      new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode(start));
          if (lost) controller.error(lost);
        },
      }),
    );

export const noAnswer: Answer = () => new Promise(() => undefined);

export const lostAnswer: Answer = () => Promise.reject(new TypeError('Failed to fetch'));

/** In place of `fetch`: gives these answers in order, and repeats the last one. */
export function fakeFetcher(...answers: readonly Answer[]) {
  const sent: SentRequest[] = [];
  const fetcher = (async (url: string, init: RequestInit = {}) => {
    const request = { url, init, at: Date.now() };
    sent.push(request);
    const answer = answers[sent.length - 1] ?? answers.at(-1) ?? noAnswer;
    return answer(request);
  }) as typeof fetch;
  return { fetcher, sent };
}

/** In place of `fetch`: each request waits until the test answers it. */
export function deferredFetcher() {
  const answers: ((response: Response) => void)[] = [];
  const { fetcher, sent } = fakeFetcher(
    () =>
      new Promise((resolve) => {
        answers.push(resolve);
      }),
  );
  return { fetcher, sent, answers };
}

export interface Outcome {
  /** The fees or the failure; `undefined` while pending. */
  result: readonly unknown[] | FailureKind | 'other error' | undefined;
  readonly failure?: RequestError;
}

/** Records the outcome of a read. */
export function trackOutcome(
  read: Promise<readonly ParsedFee[]>,
): Outcome & { ended: Promise<Outcome> } {
  const outcome: Outcome & { failure?: RequestError } = { result: undefined };
  const ended = read.then(
    (fees) => {
      outcome.result = fees;
      return outcome;
    },
    (failure: unknown) => {
      outcome.result = failure instanceof RequestError ? failure.kind : 'other error';
      if (failure instanceof RequestError) outcome.failure = failure;
      return outcome;
    },
  );
  return Object.assign(outcome, { ended });
}

/** Returns how many listeners were added to `target` since this call. */
export function listenersOn(target: EventTarget): () => number {
  const added = sinon.spy(target, 'addEventListener');
  const removed = sinon.spy(target, 'removeEventListener');
  return () => added.callCount - removed.callCount;
}
