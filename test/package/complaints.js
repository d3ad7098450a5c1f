import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a compiler complains of: `src/refused.ts:7`, or its words where it names no line. */
export function complaintsIn(said) {
  const lines = said.split('\n').filter((line) => /error TS\d|^\d+ (ERROR|FAILURE)/.test(line));
  const places = lines.map((line) => {
    const [, file, at] =
      /^(\S+)\((\d+),\d+\): error/.exec(line) ?? /^\d+ ERROR "(.+?)" (\d+):/.exec(line) ?? [];
    return file ? `${file}:${at}` : line;
  });
  return [...new Set(places)].sort();
}

/** The lines of a project's sources that say a compiler must refuse them. */
export function refusedIn(project) {
  const sources = readdirSync(join(project, 'src')).map((name) => `src/${name}`);
  return sources
    .flatMap((name) =>
      readFileSync(join(project, name), 'utf8')
        .split('\n')
        .flatMap((line, at) => (/(\/\/|<!--) refused\b/.test(line) ? [`${name}:${at + 1}`] : [])),
    )
    .sort();
}
