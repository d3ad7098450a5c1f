import type { DebtorSystem } from '../config/debtor-system.js';
import type { Settings } from '../config/settings.js';

/** One address that debts are read from. */
export interface Endpoint {
  /** As the integrator wrote it, or nothing where no setting names one. */
  readonly url?: string | undefined;
  /** The systems shown whose debts it answers. */
  readonly systems: readonly [DebtorSystem, ...DebtorSystem[]];
  /** It is `fees-url`: each debt must be asked whose it is. */
  readonly shared: boolean;
}

/** Where each system shown is read: its own address, or the one they share (CONTRACT 2). */
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
