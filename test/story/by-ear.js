import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { Account } from './patron.js';
import { allIn, treeOf } from './tree.js';

/** Text that is in one piece is said in one go. @param {import('./tree.js').Thing} thing */
function wordsOf({ role, name, text, children }) {
  if (role === 'ListMarker') return '';
  if (!children.length) return name;
  if (children.every((child) => child.role === 'StaticText')) return text || name;
  return children.map(wordsOf).filter(Boolean).join(' ');
}

/**
 * The whole story by what a screen reader knows: each thing is found by its role and its name in the accessibility tree
 * alone, focused, and used by a key.
 * @param {import('./keyboards.js').Keyboard} keyboard
 * @param {import('../host/host.js').Host} host
 */
export async function byEar(keyboard, host) {
  const account = new Account();
  const devtools = await keyboard.devtools();

  /** Waits until there is one of that role whose name, or text, begins so. */
  async function find(role, words) {
    const end = Date.now() + 60_000;
    let things = [];
    while (Date.now() < end) {
      // Between two pages there is no tree.
      things = await treeOf(devtools).then(allIn, () => []);
      const found = things.filter(
        (thing) => thing.role === role && (thing.name || thing.text).startsWith(words),
      );
      assert.ok(found.length < 2, `${found.length} are ${role} “${words}”`);
      if (found[0]) return { thing: found[0], things };
      await wait(20);
    }
    return assert.fail(
      `no ${role} “${words}”; there is ${things.map((thing) => `${thing.role} ${thing.name}`).join(', ')}`,
    );
  }

  const saidIn = (things) =>
    things
      .filter(({ role }) => role === 'status' || role === 'alert')
      .map(wordsOf)
      .filter(Boolean);

  async function hear(words) {
    const { things } = await findSaid(words);
    account.hear(saidIn(things));
  }

  async function findSaid(words) {
    const end = Date.now() + 60_000;
    let things = [];
    while (Date.now() < end) {
      things = await treeOf(devtools).then(allIn, () => []);
      if (saidIn(things).some((said) => said.includes(words))) return { things };
      await wait(20);
    }
    return assert.fail(`nobody says “${words}”; said is ${saidIn(things).join(' | ')}`);
  }

  /** Finds it, hears what it is, and presses a key on it. */
  async function use(role, words, key) {
    const { thing } = await find(role, words);
    await devtools.send('DOM.focus', { backendNodeId: thing.node });
    const { things } = await find(role, words);
    assert.ok(
      things.some(({ node, is }) => node === thing.node && is.focused),
      `${role} “${words}” has the focus`,
    );
    const more = thing.description ? `, ${thing.description}` : '';
    account.note(`${role} “${thing.name}”${more}`);
    account.note(`  ${key}`);
    account.presses++;
    await keyboard.press(key);
  }

  async function chooseAndPay(choice, words) {
    await use('checkbox', 'Gebyr (for sent)', 'Space');
    await hear('Du har valgt 1 mellemværende: 70,00 kr.');
    await use('button', 'Betal valgte · 70,00 kr.', 'Enter');
    await find('heading', 'Betaling');
    account.note('  the payment window: heading “Betaling”');
    await use('button', choice, 'Enter');
    await find('heading', 'Mellemværender');
    account.note('  back at the library: heading “Mellemværender”');
    await hear('I alt');
    await hear(words);
  }

  account.note('The page is opened.');
  await keyboard.open(`${host.origin}/`);
  await hear('492,56');
  await chooseAndPay('Kortet afvises', 'Betalingen blev ikke gennemført');
  // What the library hears of it later than the patron is back.
  host.gateway.callback = 'never';
  await chooseAndPay('Betal', 'er ved at blive registreret');
  await host.gateway.callBack([...host.gateway.payments.keys()].at(-1));
  await hear('Du har betalt 70,00 kr.');
  await find('region', 'Kvittering');
  await keyboard.evaluate(() => {
    window.printed = 0;
    window.print = () => window.printed++;
  });
  await use('button', 'Udskriv kvittering', 'Enter');
  assert.equal(await keyboard.evaluate(() => window.printed), 1);
  await devtools.detach();
  return account.text;
}
