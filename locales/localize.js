/**
 * `npm run localize`: takes new and changed texts into the XLIFF files and the generated modules. Every XLIFF file here is
 * a language of the widget's: a new one begins as an empty file, `de.xlf`.
 * `npm run localize -- --check`: fails where a translation is missing, stale or not generated.
 *
 * @lit/localize only warns of a missing translation, and keeps the old one where the source text has changed under the
 * same id. Here a changed source text takes its translation away, so that somebody has to look at it.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DOMParser, XMLSerializer } from '@xmldom/xmldom';

const root = fileURLToPath(new URL('..', import.meta.url));
const locales = join(root, 'locales');
const generated = join(root, 'src/i18n/generated');
const settings = JSON.parse(readFileSync(join(locales, 'lit-localize.json'), 'utf8'));
const targets = readdirSync(locales)
  .filter((name) => name.endsWith('.xlf'))
  .map((name) => name.slice(0, -'.xlf'.length))
  .sort();
const unknown = targets.find((name) => !/^[a-z]{2,3}$/.test(name));
if (unknown) {
  console.error(
    `${unknown}.xlf: a language is two or three small letters; its region goes into /region.`,
  );
  process.exit(1);
}

/** Runs a command of lit-localize, writing where `folders` say. */
function litLocalize(command, folders = { xliff: locales, output: generated }) {
  const work = mkdtempSync(join(tmpdir(), 'localize-'));
  const config = join(work, 'lit-localize.json');
  // Only this file has messages; compiling the whole project takes ten times as long.
  const tsConfig = join(work, 'tsconfig.json');
  writeFileSync(
    tsConfig,
    JSON.stringify({
      extends: join(root, 'tsconfig.json'),
      compilerOptions: { types: [] },
      files: [join(root, 'src/i18n/messages.ts')],
      include: [],
    }),
  );
  writeFileSync(
    config,
    JSON.stringify({
      ...settings,
      $schema: undefined,
      targetLocales: targets,
      tsConfig,
      output: {
        mode: 'runtime',
        outputDir: folders.output,
        localeCodesModule: join(folders.output, 'locale-codes.ts'),
      },
      interchange: { format: 'xliff', xliffDir: folders.xliff },
    }),
  );
  const tool = join(root, 'node_modules/.bin/lit-localize');
  try {
    execFileSync(tool, ['--config', config, command], { cwd: root, stdio: 'pipe' });
  } finally {
    rmSync(work, { recursive: true });
  }
}

const parse = (folder, locale) =>
  new DOMParser().parseFromString(readFileSync(join(folder, `${locale}.xlf`), 'utf8'), 'text/xml');

const textOf = (unit, tag) => unit.getElementsByTagName(tag)[0]?.textContent ?? undefined;

/** Every text of an XLIFF file by its id. */
const unitsOf = (document) =>
  new Map(
    [...document.getElementsByTagName('trans-unit')].map((unit) => [unit.getAttribute('id'), unit]),
  );

/** All translations by their language, for src/i18n/tables.ts. */
function gather(folder) {
  const lines = targets.map((locale) => `export { templates as ${locale} } from './${locale}.js';`);
  writeFileSync(
    join(folder, 'translations.ts'),
    `// Do not modify this file by hand!\n// Re-generate this file by npm run localize.\n${lines.join('\n')}\n`,
  );
}

function update() {
  const before = new Map();
  for (const locale of targets) {
    const file = join(locales, `${locale}.xlf`);
    if (readFileSync(file, 'utf8').trim()) before.set(locale, unitsOf(parse(locales, locale)));
    else rmSync(file);
  }
  litLocalize('extract');
  for (const locale of targets) {
    const document = parse(locales, locale);
    for (const [id, unit] of unitsOf(document)) {
      const old = before.get(locale)?.get(id);
      const target = unit.getElementsByTagName('target')[0];
      if (!old || !target || textOf(old, 'source') === textOf(unit, 'source')) continue;
      if (textOf(old, 'target') !== target.textContent) continue;
      unit.removeChild(target);
      console.log(`${locale}: ${id} has a new source text and must be translated again.`);
    }
    writeFileSync(join(locales, `${locale}.xlf`), new XMLSerializer().serializeToString(document));
  }
  litLocalize('build');
  gather(generated);
}

function check() {
  const faults = [];
  const work = mkdtempSync(join(tmpdir(), 'localize-check-'));
  const fresh = { xliff: join(work, 'xliff'), output: join(work, 'output') };
  try {
    cpSync(locales, fresh.xliff, { recursive: true });
    litLocalize('extract', fresh);
    for (const locale of targets) {
      const kept = unitsOf(parse(locales, locale));
      const wanted = unitsOf(parse(fresh.xliff, locale));
      for (const [id, unit] of wanted) {
        const known = kept.get(id);
        if (!known || !textOf(known, 'target')) faults.push(`${locale}: ${id} is not translated`);
        else if (textOf(known, 'source') !== textOf(unit, 'source')) {
          faults.push(`${locale}: ${id} is translated from an older text`);
        }
        const placeholders = (words = '') => (words.match(/\{[^}]*\}/g) ?? []).sort().join();
        const source = placeholders(textOf(unit, 'source'));
        if (known && placeholders(textOf(known, 'target')) !== source) {
          faults.push(
            `${locale}: ${id} does not have the placeholders ${source || 'of its source'}`,
          );
        }
        if (/^[hs][0-9a-f]{16}$/.test(id)) faults.push(`${id}: has no id written out`);
      }
      for (const id of kept.keys()) {
        if (!wanted.has(id)) faults.push(`${locale}: ${id} is no text any more`);
      }
    }
    litLocalize('build', fresh);
    gather(fresh.output);
    for (const file of readdirSync(fresh.output)) {
      const now = readFileSync(join(fresh.output, file), 'utf8');
      if (now !== readFileSync(join(generated, file), 'utf8')) {
        faults.push(`${relative(root, join(generated, file))} is not what the XLIFF files say`);
      }
    }
  } finally {
    rmSync(work, { recursive: true });
  }
  for (const fault of faults) console.error(fault);
  if (faults.length) {
    console.error('Run `npm run localize`, translate what is missing, and run it again.');
    process.exitCode = 1;
  } else console.log(`Translations complete: ${targets.join(', ')}.`);
}

if (process.argv.includes('--check')) check();
else update();
