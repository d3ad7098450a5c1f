import assert from 'node:assert/strict';
import { test } from 'node:test';
import { json } from '../serve.js';
import { MARKUP } from './hostile-strings.js';
import { scenesOf, TEXTS } from './scenes.js';
import { stage } from './stage.js';

const on = stage();

/** The same without its teeth; what stands for a placeholder still does. */
const harmless = (words) => words.replace(/[^{}]/g, 'x');

/** The scenes in which an element is not built as it is with other words. */
const differences = async (page, one, other) =>
  page.evaluate(
    async ([ours, theirs]) => {
      const { look } = window;
      const wrong = [];
      for (const [name, scene] of Object.entries(ours)) {
        await look.draw(scene);
        const built = JSON.stringify(look.skeleton());
        await look.draw(theirs[name]);
        if (JSON.stringify(look.skeleton()) !== built) wrong.push(name);
      }
      return wrong;
    },
    [one, other],
  );

async function assertNothingRan() {
  assert.equal(await on.page.evaluate(() => window.pwned ?? null), null);
  assert.equal(on.page.url(), `${on.library.origin}/`);
}

test('there are texts to be replaced', () => {
  assert.ok(Object.keys(TEXTS).length > 80);
});

/** All of it at once; but what looks like a placeholder, for a text with an unknown one is not shown. */
const WORDS = MARKUP.filter((words) => !/[{}]/.test(words)).join(' ');

test('data, texts, attributes and titles stay text, however the element looks', async () => {
  await on.open();
  const wrong = await differences(on.page, scenesOf(WORDS), scenesOf(harmless(WORDS)));
  assert.deepEqual(wrong, []);
  await assertNothingRan();
});

test('data, texts, attributes and titles stay text, one by one, and can be read', async () => {
  await on.open();
  const withTitles = (words) => ({ one: scenesOf(words)['with titles'] });
  for (const words of MARKUP) {
    const wrong = await differences(on.page, withTitles(words), withTitles(harmless(words)));
    assert.deepEqual(wrong, [], words);
    await on.page.evaluate((scene) => window.look.draw(scene), scenesOf(words).transition);
    for (const name of ['reason', 'materials']) {
      const [said] = await on.part(name).allTextContents();
      assert.ok(said.includes(words), said);
    }
  }
  await assertNothingRan();
});

test('a name that is text leads nowhere', async () => {
  await on.open();
  for (const words of MARKUP) {
    await on.page.evaluate((scene) => window.look.draw(scene), scenesOf(words).transition);
    const links = await on.page.evaluate(() => window.look.all('[href]').map(({ href }) => href));
    const own = ['/t', '/r', '/h'].map((path) => on.library.origin + path);
    assert.deepEqual(links.sort(), [...own, 'https://betalingsoverblik.example/'].sort());
  }
});

test('the answers of a payment stay text: the number of an order', async () => {
  const wayBack = new URLSearchParams({ 'ddb-order': WORDS, 'ddb-result': 'accepted' });
  on.library.routes['/pay'] = json({ orderId: WORDS, redirectUrl: `${on.library.origin}/back` });
  on.library.routes['/back'] = (_, response) => {
    response.writeHead(303, { Location: `/?${wayBack}` }).end();
  };
  await on.open();
  await on.part('pay-all').click();
  assert.ok((await on.part('payment-registering').textContent()).includes(WORDS));
  assert.equal(await on.part('payment-registering').locator('p *').count(), 0);
  on.library.routes['/fees'] = json([]);
  await on.inElement((element) => element.refresh());
  const number = on.part('receipt').locator('b').first();
  assert.equal(await number.textContent(), WORDS);
  assert.equal(await number.locator('*').count(), 0);
  await assertNothingRan();
});

test('the answers of a payment stay text: a refusal, and a destination that is none', async () => {
  // What has been asked for and not begun is asked for with the same key for half an hour.
  on.mayBeOpen = true;
  await on.open();
  const skeletonAfter = async (status, type, answer) => {
    on.library.routes['/pay'] = (_, response) => {
      response.writeHead(status, { 'Content-Type': type }).end(JSON.stringify(answer));
    };
    const answered = on.page.waitForResponse(/pay$/);
    await on.part('pay-all').click();
    await answered;
    await on.inElement((element) => element.refresh());
    return on.page.evaluate(() => JSON.stringify(window.look.skeleton()));
  };
  const problem = { type: WORDS, title: WORDS, detail: WORDS, instance: WORDS };
  for (const status of [409, 410, 422, 403, 418, 503]) {
    const type = 'application/problem+json';
    assert.equal(await skeletonAfter(status, type, problem), await skeletonAfter(status, type, {}));
  }
  const none = await skeletonAfter(200, 'application/json', { orderId: 'O-1' });
  for (const answer of [
    { orderId: 'O-1', redirectUrl: WORDS },
    { orderId: 'O-1', form: { action: WORDS, fields: { [WORDS]: WORDS } } },
    { orderId: '', [WORDS]: WORDS },
  ]) {
    assert.equal(await skeletonAfter(200, 'application/json', answer), none);
  }
  await assertNothingRan();
});
