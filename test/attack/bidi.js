import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { json } from '../serve.js';
import { CHARACTERS } from './hostile-strings.js';
import { FEES } from './library.js';

/** What stands in a paragraph beside something that somebody else wrote. */
const AMOUNT = /230,00 kr\./;

/** Characters that turn the direction of what comes after them. */
export const bidi = (on) =>
  describe('letters that are turned', () => {
    const open = async () => {
      await on.engine.resize(1600, 1200);
      await on.engine.open(on.library.origin);
    };

    /** Draws an element of the library's own settings and debts, but for these. */
    const draw = (over) =>
      on.engine.evaluate((given) => window.look.draw(given), {
        attributes: { ...on.library.attributes, ...over.attributes },
        config: over.config,
        title: over.title,
        fees: over.fees ?? FEES,
      });

    /** The parts whose words are not in order beside the piece. */
    const astray = (piece, ...selectors) =>
      on.engine.evaluate(
        (one, all) =>
          all.flatMap((selector) => {
            const found = window.look.all(selector);
            if (!found.length) return [`${selector} is missing`];
            return found
              .filter((paragraph) => !window.look.isInOrder(paragraph, one))
              .map((paragraph) => `${selector}: ${window.look.read(paragraph)}`);
          }),
        piece,
        selectors,
      );

    const read = (selector) =>
      on.engine.evaluate((one) => window.look.all(one).map(window.look.read), selector);

    /** What the debt is for, in its one line. */
    const MATERIAL = '[part=number], [part=materials]:not(:has(p))';

    /** A debt of 230,00 kr. whose words are somebody's. */
    const debtOf = (words) => ({
      ...FEES[2],
      dueDate: '2021-05-08',
      reasonMessage: words,
      materials: [
        { materialItemNumber: '5237124059', periodical: { displayText: words } },
        { recordId: '48724566' },
      ],
    });

    test('the reason and what the debt is for turn no amount, and nothing beside them', async () => {
      await open();
      const wrong = [];
      for (const [name, words] of Object.entries(CHARACTERS)) {
        await draw({ fees: [debtOf(words)] });
        const found = await astray(words, MATERIAL, '[part=reason]');
        wrong.push(...found.map((one) => `${name}: ${one}`));
        const [amount, ...more] = await read('[part=amount]');
        assert.match(amount, AMOUNT, name);
        assert.deepEqual(more, []);
        assert.match((await read('[part=subtotal]'))[0], AMOUNT, name);
      }
      assert.deepEqual(wrong, []);
    });

    test('the number on the item turns nothing beside it', async () => {
      await open();
      const wrong = [];
      for (const [name, words] of Object.entries(CHARACTERS)) {
        const materials = [{ materialItemNumber: words }, { recordId: '48724566' }];
        await draw({ fees: [{ ...FEES[2], materials }] });
        wrong.push(...(await astray(words, MATERIAL)).map((one) => `${name}: ${one}`));
      }
      assert.deepEqual(wrong, []);
    });

    test('what a catalogue says turns nothing beside it', async () => {
      await open();
      const wrong = [];
      for (const [name, words] of Object.entries(CHARACTERS)) {
        const title = { title: words, creators: [words], year: '2019', type: 'bog' };
        await draw({ fees: [FEES[1]], title });
        wrong.push(...(await astray(words, '[part=byline]')).map((one) => `${name}: ${one}`));
        assert.match((await read('[part=amount]'))[0], /192,56 kr\./, name);
      }
      assert.deepEqual(wrong, []);
    });

    test('the name of the payment site turns nothing beside it', async () => {
      await open();
      const wrong = [];
      for (const [name, words] of Object.entries(CHARACTERS)) {
        await draw({ attributes: { 'oir-payment-name': words } });
        const found = await astray(
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

    test("the library's own words turn no amount: what is paid is what is seen", async () => {
      await open();
      const wrong = [];
      for (const [name, words] of Object.entries(CHARACTERS)) {
        const texts = {
          'dibs.payAll': `${words} {amount}`,
          subtotal: `${words} {amount}`,
          total: `${words} {amount}`,
        };
        await draw({ config: { texts } });
        for (const [selector, amount] of [
          ['[part~=pay-all]', '262,56'],
          ['[part=subtotal]', '262,56'],
          ['[part=total]', '492,56'],
        ]) {
          const [seen] = await read(selector);
          if (!seen.includes(amount)) wrong.push(`${name}: ${selector}: ${seen}`);
        }
      }
      assert.deepEqual(wrong, []);
    });

    test('the number of an order turns nothing beside it', async () => {
      const wrong = [];
      for (const name of [
        'right-to-left override',
        'an isolate ended that nobody began, then an override',
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
          setTimeout(() => window.look.all('[part~=pay-all]')[0].click());
        });
        await until(() =>
          on.engine.evaluate(() => !!window.look?.all('[part~=payment-registering]')[0]),
        );
        wrong.push(
          ...(await astray(orderId.trim(), '[part~=payment-registering] p')).map(
            (one) => `${name}: ${one}`,
          ),
        );
      }
      assert.deepEqual(wrong, []);
    });
  });

async function until(holds) {
  for (let look = 0; look < 100; look++) {
    if (await holds().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`not in time: ${holds}`);
}
