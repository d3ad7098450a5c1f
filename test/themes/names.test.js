import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const PUBLIC = read('src/views/parts.ts');

/** The distinct matches of a pattern in a theme. */
const allOf = (css, what) => [...new Set([...css.matchAll(what)].map(([, name]) => name))];

for (const file of readdirSync(new URL('../../themes', import.meta.url))) {
  const css = read(`themes/${file}`);
  const rules = css.replace(/\/\*[^]*?\*\//g, '');

  test(`${file} sets only public names`, () => {
    const tokens = allOf(rules, /(--[\w-]+)/g);
    const parts = allOf(rules, /::part\(([^)]*)\)/g);
    assert.ok(tokens.length > 5, tokens.join());
    assert.deepEqual(
      tokens.filter((token) => !PUBLIC.includes(`@cssprop ${token} - `)),
      [],
    );
    assert.deepEqual(
      parts.filter((part) => !PUBLIC.includes(`@csspart ${part} - `)),
      [],
    );
  });

  test(`${file} loads nothing and has a lower priority than the page's styles`, () => {
    assert.doesNotMatch(rules, /url\(|@import|@font-face|!important|https?:/);
    const selectors = allOf(rules, /([^{};]+)\{/g)
      .filter((one) => !one.trim().startsWith('@'))
      .flatMap((one) => one.split(','))
      .map((one) => one.trim());
    assert.ok(selectors.length > 2, selectors.join());
    const weak = (one) => /^:where\([^)]*\)(::part\([a-z-]+\))?$/.test(one);
    // No rule of the page may show a login that is not needed.
    assert.deepEqual(
      selectors.filter((one) => !weak(one)),
      ['ddb-debt-overview:not(:defined) > [slot]'],
    );
  });
}
