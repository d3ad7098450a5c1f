/** Writes REFERENCE.md and docs/texts.md, from what is built and the translations. */
import { writeFileSync } from 'node:fs';
import { REFERENCE, reference } from './reference.js';
import { TEXTS, texts } from './texts.js';

writeFileSync(REFERENCE, await reference());
writeFileSync(TEXTS, await texts());
