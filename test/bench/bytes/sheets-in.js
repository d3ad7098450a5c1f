import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** The sheets of `views/`, each as the build's own step writes it. A file may have one. */
async function sheets() {
  const { module } = await runnerImport(`${ROOT}.ci/build/lean.ts`, { logLevel: 'error' });
  const lean = module.lean();
  return readdirSync(`${ROOT}src/views`)
    .filter((name) => name.endsWith('styles.ts'))
    .map((name) => {
      const source = `src/views/${name}`;
      const { code } = lean.transform(readFileSync(ROOT + source, 'utf8'), ROOT + source);
      const [written] = /(?<= = )"(?:[^"\\]|\\.)*"(?=;)/.exec(code) ?? [];
      if (!written) throw new Error(`${source} has no sheet.`);
      return { source, css: JSON.parse(written) };
    });
}

/** All sheets are one string in the built file, which the map takes for that of `tokens.ts`. */
export async function sheetsIn(code) {
  return (await sheets()).flatMap(({ source, css }) => {
    const from = code.indexOf(css);
    // Languages that are read from the right are not in every file.
    if (from < 0 && source.includes('mirrored')) return [];
    if (from < 0) throw new Error(`The sheet of ${source} is not in dist/: is that built from it?`);
    return { source, from, to: from + css.length };
  });
}
