import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html, json, nothing } from '../host/answers.js';
import { stage } from './stage.js';

/** CONTRACT 6: where an answer to a start is not what it should be, nothing is sent. */
const on = stage();

/** Answers that no host should give: the fault, how it is written, and what the console says of it. */
const NONSENSE = [
  ['no destination', ({ orderId }) => ({ orderId }), /neither redirectUrl nor form/],
  [
    'two destinations',
    (answer) => ({ ...answer, redirectUrl: 'https://example.org/' }),
    /or with both/,
  ],
  ['an order without a number', ({ form }) => ({ form }), /orderId/],
  ['an order id that is a number', ({ form }) => ({ orderId: 17, form }), /orderId/],
  ...[
    ['javascript:', 'javascript:alert(document.domain)'],
    ['another origin', 'https://example.org/pay'],
    ['the origin with something after it', (origin) => `${origin}.example.org/pay`],
    ['http on no loopback address', 'http://betaling.example/pay'],
    ['a user name', (origin) => origin.replace('//', '//somebody@')],
    ['a relative address', '/pay'],
    ['no address', 'pay here'],
  ].flatMap(([name, written]) => {
    const url = (origin) => (typeof written === 'string' ? written : written(origin));
    return [
      [
        `a link to ${name}`,
        ({ orderId }, origin) => ({ orderId, redirectUrl: url(origin) }),
        /payment-origins/,
      ],
      [
        `a form to ${name}`,
        ({ orderId, form: { fields } }, origin) => ({
          orderId,
          form: { action: url(origin), fields },
        }),
        /payment-origins/,
      ],
    ];
  }),
  [
    'a form whose fields are no text',
    ({ orderId, form: { action } }) => ({ orderId, form: { action, fields: { amount: {} } } }),
    /fields/,
  ],
];

/** Presses the button, and sees that the browser goes nowhere. */
async function pressInVain(says) {
  const { astrid } = on;
  const sent = [];
  await astrid.openPage();
  astrid.page.on('request', (request) => sent.push(request.url()));
  await astrid.press('pay-all');
  assert.match(await astrid.reads('payment-invalid'), /Der er ikke trukket penge/);
  await astrid.page.waitForTimeout(200);
  assert.deepEqual(
    sent.filter((url) => !url.startsWith(on.host.origin)),
    [],
  );
  assert.equal(astrid.page.url(), `${on.host.origin}/`);
  const warning = astrid.heard.filter((line) => /^warning: .*dibs-payment-url/.test(line));
  assert.equal(warning.length, 1, astrid.heard.join('\n'));
  assert.match(warning[0], says);
}

for (const [name, write, says] of NONSENSE) {
  test(name, async () => {
    on.host.library.startAnswer = (response, answer) =>
      json(response, write(answer, on.host.gatewayOrigin));
    await pressInVain(says);
  });
}

test('a page', async () => {
  on.host.library.startAnswer = (response) => html(response, '<!doctype html><p>Log ind');
  await pressInVain(/JSON/);
});

test('nothing at all', async () => {
  on.host.library.startAnswer = nothing;
  await pressInVain(/JSON/);
});

test('a refusal that the contract does not know', async () => {
  on.host.library.startAnswer = (response) => json(response, {}, 418);
  await pressInVain(/418/);
});
