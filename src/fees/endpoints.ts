import type { DebtorSystem, Settings } from '../config/settings.js';
import type { FailureKind } from '../http/failure.js';
import type { ParsedFee } from './fee.js';

/** One URL that answers fees. */
export interface Endpoint {
  /** As the integrator wrote it, or nothing if no setting names one. */
  readonly url?: string | undefined;
  /** The shown systems whose debts it answers. */
  readonly systems: readonly [DebtorSystem, ...DebtorSystem[]];
  /** It is `fees-url`: each fee must be classified. */
  readonly shared: boolean;
}

/** The endpoint of each shown system: its own, or the one they share (CONTRACT 2). */
export function endpointsOf({
  systems,
  feesUrl,
  dibsFeesUrl,
  oirFeesUrl,
}: Pick<Settings, 'systems' | 'feesUrl' | 'dibsFeesUrl' | 'oirFeesUrl'>): readonly Endpoint[] {
  const own = { dibs: dibsFeesUrl, oir: oirFeesUrl };
  const shown: readonly DebtorSystem[] = systems === 'both' ? ['dibs', 'oir'] : [systems];
  const endpoints: Endpoint[] = [];
  const sharing: DebtorSystem[] = [];
  for (const system of shown) {
    if (own[system]) endpoints.push({ url: own[system], systems: [system], shared: false });
    else sharing.push(system);
  }
  const [first, ...rest] = sharing;
  if (first) endpoints.push({ url: feesUrl, systems: [first, ...rest], shared: true });
  return endpoints;
}

/** What an endpoint has answered. */
export interface EndpointAnswer {
  readonly endpoint: Endpoint;
  /** `ready` after the first answer. It stays so when a later request fails; then `failure` is set. */
  readonly status: 'loading' | 'ready' | 'failed';
  /** The fees of the last answer: the same array for as long as the answer is the same. */
  readonly fees?: readonly ParsedFee[] | undefined;
  /** When that answer was received, in milliseconds since 1970. */
  readonly readAt?: number | undefined;
  /** Why the last request failed, if it did. */
  readonly failure?: FailureKind | undefined;
}

/** What is known of one endpoint. */
export interface EndpointState extends EndpointAnswer {
  /** A request is under way. */
  readonly fetching: boolean;
  /** The first attempt failed, and another one is under way. */
  readonly retrying: boolean;
  /** The patron was asked to log in, and the endpoint refused the next request, too. */
  readonly refusedAgain?: boolean;
}
