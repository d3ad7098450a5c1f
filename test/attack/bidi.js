import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { json } from '../serve.js';
import { CHARACTERS } from './hostile-strings.js';
import { FEES } from './library.js';

/** The amount beside the foreign text. */
const AMOUNT = /230,00 kr\./;

/** Tests that bidirectional control characters do not reorder the text around them. */
export const testBidi = (on) =>
  describe('bidirectional control characters', () => {
    const open = async () => {
      await on.engine.resize(1600, 1200);
      await on.engine.open(on.library.origin);
    };

    /** Renders an element with the library's settings and debts, overridden by these. */
    const render = (over) =>
      on.engine.evaluate((given) => window.inspector.render(given), {
        attributes: { ...on.library.attributes, ...over.attributes },
        config: over.config,
        title: over.title,
        fees: over.fees ?? FEES,
      });

    /** The parts in which the text around the piece is not in order. */
    const outOfOrder = (piece, ...selectors) =>
      on.engine.evaluate(
        (one, all) =>
          all.flatMap((selector) => {
            const found = window.inspector.all(selector);
            if (!found.length) return [`${selector} is missing`];
            return found
              .filter((paragraph) => !window.inspector.isInOrder(paragraph, one))
              .map((paragraph) => `${selector}: ${window.inspector.read(paragraph)}`);
          }),
        piece,
        selectors,
      );

    const read = (selector) =>
      on.engine.evaluate((one) => window.inspector.all(one).map(window.inspector.read), selector);

    /** The line with the material of a debt. */
    const MATERIAL = '[part=number], [part=materials]:not(:has(p))';

    /** A debt of 230,00 kr. with these words in every text. */
    const debtOf = (words) => ({
      ...FEES[2],
      dueDate: '2021-05-08',
      reasonMessage: words,
      materials: [
        { materialItemNumber: '5237124059', periodical: { displayText: words } },
        { recordId: '48724566' },
      ],
    });

    test('in the reason and the material do not reorder amounts or other text', async () => {
      await open();
      const wrong = [];
      for (const [name, words] of Object.entries(CHARACTERS)) {
        await render({ fees: [debtOf(words)] });
        const found = await outOfOrder(words, MATERIAL, '[part=reason]');
        wrong.push(...found.map((one) => `${name}: ${one}`));
        const [amount, ...more] = await read('[part=amount]');
        assert.match(amount, AMOUNT, name);
        assert.deepEqual(more, []);
        assert.match((await read('[part=subtotal]'))[0], AMOUNT, name);
      }
      assert.deepEqual(wrong, []);
    });

    test('in the item number do not reorder other text', async () => {
      await open();
      const wrong = [];
      for (const [name, words] of Object.entries(CHARACTERS)) {
        const materials = [{ materialItemNumber: words }, { recordId: '48724566' }];
        await render({ fees: [{ ...FEES[2], materials }] });
        wrong.push(...(await outOfOrder(words, MATERIAL)).map((one) => `${name}: ${one}`));
      }
      assert.deepEqual(wrong, []);
    });

    test('in titles do not reorder other text', async () => {
      await open();
      const wrong = [];
      for (const [name, words] of Object.entries(CHARACTERS)) {
        const title = { title: words, creators: [words], year: '2019', type: 'bog' };
        await render({ fees: [FEES[1]], title });
        wrong.push(...(await outOfOrder(words, '[part=byline]')).map((one) => `${name}: ${one}`));
        assert.match((await read('[part=amount]'))[0], /192,56 kr\./, name);
      }
      assert.deepEqual(wrong, []);
    });

    test('in the name of the payment site do not reorder other text', async () => {
      await open();
      const wrong = [];
      for (const [name, words] of Object.entries(CHARACTERS)) {
        await render({ attributes: { 'oir-payment-name': words } });
        const found = await outOfOrder(
          words,
          '[part=intro]',
          '[part~=section-oir] [part=section-heading]',
          '[part=about-toggle]',
          '[part~=go-link]',
        );
        wrong.push(...found.map((one) => `${name}: ${one}`));
      }
      assert.deepEqual(wrong, []);
    });

    test("in the library's own texts do not reorder amounts", async () => {
      await open();
      const wrong = [];
      for (const [name, words] of Object.entries(CHARACTERS)) {
        const texts = {
          'dibs.payAll': `${words} {amount}`,
          subtotal: `${words} {amount}`,
          total: `${words} {amount}`,
        };
        await render({ config: { texts } });
        for (const [selector, amount] of [
          ['[part~=pay-all]', '262,56'],
          ['[part=subtotal]', '262,56'],
          ['[part=total]', '492,56'],
        ]) {
          const [text] = await read(selector);
          if (!text.includes(amount)) wrong.push(`${name}: ${selector}: ${text}`);
        }
      }
      assert.deepEqual(wrong, []);
    });

    test('in an order number do not reorder other text', async () => {
      const wrong = [];
      for (const name of [
        'right-to-left override',
        'an isolate end without a start, then an override',
      ]) {
        const orderId = CHARACTERS[name];
        on.library.routes['/pay'] = json({ orderId, redirectUrl: `${on.library.origin}/back` });
        on.library.routes['/back'] = (_, response) => {
          const query = new URLSearchParams({ 'ddb-order': orderId, 'ddb-result': 'accepted' });
          response.writeHead(303, { Location: `/?${query}` }).end();
        };
        await on.engine.open(`${on.library.origin}/blank`);
        await on.engine.evaluate(() => sessionStorage.clear());
        await open();
        await on.engine.evaluate(async () => {
          await document.querySelector('ddb-debt-overview').refresh();
          setTimeout(() => window.inspector.all('[part~=pay-all]')[0].click());
        });
        await until(() =>
          on.engine.evaluate(() => !!window.inspector?.all('[part~=payment-registering]')[0]),
        );
        wrong.push(
          ...(await outOfOrder(orderId.trim(), '[part~=payment-registering] p')).map(
            (one) => `${name}: ${one}`,
          ),
        );
      }
      assert.deepEqual(wrong, []);
    });
  });

async function until(holds) {
  for (let tries = 0; tries < 100; tries++) {
    if (await holds().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`not in time: ${holds}`);
}
