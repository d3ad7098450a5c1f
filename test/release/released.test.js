import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { openBrowser } from '../pages/open-browser.js';
import { page, serve } from '../serve.js';
import { copyOurProject, NEWS } from './our-project.js';

/** No check of ours takes less time; it fails where the version is not the same everywhere. */
const CHECK = 'node .ci/check-version.js';
const FOLDER = 'release/9.0.0';

let project;
let answer;
/** With no tag yet, as for the first release of all. */
before(async () => {
  project = copyOurProject();
  answer = await project.release('9.0.0', '--checks', CHECK);
});
after(() => project?.close());

const shell = (command) =>
  execFileSync('sh', ['-c', command], { cwd: project.path(FOLDER), encoding: 'utf8' });

test('it says how to push and publish, and has done neither', () => {
  const { status, said } = answer;
  assert.equal(status, 0, said);
  assert.match(said, /^Version 9\.0\.0\.$/m);
  assert.match(said, /^ {2}git push origin main v9\.0\.0$/m);
  assert.match(said, /^ {2}npm publish release\/9\.0\.0\/ddb-debt-overview-9\.0\.0\.tgz$/m);
});

test('one commit has the version everywhere, the changelog with its day, and nothing else', () => {
  assert.equal(project.git('log', '--format=%s'), 'Release 9.0.0\nAll of it');
  assert.deepEqual(project.git('diff', '--name-only', 'HEAD~1').split('\n'), [
    'CHANGELOG.md',
    'package-lock.json',
    'package.json',
    'src/version.ts',
  ]);
  assert.match(
    project.read('CHANGELOG.md'),
    new RegExp(`^## Unreleased\n\n## \\[9\\.0\\.0\\] - \\d{4}-\\d\\d-\\d\\d\n\n${NEWS}$`, 'm'),
  );
  const added = project.git('diff', '--numstat', 'HEAD~1', '--', 'package-lock.json');
  assert.match(added, /^2\t2\t/);
});

test('the tag is on that commit, with a text that names what was checked', () => {
  assert.equal(project.git('cat-file', '-t', 'v9.0.0'), 'tag');
  assert.equal(project.git('rev-parse', 'v9.0.0^{}'), project.git('rev-parse', 'HEAD'));
  assert.match(project.git('tag', '-n9', '--list', 'v9.0.0'), new RegExp(`Checked with ${CHECK}`));
});

test('git has nothing more to say: what was packed is ignored', () => {
  assert.equal(project.git('status', '--porcelain'), '');
});

test('every file that was packed has its sum, and sha256sum agrees', () => {
  const files = shell('ls').trim().split('\n');
  const checked = shell('sha256sum -c SHA256SUMS').trim().split('\n');
  assert.deepEqual(
    checked,
    files.filter((name) => name !== 'SHA256SUMS').map((name) => `${name}: OK`),
  );
  const scripts = Object.keys(JSON.parse(project.read(`${FOLDER}/integrity.json`)).files);
  const licences = scripts.map((name) => `${name.replace('-9.0.0', '')}.LICENSE.txt`);
  const papers = ['NOTES.md', 'SHA256SUMS', 'ddb-debt-overview-9.0.0.tgz', 'integrity.json'];
  assert.ok(scripts.includes('ddb-debt-overview-9.0.0.js'));
  assert.deepEqual(files.toSorted(), [...scripts, ...licences, ...papers].sort());
});

test('the tarball has the version, and the changelog that tells of it', () => {
  const fromTarball = (file) => shell(`tar -xzOf *.tgz package/${file}`);
  assert.equal(JSON.parse(fromTarball('package.json')).version, '9.0.0');
  assert.equal(fromTarball('CHANGELOG.md'), project.read('CHANGELOG.md'));
});

const notes = () => project.read(`${FOLDER}/NOTES.md`);

test('the notes tell what has changed, and that not all checks were run', () => {
  assert.ok(notes().includes(NEWS));
  assert.ok(
    notes().includes(
      `**Not all checks were run**: \`${CHECK}\` has passed, in place of \`.ci/run\`.`,
    ),
  );
});

test('each tag in the notes, pasted into a page, loads what it says: a browser agrees with its hash', async () => {
  const tags = [...notes().matchAll(/```html\n([^]*?)```/g)].map(([, tag]) => tag);
  const routes = Object.fromEntries(
    tags.map((tag, at) => [`/${at}`, page(`<!doctype html><link rel="icon" href="data:,">${tag}`)]),
  );
  const server = await serve(routes, { folder: project.path(FOLDER), under: '/libraries/' });
  const browser = await openBrowser();
  try {
    const loaded = [];
    for (const at of tags.keys()) {
      const tab = await browser.newPage();
      await tab.goto(`${server.origin}/${at}`);
      loaded.push(
        await tab.evaluate(
          () =>
            globalThis.customElements.get('ddb-debt-overview')?.version ??
            typeof globalThis.ddbDebtFetch,
        ),
      );
    }
    // In Danish and English; in all languages; and the script that starts early.
    assert.deepEqual(loaded, ['9.0.0', '9.0.0', 'function']);
  } finally {
    await browser.close();
    await server.close();
  }
});

test('every name in REFERENCE.md is one that the next release is held against', async () => {
  const { publicNames } = await import(pathToFileURL(project.path('.ci/release/public-names.js')));
  const names = await publicNames('HEAD');
  const reference = readFileSync(project.path('REFERENCE.md'), 'utf8');
  const listed = [...reference.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name);
  assert.ok(listed.length > 100);
  assert.deepEqual(
    listed.filter((name) => !names.some((known) => known.endsWith(` ${name}`))),
    [],
  );
  for (const kind of ['entry', 'export', 'language', 'text', 'theme', 'value']) {
    assert.ok(
      names.some((name) => name.startsWith(`${kind} `)),
      kind,
    );
  }
});

/** Changes the documentation of the element, and tells of it in the changelog. */
function change(from, to) {
  for (const [file, old, text] of [
    ['src/ddb-debt-overview.ts', from, to],
    ['CHANGELOG.md', '## Unreleased\n', `## Unreleased\n\n${NEWS}\n`],
  ]) {
    assert.ok(project.read(file).includes(old), file);
    project.write(
      file,
      project.read(file).replace(old, () => text),
    );
  }
  project.commit('A change');
}

test('after it, a name that has come needs a minor, and one that has gone a major', async () => {
  const asked = async (wanted) => project.release(wanted, '--dry-run');
  change(' * @slot footer - at the end', ' * @slot footer - at the end\n * @slot new - more');
  assert.deepEqual(await asked('patch'), {
    status: 1,
    said: '9.0.1 is too small: with slot new added since 9.0.0, it must be at least 9.1.0.\n',
  });
  change(' * @slot intro - in place of the introduction\n', '');
  assert.deepEqual(await asked('minor'), {
    status: 1,
    said: '9.1.0 is too small: without slot intro since 9.0.0, it must be at least 10.0.0.\n',
  });
  const major = await asked('10.0.0-rc.1');
  assert.equal(major.status, 0, major.said);
  assert.match(
    major.said,
    /^Public names since 9\.0\.0:\n {2}\+ slot new\n {2}- slot intro\nCHANGELOG/m,
  );
});
