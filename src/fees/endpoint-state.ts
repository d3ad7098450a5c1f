import type { Endpoint } from './endpoints.js';
import type { FailureKind } from './failure.js';

/** What is known of one endpoint now. */
export interface EndpointState {
  readonly endpoint: Endpoint;
  /** `ready` as soon as one answer was read; it stays so, with `failure` set, when a later read fails. */
  readonly status: 'loading' | 'ready' | 'failed';
  /** A read is under way. */
  readonly fetching: boolean;
  /** The first try failed and it is being tried again. */
  readonly retrying: boolean;
  /** The last answer, each element as it came. */
  readonly fees?: readonly unknown[] | undefined;
  /** When that answer was read, in milliseconds since 1970. */
  readonly readAt?: number | undefined;
  /** Why the last read failed, where it did. */
  readonly failure?: FailureKind | undefined;
}
