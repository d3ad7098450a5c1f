import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { json } from '../serve.js';
import { openFixture } from './fixture.js';

/** test/accessibility measures the widget. This measures that the page in an app gives it the whole view. */
describe('a view of 320 × 640, text at 200 %', () => {
  const on = openFixture({ size: '320x640' });

  const assertFits = async () => {
    const [width, inner, all] = await on.view.evaluate(() => [
      innerWidth,
      document.documentElement.clientWidth,
      document.documentElement.scrollWidth,
    ]);
    assert.deepEqual([width, inner, all], [320, 320, 320]);
  };

  test('the list and a failure fit', async () => {
    await on.view.zoomText(2);
    on.byMobilePay();
    await on.open();
    await on.astrid.press('about-toggle');
    await assertFits();
    on.proxy.routes['/patron/fees'] = json({});
    await on.refresh();
    await on.astrid.waitFor('retry-button');
    await assertFits();
  });
});
