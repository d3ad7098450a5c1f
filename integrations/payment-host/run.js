import { buildIfStale } from '../../test/built.js';
import { startHost } from './host.js';

buildIfStale();
const by = process.argv.includes('--easy') ? 'easy' : 'dibs';
const host = await startHost({ gateway: by, ports: { library: 5180, gateway: 5181 } });

console.log(`The library: ${host.origin} (you are Astrid)
The gateway: ${host.gatewayOrigin} (${by}; simulated)
Ctrl-C ends all.`);
