import assert from 'node:assert/strict';
import { onFoot } from './focus.js';
import { until } from './keyboards.js';
import { Account } from './patron.js';

/** Runs in the page: what its live regions say. */
const saidNow = () =>
  [
    ...(document
      .querySelector('ddb-debt-overview')
      ?.shadowRoot.querySelectorAll('[role=status], [role=alert]') ?? []),
  ]
    .map((region) => region.innerText.replace(/[\s\u00a0\u202f\u200e]+/g, ' ').trim())
    .filter(Boolean);

const KINDS = { a: 'link', button: 'button', input: 'check box', summary: 'toggle' };

/**
 * The whole story with nothing but Tab, Space and Enter, as it was observed.
 * @param {import('./keyboards.js').Keyboard} keyboard
 * @param {import('../host/host.js').Host} host
 */
export async function byKeyboard(keyboard, host) {
  const account = new Account();
  const feet = onFoot(keyboard);

  const waitFor = async (words) => {
    await until(
      keyboard,
      (wanted) => {
        const element = document.querySelector('ddb-debt-overview');
        return (element?.shadowRoot?.textContent ?? document.body.textContent)
          .replace(/\s+/g, ' ')
          .includes(wanted);
      },
      words,
    );
    account.hear(await keyboard.evaluate(saidNow));
  };

  async function tabTo(words) {
    const presses = await feet.tabTo((focus) => focus.words?.includes(words));
    account.presses += presses;
    const { tag, words: name } = await feet.where();
    account.note(`Tab ×${presses} → ${KINDS[tag]} “${name}”`);
  }

  async function press(key) {
    account.presses++;
    account.note(key);
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
    account.note('  the payment window opens');
    await until(keyboard, () => !!document.querySelector('button'));
    await tabTo(choice);
    await press('Enter');
    await until(keyboard, (origin) => location.origin === origin, host.origin);
    account.note('  back at the library');
    await waitFor('I alt');
    await waitFor(words);
  }

  account.note('The page is opened.');
  await keyboard.open(`${host.origin}/`);
  await waitFor('492,56');
  await chooseAndPay('Kortet afvises', 'Betalingen blev ikke gennemført');
  assert.equal(host.gateway.ledger.length, 0);
  // What the library hears of it later than the patron is back.
  host.gateway.callback = 'never';
  await chooseAndPay('Betal', 'er ved at blive registreret');
  await host.gateway.callBack([...host.gateway.payments.keys()].at(-1));
  await waitFor('Du har betalt 70,00 kr.');
  await tabTo('Udskriv kvittering');
  await keyboard.evaluate(() => {
    window.printed = 0;
    window.print = () => window.printed++;
  });
  await press('Enter');
  assert.equal(await keyboard.evaluate(() => window.printed), 1);
  account.note('  the browser’s print dialogue opens');
  return account.text;
}
