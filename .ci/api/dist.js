import { fileURLToPath } from 'node:url';

/** A file of what is built. */
export const dist = (file) => fileURLToPath(new URL(`../../dist/${file}`, import.meta.url));
