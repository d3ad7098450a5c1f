import { delay } from '../http/wait.js';
import { now } from '../util/time.js';
import { navigateToGateway } from './gateway-navigation.js';
import { PaymentCoordinator } from './payment-coordinator.js';
import { takeReturn } from './return-url.js';
import { SessionStore } from './session-store.js';
import { requestLock, TabChannel } from './tabs.js';

let coordinator: PaymentCoordinator | undefined;

/** The coordinator that the elements of the page share, with what it uses of the browser. */
export const pageCoordinator = (): PaymentCoordinator =>
  (coordinator ??= new PaymentCoordinator({
    session: new SessionStore(),
    channel: new TabChannel(),
    requestLock,
    clock: { now, delay },
    navigation: { takeReturn, navigateToGateway },
  }));
