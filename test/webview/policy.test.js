import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeEach, describe, test } from 'node:test';
import { page, send } from '../serve.js';
import { openFixture } from './fixture.js';

const on = openFixture();

/** How long to wait before asserting that no script has run, in ms. */
const A_WHILE = 400;

const elsewhere = () => on.proxy.origin.replace('127.0.0.1', 'localhost');

beforeEach(() => {
  on.proxy.routes['/foreign.js'] = send('text/javascript', 'injected = true');
});

/** Asserts that no foreign script has run; returns what the policy has blocked. */
async function blocked() {
  await wait(A_WHILE);
  assert.equal(await on.view.evaluate(() => window.injected ?? null), null);
  assert.deepEqual(on.proxy.requestsFor('/foreign.js'), []);
  return on.view.consoleLines.splice(0);
}

/** Opens dist/webview.html with HTML that an attacker has inserted. */
async function openTampered(html) {
  const answer = await fetch(`${on.proxy.origin}/webview.html`);
  const whole = await answer.text();
  on.proxy.routes['/tampered.html'] = page(whole.replace('</body>', () => `${html}</body>`));
  await on.open('/tampered.html');
}

describe('the policy of dist/webview.html blocks', () => {
  test('an inline script', async () => {
    await openTampered('<script>injected = true</script>');
    assert.deepEqual(await blocked(), ['policy: script-src-elem inline']);
  });

  test("a script from the page's own site", async () => {
    await openTampered('<script src="/foreign.js"></script>');
    assert.deepEqual(await blocked(), [`policy: script-src-elem ${on.proxy.origin}/foreign.js`]);
  });

  test('a script from another site', async () => {
    const src = `${elsewhere()}/foreign.js`;
    await openTampered(`<script src="${src}"></script>`);
    assert.deepEqual(await blocked(), [`policy: script-src-elem ${src}`]);
  });

  test('a handler in an attribute', async () => {
    await openTampered('<button onclick="injected = true">x</button>');
    await on.view.evaluate(() => document.querySelector('body > button').click());
    assert.deepEqual(await blocked(), ['policy: script-src-attr inline']);
  });

  test('a frame', async () => {
    await openTampered('<iframe src="/foreign.js"></iframe>');
    assert.deepEqual(await blocked(), [`policy: frame-src ${on.proxy.origin}/foreign.js`]);
  });

  test('a base that would change every link', async () => {
    await openTampered('<base href="https://evil.example/">');
    assert.ok(!(await on.view.evaluate(() => document.baseURI)).includes('evil'));
    assert.match((await blocked()).join('\n'), /^policy: base-uri/);
  });

  test("text that becomes a script, a script's address or HTML", async () => {
    await on.open();
    const results = await on.view.evaluate(() => {
      const attempt = (run) => {
        try {
          run();
          return 'done';
        } catch ({ name }) {
          return name;
        }
      };
      const script = () => document.createElement('script');
      const add = (one, name, value) => document.body.append(Object.assign(one, { [name]: value }));
      return [
        attempt(() => new Function('injected = true')()),
        attempt(() => add(script(), 'textContent', 'injected = true')),
        attempt(() => add(script(), 'src', '/foreign.js')),
        attempt(() => {
          document.body.innerHTML = '<img src=x onerror="injected = true">';
        }),
      ];
    });
    assert.equal(results[0], 'EvalError');
    // A WebKit without trusted types blocks the rest when it runs.
    const refused = await on.view.evaluate(() => 'trustedTypes' in window);
    if (refused) assert.deepEqual(results.slice(1), ['TypeError', 'TypeError', 'TypeError']);
    const said = await blocked();
    assert.ok(said.length >= 4 && said.every((line) => line.startsWith('policy: ')), said.join());
  });
});
