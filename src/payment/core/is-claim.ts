import { now } from '../../util/now.js';
import { ACCEPTED_LIFETIME, type Claim } from './state.js';

/** What another page of the site says on the channel is kept and drawn: it must be a claim. None is for longer than a day. */
export const isClaim = (claim?: Partial<Claim>): claim is Claim =>
  !!(claim?.failed?.map && claim.feeIds?.map) &&
  (claim.until as number) <= now() + ACCEPTED_LIFETIME;
