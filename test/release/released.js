import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, test } from 'node:test';

export const FOLDER = 'release/9.0.0';

/**
 * Releases version 9.0.0 of a project that has no tag yet, and tests the result.
 * @param {() => ReturnType<typeof import('./repository.js').makeRepository>} make the project
 * @param {{ news: string, check: string }} its changelog entries under Unreleased, and the command that checks it
 * @returns the project, for more tests
 */
export function released(make, { news, check }) {
  let project;
  let answer;
  before(async () => {
    project = make();
    answer = await project.release('9.0.0', '--checks', check);
  });
  after(() => project?.close());

  const shell = (command) =>
    execFileSync('sh', ['-c', command], { cwd: project.path(FOLDER), encoding: 'utf8' });

  test('it prints how to push and publish, and does neither', () => {
    const { status, output } = answer;
    assert.equal(status, 0, output);
    assert.match(output, /^Released 9\.0\.0, here\./m);
    assert.match(output, /^ {2}git push origin main v9\.0\.0$/m);
    assert.match(output, /^ {2}npm publish release\/9\.0\.0\/ddb-debt-overview-9\.0\.0\.tgz$/m);
  });

  test('one commit changes the version everywhere and dates the changelog, and nothing else', () => {
    assert.equal(project.git('log', '--format=%s'), 'Release 9.0.0\nAll of it');
    assert.deepEqual(project.git('diff', '--name-only', 'HEAD~1').split('\n'), [
      'CHANGELOG.md',
      'package-lock.json',
      'package.json',
      'src/version.ts',
    ]);
    assert.match(
      project.read('CHANGELOG.md'),
      /^## Unreleased\n\n## \[9\.0\.0\] - \d{4}-\d\d-\d\d\n\n/m,
    );
    const added = project.git('diff', '--numstat', 'HEAD~1', '--', 'package-lock.json');
    assert.match(added, /^2\t2\t/);
  });

  test('the tag is on that commit, with a message that names the checks', () => {
    assert.equal(project.git('cat-file', '-t', 'v9.0.0'), 'tag');
    assert.equal(project.git('rev-parse', 'v9.0.0^{}'), project.git('rev-parse', 'HEAD'));
    assert.match(
      project.git('tag', '-n9', '--list', 'v9.0.0'),
      new RegExp(`Checked with ${check}`),
    );
  });

  test('git status is clean: the packed files are ignored', () => {
    assert.equal(project.git('status', '--porcelain'), '');
  });

  test('every packed file has a valid checksum', () => {
    const files = shell('ls').trim().split('\n');
    const checked = shell('sha256sum -c SHA256SUMS').trim().split('\n');
    assert.deepEqual(
      checked,
      files.filter((name) => name !== 'SHA256SUMS').map((name) => `${name}: OK`),
    );
    const scripts = Object.keys(JSON.parse(project.read(`${FOLDER}/integrity.json`)).files);
    const papers = ['NOTES.md', 'SHA256SUMS', 'ddb-debt-overview-9.0.0.tgz', 'integrity.json'];
    assert.ok(scripts.includes('ddb-debt-overview-9.0.0.js'));
    assert.ok(
      files.some((name) => name.endsWith('-9.0.0.zip')),
      'the CMS modules',
    );
    assert.deepEqual(
      files.filter((name) => !/\.LICENSE\.txt$|\.zip$/.test(name)).sort(),
      [...scripts, ...papers].sort(),
    );
  });

  test('the tarball has the version and its changelog', () => {
    const fromTarball = (file) => shell(`tar -xzOf *.tgz package/${file}`);
    assert.equal(JSON.parse(fromTarball('package.json')).version, '9.0.0');
    assert.equal(fromTarball('CHANGELOG.md'), project.read('CHANGELOG.md'));
  });

  test('the notes have the changes, and say that not all checks were run', () => {
    const notes = project.read(`${FOLDER}/NOTES.md`);
    assert.ok(notes.includes(news));
    assert.ok(
      notes.includes(
        `**Not all checks were run**: \`${check}\` has passed, in place of \`.ci/run\`.`,
      ),
    );
  });

  return () => project;
}
