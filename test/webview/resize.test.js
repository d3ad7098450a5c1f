import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, test } from 'node:test';
import { json } from '../serve.js';
import { stage } from './stage.js';

const on = stage();

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

/** What the app has been told last is what is so, once everything is drawn. */
async function toldHeight() {
  // Longer than any drawing, so that a message too many is seen as well.
  await wait(300);
  const height = await realHeight();
  assert.equal(heights().at(-1), height);
  return height;
}

async function read(answer) {
  on.door.routes['/patron/fees'] = answer;
  await on.refresh();
  return toldHeight();
}

describe('CONTRACT 7: ddb-debt-resize', () => {
  test('follows the content: few debts, many, few again, an error', async () => {
    on.door.routes['/patron/fees'] = fees(2);
    await on.open();
    const few = await toldHeight();
    const many = await read(fees(40));
    assert.ok(many > few + 1000, `${many} for 40, ${few} for 2`);
    assert.equal(await read(fees(2)), few);
    const failed = await read(json({}));
    await on.astrid.sees('failure');
    assert.notEqual(failed, few);
    const none = await read(fees(0));
    assert.ok(none < few, `${none} for none, ${few} for 2`);
  });

  test('is not said again where nothing has changed', async () => {
    await on.open();
    await toldHeight();
    const before = heights();
    await on.refresh();
    await on.refresh();
    await toldHeight();
    assert.deepEqual(heights(), before);
    for (const [index, height] of before.entries()) assert.notEqual(height, before[index - 1]);
  });

  test('an app that makes its view as high as it is told comes to rest, up and down', async () => {
    on.door.routes['/patron/fees'] = fees(30);
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

  test('follows what the patron opens', async () => {
    await on.open();
    const closed = await toldHeight();
    await on.astrid.press('about-toggle');
    assert.ok((await toldHeight()) > closed);
    await on.astrid.press('about-toggle');
    assert.equal(await toldHeight(), closed);
  });

  test('follows the size of text', async () => {
    await on.open();
    const before = await toldHeight();
    await on.view.zoomText(2);
    assert.ok((await toldHeight()) > before);
  });
});
