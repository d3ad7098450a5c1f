/** `npm run host`: the widget, a payment host, and stand-ins of FBS and the gateway, on this machine. */
import { buildIfStale } from '../../test/built.js';
import { startHost } from './stand-ins/start.js';

/** How often the job runs, in milliseconds. */
const RECONCILE_INTERVAL = 60_000;

buildIfStale();
const by = process.argv.includes('--easy') ? 'easy' : 'dibs';
const host = await startHost({ gateway: by, ports: { library: 5180, gateway: 5181 } });
setInterval(host.library.reconcile, RECONCILE_INTERVAL);

console.log(`The library: ${host.origin} (you are Astrid)
The gateway: ${host.gatewayOrigin} (${by}, a stand-in)
Ctrl-C ends all.`);
