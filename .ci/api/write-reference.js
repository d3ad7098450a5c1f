/** Writes REFERENCE.md, from what is built. */
import { writeFileSync } from 'node:fs';
import { REFERENCE, reference } from './reference.js';

writeFileSync(REFERENCE, await reference());
