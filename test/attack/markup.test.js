import assert from 'node:assert/strict';
import { test } from 'node:test';
import { json } from '../serve.js';
import { MARKUP } from './hostile-strings.js';
import { statesOf, TEXTS } from './element-states.js';
import { openFixture } from './fixture.js';

const on = openFixture();

/** Replaces all characters except braces, so that placeholders stay. */
const harmless = (words) => words.replace(/[^{}]/g, 'x');

/** The names of states in which the structure depends on the words. */
const differences = async (page, one, other) =>
  page.evaluate(
    async ([ours, theirs]) => {
      const { inspector } = window;
      const wrong = [];
      for (const [name, state] of Object.entries(ours)) {
        await inspector.render(state);
        const structure = JSON.stringify(inspector.skeleton());
        await inspector.render(theirs[name]);
        if (JSON.stringify(inspector.skeleton()) !== structure) wrong.push(name);
      }
      return wrong;
    },
    [one, other],
  );

async function assertNothingRan() {
  assert.equal(await on.page.evaluate(() => window.pwned ?? null), null);
  assert.equal(on.page.url(), `${on.library.origin}/`);
}

test('there are texts to replace', () => {
  assert.ok(Object.keys(TEXTS).length > 80);
});

/** All strings without braces, because a text with an unknown placeholder is not shown. */
const WORDS = MARKUP.filter((words) => !/[{}]/.test(words)).join(' ');

test('data, texts, attributes and titles are never parsed as HTML, in every state', async () => {
  await on.open();
  const wrong = await differences(on.page, statesOf(WORDS), statesOf(harmless(WORDS)));
  assert.deepEqual(wrong, []);
  await assertNothingRan();
});

test('each string is shown as text', async () => {
  await on.open();
  const withTitles = (words) => ({ one: statesOf(words)['with titles'] });
  for (const words of MARKUP) {
    const wrong = await differences(on.page, withTitles(words), withTitles(harmless(words)));
    assert.deepEqual(wrong, [], words);
    await on.page.evaluate((state) => window.inspector.render(state), statesOf(words).transition);
    for (const name of ['reason', 'materials']) {
      const [text] = await on.part(name).allTextContents();
      assert.ok(text.includes(words), text);
    }
  }
  await assertNothingRan();
});

test('names do not become links', async () => {
  await on.open();
  for (const words of MARKUP) {
    await on.page.evaluate((state) => window.inspector.render(state), statesOf(words).transition);
    const links = await on.page.evaluate(() =>
      window.inspector.all('[href]').map(({ href }) => href),
    );
    const own = ['/t', '/r', '/h'].map((path) => on.library.origin + path);
    assert.deepEqual(links.sort(), [...own, 'https://betalingsoverblik.example/'].sort());
  }
});

test('an order number in a response is shown as text', async () => {
  const returnQuery = new URLSearchParams({ 'ddb-order': WORDS, 'ddb-result': 'accepted' });
  on.library.routes['/pay'] = json({ orderId: WORDS, redirectUrl: `${on.library.origin}/back` });
  on.library.routes['/back'] = (_, response) => {
    response.writeHead(303, { Location: `/?${returnQuery}` }).end();
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

test('error responses and invalid destinations are not shown', async () => {
  // An order that was requested and not started keeps its key for half an hour.
  on.allowsOpenPayment = true;
  await on.open();
  const skeletonAfter = async (status, type, answer) => {
    on.library.routes['/pay'] = (_, response) => {
      response.writeHead(status, { 'Content-Type': type }).end(JSON.stringify(answer));
    };
    const answered = on.page.waitForResponse(/pay$/);
    await on.part('pay-all').click();
    await answered;
    await on.inElement((element) => element.refresh());
    return on.page.evaluate(() => JSON.stringify(window.inspector.skeleton()));
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
