/** Writes REFERENCE.md anew, from what is built. */
import { writeFileSync } from 'node:fs';
import { readElement } from './element.js';
import { REFERENCE, reference } from './reference.js';

writeFileSync(REFERENCE, await reference(readElement()));
