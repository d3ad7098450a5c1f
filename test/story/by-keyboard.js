import assert from 'node:assert/strict';
import { keyboardNavigation } from './focus.js';
import { until } from './keyboards.js';
import { Transcript } from './patron.js';

/** Runs in the page. Returns the texts of its live regions, if one of them contains the words. */
function announcementsWith(words) {
  const regions =
    document.querySelector('ddb-debt-overview')?.shadowRoot.querySelectorAll('[aria-live]') ?? [];
  const texts = [...regions]
    .map((region) => region.innerText.replace(/[\s\u00a0\u202f\u200e]+/g, ' ').trim())
    .filter(Boolean);
  return texts.some((text) => text.includes(words)) && texts;
}

const KINDS = { a: 'link', button: 'button', input: 'check box', summary: 'toggle' };

/**
 * Pays with Tab, Space and Enter only.
 * @param {import('./keyboards.js').Keyboard} keyboard
 * @param {import('../../integrations/payment-host/stand-ins/start.js').Host} host
 */
export async function byKeyboard(keyboard, host) {
  const transcript = new Transcript();
  const navigation = keyboardNavigation(keyboard);

  const waitFor = async (words) =>
    transcript.announce(await until(keyboard, announcementsWith, words));

  async function tabTo(words) {
    const presses = await navigation.tabTo((focus) => focus.words?.includes(words));
    transcript.presses += presses;
    const { tag, words: name } = await navigation.where();
    transcript.add(`Tab ×${presses} → ${KINDS[tag]} “${name}”`);
  }

  async function press(key) {
    transcript.presses++;
    transcript.add(key);
    await keyboard.press(key);
  }

  async function chooseAndPay(choice, words) {
    await tabTo('70,00 kr.');
    await press('Space');
    await waitFor('Du har valgt 1 mellemværende: 70,00 kr.');
    await tabTo('Betal valgte · 70,00 kr.');
    await press('Enter');
    await until(
      keyboard,
      (origin) => location.href.startsWith(`${origin}/payment/`),
      host.gatewayOrigin,
    );
    transcript.add('  the payment window opens');
    await until(keyboard, () => !!document.querySelector('button'));
    await tabTo(choice);
    await press('Enter');
    await until(keyboard, (origin) => location.origin === origin, host.origin);
    transcript.add('  back at the library');
    await waitFor('I alt');
    await waitFor(words);
  }

  transcript.add('The page is opened.');
  await keyboard.open(`${host.origin}/`);
  await waitFor('492,56');
  await chooseAndPay('Kortet afvises', 'Betalingen blev ikke gennemført');
  assert.equal(host.gateway.ledger.length, 0);
  // The gateway's callback arrives after the patron has returned.
  host.gateway.callback = 'never';
  await chooseAndPay('Betal', 'er ved at blive registreret');
  await host.gateway.callBack(host.library.starts.at(-1).orderId);
  await waitFor('Du har betalt 70,00 kr.');
  await tabTo('Udskriv kvittering');
  await keyboard.evaluate(() => {
    window.printed = 0;
    window.print = () => window.printed++;
  });
  await press('Enter');
  assert.equal(await keyboard.evaluate(() => window.printed), 1);
  transcript.add('  the browser’s print dialogue opens');
  return transcript.text;
}
