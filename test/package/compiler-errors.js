import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The errors in the output of a compiler: `src/refused.ts:7`, or the message if it has no line. */
export function compilerErrors(output) {
  const lines = output.split('\n').filter((line) => /error TS\d|^\d+ (ERROR|FAILURE)/.test(line));
  const places = lines.map((line) => {
    const [, file, at] =
      /^(\S+)\((\d+),\d+\): error/.exec(line) ?? /^\d+ ERROR "(.+?)" (\d+):/.exec(line) ?? [];
    return file ? `${file}:${at}` : line;
  });
  return [...new Set(places)].sort();
}

/** The lines of a project's sources that are marked as `refused`. */
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
