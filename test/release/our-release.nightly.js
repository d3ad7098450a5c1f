import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import { openBrowser } from '../pages/open-browser.js';
import { page, serve } from '../serve.js';
import { copyOurProject, NEWS } from './our-project.js';
import { FOLDER, released } from './released.js';

describe('a complete release of this project', () => {
  const project = released(copyOurProject, { news: NEWS, check: 'node .ci/check-version.js' });

  test('the licences of each script are beside it', () => {
    const files = readdirSync(project().path(FOLDER));
    const scripts = files.filter((name) => name.endsWith('.js'));
    assert.ok(scripts.length > 2);
    for (const name of scripts) {
      assert.ok(files.includes(`${name.replace('-9.0.0', '')}.LICENSE.txt`), name);
    }
  });

  test('each tag in the notes works in a page, and its hash is correct', async () => {
    const notes = project().read(`${FOLDER}/NOTES.md`);
    const tags = [...notes.matchAll(/```html\n([^]*?)```/g)].map(([, tag]) => tag);
    const routes = Object.fromEntries(
      tags.map((tag, at) => [
        `/${at}`,
        page(`<!doctype html><link rel="icon" href="data:,">${tag}`),
      ]),
    );
    const server = await serve(routes, { folder: project().path(FOLDER), under: '/libraries/' });
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
      // In Danish and English; in all languages; and the script of the early start.
      assert.deepEqual(loaded, ['9.0.0', '9.0.0', 'function']);
    } finally {
      await browser.close();
      await server.close();
    }
  });

  /** Changes the documentation of the element, with an entry in the changelog. */
  function change(from, to) {
    for (const [file, old, text] of [
      ['src/ddb-debt-overview.ts', from, to],
      ['CHANGELOG.md', '## Unreleased\n', `## Unreleased\n\n${NEWS}\n`],
    ]) {
      assert.ok(project().read(file).includes(old), file);
      project().write(
        file,
        project()
          .read(file)
          .replace(old, () => text),
      );
    }
    project().commit('A change');
  }

  test('after it, a new name needs a minor, and a removed one a major', async () => {
    const dryRun = async (wanted) => project().release(wanted, '--dry-run');
    change(' * @slot footer - ', ' * @slot new - More.\n * @slot footer - ');
    assert.deepEqual(await dryRun('patch'), {
      status: 1,
      output: '9.0.1 is too small: with slot new added since 9.0.0, it must be at least 9.1.0.\n',
    });
    change(' * @slot intro - Replaces the introduction.\n', '');
    assert.deepEqual(await dryRun('minor'), {
      status: 1,
      output: '9.1.0 is too small: without slot intro since 9.0.0, it must be at least 10.0.0.\n',
    });
    const major = await dryRun('10.0.0-rc.1');
    assert.equal(major.status, 0, major.output);
    assert.match(
      major.output,
      /^Public names since 9\.0\.0:\n {2}\+ slot new\n {2}- slot intro\nCHANGELOG/m,
    );
  });
});
