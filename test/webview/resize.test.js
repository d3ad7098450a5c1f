import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, test } from 'node:test';
import { json } from '../serve.js';
import { openFixture } from './fixture.js';

const on = openFixture();

const fees = (count) =>
  json(
    Array.from({ length: count }, (_, index) => ({
      feeId: index + 1,
      amount: 10 + index,
      type: 'fee',
      reasonMessage: 'Gebyr (for sent)',
      creationDate: '2021-04-06',
      dueDate: '2021-05-08',
      payableByClient: true,
      materials: [],
    })),
  );

const heights = () => on.view.messagesOf('ddb-debt-resize').map(({ height }) => height);

const realHeight = () =>
  on.view.evaluate(() =>
    Math.ceil(document.querySelector('ddb-debt-overview').getBoundingClientRect().height),
  );

/** Asserts that the last reported height is the real one after rendering. */
async function toldHeight() {
  // Longer than any rendering, so that a superfluous message is found too.
  await wait(300);
  const height = await realHeight();
  assert.equal(heights().at(-1), height);
  return height;
}

async function read(answer) {
  on.proxy.routes['/patron/fees'] = answer;
  await on.refresh();
  return toldHeight();
}

describe('CONTRACT 7: ddb-debt-resize', () => {
  test('is sent when the content changes: few debts, many, few again, an error', async () => {
    on.proxy.routes['/patron/fees'] = fees(2);
    await on.open();
    const few = await toldHeight();
    const many = await read(fees(40));
    assert.ok(many > few + 1000, `${many} for 40, ${few} for 2`);
    assert.equal(await read(fees(2)), few);
    const failed = await read(json({}));
    await on.astrid.waitFor('failure');
    assert.notEqual(failed, few);
    const none = await read(fees(0));
    assert.ok(none < few, `${none} for none, ${few} for 2`);
  });

  test('is not repeated when nothing has changed', async () => {
    await on.open();
    await toldHeight();
    const before = heights();
    await on.refresh();
    await on.refresh();
    await toldHeight();
    assert.deepEqual(heights(), before);
    for (const [index, height] of before.entries()) assert.notEqual(height, before[index - 1]);
  });

  test('stops when the app sets its view to the reported height, growing and shrinking', async () => {
    on.proxy.routes['/patron/fees'] = fees(30);
    const { respond } = on.view;
    on.view.respond = (message) => {
      if (message.type === 'ddb-debt-resize') void on.view.resize(390, message.height);
      return respond(message);
    };
    await on.open();
    const many = await toldHeight();
    assert.equal(await on.view.evaluate(() => innerHeight), many);
    const few = await read(fees(1));
    assert.ok(few < many, `${few} for 1, ${many} for 30`);
    assert.equal(await on.view.evaluate(() => innerHeight), few);
    assert.ok(heights().length < 12, heights().join());
  });

  test('is sent when the patron opens details', async () => {
    await on.open();
    const closed = await toldHeight();
    await on.astrid.press('about-toggle');
    assert.ok((await toldHeight()) > closed);
    await on.astrid.press('about-toggle');
    assert.equal(await toldHeight(), closed);
  });

  test('is sent when the text size changes', async () => {
    await on.open();
    const before = await toldHeight();
    await on.view.zoomText(2);
    assert.ok((await toldHeight()) > before);
  });
});
