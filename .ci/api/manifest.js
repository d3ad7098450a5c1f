import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A file of what is built. */
export const dist = (file) => fileURLToPath(new URL(`../../dist/${file}`, import.meta.url));

const json = (file) => JSON.parse(readFileSync(dist(file), 'utf8'));

export const { version } = json('../package.json');

/** The public classes: the element, and its events. */
export const classes = json('custom-elements.json').modules.flatMap(
  (module) => module.declarations,
);
export const element = classes.find(({ tagName }) => tagName);
