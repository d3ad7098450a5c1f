import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Visitor } from '../host/visitor.js';
import { json } from '../serve.js';
import { assertFits } from './assert-fits.js';
import { stage } from './stage.js';

/** Whatever can be pressed. */
const LINKS = {
  dibsEndDate: '2199-07-01',
  termsUrl: '/betingelser',
  ratesUrl: '/takster',
  helpUrl: '/kontakt',
};

for (const [size, text] of [
  ['390x844', 1],
  ['320x640', 1],
  ['320x640', 2],
]) {
  describe(`a view of ${size}, text at ${text * 100} %`, () => {
    const on = stage({ size });

    async function open(config, path) {
      await on.view.zoomText(text);
      Object.assign(on.app.config, config);
      await on.open(path);
    }

    test('the view has exactly that size', async () => {
      await open({});
      const [width, height] = await on.view.evaluate(() => [innerWidth, innerHeight]);
      assert.equal(`${width}x${height}`, size);
    });

    for (const lang of ['da', 'en']) {
      test(`everything there is fits: ${lang}`, async () => {
        on.byMobilePay();
        await open({ ...LINKS, lang });
        await on.astrid.press('about-toggle');
        // Pay, go, terms, rates, contact, and the explanation.
        await assertFits(on.view, 6);
      });

      test(`a failure fits: ${lang}`, async () => {
        on.byMobilePay();
        await open({ ...LINKS, lang });
        on.door.routes['/patron/fees'] = json({});
        await on.refresh();
        await on.astrid.sees('retry-button');
        await assertFits(on.view, 7);
      });

      test(`a payment that was left fits, and its receipt: ${lang}`, async () => {
        on.byMobilePay();
        await open({ ...LINKS, lang });
        await on.astrid.press('pay-button');
        const { url } = await on.view.message('ddb-debt-open');
        await on.view.hide();
        await on.view.show();
        await on.astrid.sees('continue-button');
        await assertFits(on.view, 5);
        await on.view.load(await new Visitor().choose({ redirectUrl: url }, 'pay'));
        await on.astrid.sees('receipt');
        await assertFits(on.view, 3);
      });
    }

    test('no way to pay fits', async () => {
      await open({ oirPaymentUrl: undefined, helpUrl: '/kontakt' });
      await assertFits(on.view, 1);
    });
  });
}
