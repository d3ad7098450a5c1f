import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { Transcript } from './patron.js';
import { allIn, treeOf } from './tree.js';

/** The text that a screen reader announces for a node. @param {import('./tree.js').AccessibleNode} node */
function wordsOf({ role, name, text, children }) {
  if (role === 'ListMarker') return '';
  if (!children.length) return name;
  if (children.every((child) => child.role === 'StaticText')) return text || name;
  return children.map(wordsOf).filter(Boolean).join(' ');
}

/**
 * Pays with the information of a screen reader: each control is found by its role and name in the accessibility tree,
 * focused, and activated with a key.
 * @param {import('./keyboards.js').Keyboard} keyboard
 * @param {import('../../integrations/payment-host/stand-ins/start.js').Host} host
 */
export async function byScreenReader(keyboard, host) {
  const transcript = new Transcript();
  const devtools = await keyboard.devtools();

  /** Waits for a node of the role whose name or text starts with the words. */
  async function find(role, words) {
    const end = Date.now() + 60_000;
    let things = [];
    while (Date.now() < end) {
      // There is no tree while a page loads.
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

  const announcementsIn = (things) =>
    things
      .filter(({ role }) => role === 'status' || role === 'alert')
      .map(wordsOf)
      .filter(Boolean);

  async function waitForAnnouncement(words) {
    const { things } = await findAnnouncement(words);
    transcript.announce(announcementsIn(things));
  }

  async function findAnnouncement(words) {
    const end = Date.now() + 60_000;
    let things = [];
    while (Date.now() < end) {
      things = await treeOf(devtools).then(allIn, () => []);
      if (announcementsIn(things).some((text) => text.includes(words))) return { things };
      await wait(20);
    }
    return assert.fail(`“${words}” is not announced, only ${announcementsIn(things).join(' | ')}`);
  }

  /** Finds a control, focuses it, and presses a key. */
  async function use(role, words, key) {
    const { thing } = await find(role, words);
    await devtools.send('DOM.focus', { backendNodeId: thing.node });
    const { things } = await find(role, words);
    assert.ok(
      things.some(({ node, is }) => node === thing.node && is.focused),
      `${role} “${words}” has the focus`,
    );
    const more = thing.description ? `, ${thing.description}` : '';
    transcript.add(`${role} “${thing.name}”${more}`);
    transcript.add(`  ${key}`);
    transcript.presses++;
    await keyboard.press(key);
  }

  async function chooseAndPay(choice, words) {
    await use('checkbox', 'Gebyr (for sent)', 'Space');
    await waitForAnnouncement('Du har valgt 1 mellemværende: 70,00 kr.');
    await use('button', 'Betal valgte · 70,00 kr.', 'Enter');
    await find('heading', 'Betaling');
    transcript.add('  the payment window: heading “Betaling”');
    await use('button', choice, 'Enter');
    await find('heading', 'Mellemværender');
    transcript.add('  back at the library: heading “Mellemværender”');
    await waitForAnnouncement('I alt');
    await waitForAnnouncement(words);
  }

  transcript.add('The page is opened.');
  await keyboard.open(`${host.origin}/`);
  await waitForAnnouncement('492,56');
  await chooseAndPay('Kortet afvises', 'Betalingen blev ikke gennemført');
  // The gateway's callback arrives after the patron has returned.
  host.gateway.callback = 'never';
  await chooseAndPay('Betal', 'er ved at blive registreret');
  await host.gateway.callBack(host.library.starts.at(-1).orderId);
  await waitForAnnouncement('Du har betalt 70,00 kr.');
  await find('region', 'Kvittering');
  await keyboard.evaluate(() => {
    window.printed = 0;
    window.print = () => window.printed++;
  });
  await use('button', 'Udskriv kvittering', 'Enter');
  assert.equal(await keyboard.evaluate(() => window.printed), 1);
  await devtools.detach();
  return transcript.text;
}
