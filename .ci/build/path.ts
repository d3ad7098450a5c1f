import { fileURLToPath } from 'node:url';

/** A file of the project. */
export const path = (relative: string): string =>
  fileURLToPath(new URL(`../../${relative}`, import.meta.url));
