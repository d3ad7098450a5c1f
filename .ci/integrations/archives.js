import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import gettext from 'gettext-parser';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MAIN = 'ddb-debt-overview';

/** The folder of each module in integrations/, and the name of its archive. */
const MODULES = {
  'drupal/ddb_debt_overview': 'ddb_debt_overview-drupal',
  'drupal-7/ddb_debt_overview': 'ddb_debt_overview-drupal-7',
  'wordpress/ddb-debt-overview': 'ddb-debt-overview-wordpress',
};

/** Files that say which version they belong to. */
const WITH_VERSION = /\.(php|module|info|ya?ml|json|txt|md)$/;

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));

/** The files of a folder by their path in it. */
const folderOf = (path) =>
  Object.fromEntries(
    filesIn(ROOT + path).map((name) => [name, readFileSync(join(ROOT, path, name))]),
  );

const under = (folder, files) =>
  Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`${folder}/${name}`, bytes]));

/** The scripts that a page loads, under their names with the version, and the list of their hashes. */
function builtFiles(version) {
  const scripts = [`${MAIN}-${version}.js`, `${MAIN}-${version}.start.js`];
  const licences = [`${MAIN}.js.LICENSE.txt`, `${MAIN}.start.js.LICENSE.txt`];
  const cdn = folderOf('dist/cdn');
  const { files } = JSON.parse(cdn['integrity.json'].toString());
  const hashes = Object.fromEntries(scripts.map((name) => [name, files[name]]));
  return {
    ...Object.fromEntries([...scripts, ...licences].map((name) => [name, cdn[name]])),
    'integrity.json': `${JSON.stringify({ version, files: hashes }, null, 2)}\n`,
  };
}

/** A file for WordPress's scripts, in the format of Jed. */
function forScripts({ headers, translations }) {
  const entries = Object.values(translations)
    .flatMap(Object.values)
    .filter(({ comments }) => /\.js\b/.test(comments?.reference ?? ''))
    .map(({ msgid, msgstr }) => [msgid, msgstr]);
  const messages = { '': { lang: headers.Language, 'plural-forms': headers['Plural-Forms'] } };
  return JSON.stringify({
    domain: 'messages',
    locale_data: { messages: { ...messages, ...Object.fromEntries(entries) } },
  });
}

/** What WordPress reads in place of a .po file: one file for PHP, and one for the editor's script. */
function compiled([name, po]) {
  const parsed = gettext.po.parse(po);
  return [
    [name.replace(/po$/, 'mo'), gettext.mo.compile(parsed)],
    [name.replace(/\.po$/, '-ddb-debt-overview-editor.json'), forScripts(parsed)],
  ];
}

/** The files of one module, by their path in its folder. */
function moduleFiles(folder, shared, version) {
  const own = Object.entries(folderOf(`integrations/${folder}`)).map(([name, bytes]) => [
    name,
    WITH_VERSION.test(name) ? bytes.toString().replaceAll('@version@', version) : bytes,
  ]);
  // Drupal reads .po files as they are.
  const translations = folder.startsWith('wordpress/')
    ? own.filter(([name]) => name.endsWith('.po')).flatMap(compiled)
    : [];
  return { ...shared, ...Object.fromEntries([...own, ...translations]) };
}

/**
 * A time that changes with the contents, since PHP's opcode cache keeps a file whose time is the same. Zip has no time
 * zones, and counts in steps of two seconds; fflate writes the local time. No clock skips an hour after 4 o'clock.
 */
function timeOf(bytes) {
  const hash = createHash('sha256').update(bytes).digest();
  const day = hash.readUInt32BE(0) % (10 * 365);
  const step = hash.readUInt32BE(4) % (20 * 60 * 30);
  return new Date(2000, 0, 1 + day, 4, 0, 2 * step);
}

const REGULAR_FILE = 0o100644 << 16;

/** An archive with one folder. The same files make the same bytes. */
function zip(folder, files) {
  const entries = Object.entries(under(folder, files))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, bytes]) => [
      name,
      [
        typeof bytes === 'string' ? Buffer.from(bytes) : new Uint8Array(bytes),
        { os: 3, attrs: REGULAR_FILE, mtime: timeOf(bytes) },
      ],
    ]);
  return zipSync(Object.fromEntries(entries), { level: 9 });
}

/**
 * The archives of the CMS modules by their names, each with everything that a site needs.
 * @param {string} version
 * @param {string} schema the text of the JSON Schema
 * @returns {Record<string, Uint8Array>}
 */
export function archives(version, schema) {
  const shared = {
    LICENSE: readFileSync(`${ROOT}LICENSE`),
    'reserve.css': readFileSync(`${ROOT}integrations/reserve.css`),
    ...under('includes', folderOf('integrations/php')),
    ...under('assets', {
      ...builtFiles(version),
      ...under('themes', folderOf('themes')),
      'settings.schema.json': schema,
    }),
  };
  return Object.fromEntries(
    Object.entries(MODULES).map(([folder, name]) => [
      `${name}-${version}.zip`,
      zip(basename(folder), moduleFiles(folder, shared, version)),
    ]),
  );
}
