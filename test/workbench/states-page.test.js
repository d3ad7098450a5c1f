import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { openWorkbench } from './workbench-page.js';

let fixture;
let tab;
before(async () => {
  fixture = await openWorkbench();
});
after(() => fixture?.close());
beforeEach(async () => {
  await tab?.close();
  tab = await fixture.context.newPage();
});

const open = async (address) => {
  await tab.goto(`${fixture.url}states.html${address}`);
  await tab.locator('ddb-debt-overview [part=base]').first().waitFor();
};

test('a state is shown at a width, in a theme, language, scheme and text size, by its address', async () => {
  await open('?width=390&theme=dpl&lang=en&scheme=dark&text=150#both');
  const box = tab.locator('.box', { has: tab.locator('ddb-debt-overview') });
  assert.equal(await box.count(), 1);
  await tab.getByRole('heading', { name: 'Paid here' }).waitFor();
  const look = () =>
    box.evaluate((element) => ({
      width: element.getBoundingClientRect().width,
      scheme: getComputedStyle(element).colorScheme,
      text: getComputedStyle(document.documentElement).fontSize,
      font: getComputedStyle(element.querySelector('ddb-debt-overview')).getPropertyValue(
        '--ddb-debt-heading-font',
      ),
    }));
  const { font, ...others } = await look();
  assert.deepEqual(others, { width: 390, scheme: 'dark', text: '24px' });
  assert.match(font, /Lora/);
  await tab.getByLabel('Bredde').selectOption('280');
  await tab.waitForURL(/width=280.*#both/);
  await box.first().waitFor();
  assert.equal((await look()).width, 280);
});

test('the contents list leads to each state, and is filtered by a part of its name', async () => {
  await open('#empty');
  const items = tab.locator('nav li:not([hidden])');
  const count = await items.count();
  assert.ok(count > 25, String(count));
  await tab.getByLabel('Find').fill('engelsk');
  assert.deepEqual(await items.allInnerTexts(), ['Begge systemer, engelsk both-english']);
  await items.getByRole('link').click();
  await tab.getByRole('heading', { name: 'Paid here' }).waitFor();
});

test('the attributes of a state can be copied', async () => {
  await open('#app-mobilepay');
  await tab.getByText('Attributter').click();
  await tab.getByRole('button', { name: 'Kopiér' }).click();
  await tab.getByText('Kopieret.').waitFor();
  const copied = await tab.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /^<ddb-debt-overview\n {2}fees-url="\.\.\."\n[^]*\n {2}mobilepay\n/);
});
