import { readFileSync } from 'node:fs';
import { recipe } from './recipe-copy.js';

const README = readFileSync(recipe('README.md'), 'utf8');

/** The texts between backticks. */
const named = (cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, word]) => word);

/**
 * Reads a table of the recipes' README by the title of its first column.
 * @returns {{ there: string[], here: string[], row: string }[]}
 */
export function tableOf(title) {
  const lines = README.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`| ${title} `));
  if (start < 0) throw new Error(`no table ${title}`);
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'));
  return lines.slice(start + 2, end).map((row) => {
    const [, there, here] = row.split(/(?<!\\)\|/);
    return { there: named(there), here: named(here), row };
  });
}
