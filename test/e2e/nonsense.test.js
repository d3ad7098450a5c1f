import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html, json, nothing } from '../../integrations/payment-host/host/answers.js';
import { openFixture } from './fixture.js';

/** CONTRACT 6: if the response to a payment start is invalid, the browser goes nowhere. */
const on = openFixture();

/** Invalid responses: the fault, the response, and the console message. */
const INVALID_RESPONSES = [
  ['no destination', ({ orderId }) => ({ orderId }), /neither redirectUrl nor form/],
  [
    'two destinations',
    (answer) => ({ ...answer, redirectUrl: 'https://example.org/' }),
    /or with both/,
  ],
  ['no order id', ({ form }) => ({ form }), /orderId/],
  ['an order id that is not a string', ({ form }) => ({ orderId: 17, form }), /orderId/],
  ...[
    ['javascript:', 'javascript:alert(document.domain)'],
    ['another origin', 'https://example.org/pay'],
    ['the origin with a suffix', (origin) => `${origin}.example.org/pay`],
    ['http on a public host', 'http://betaling.example/pay'],
    ['a user name', (origin) => origin.replace('//', '//somebody@')],
    ['a relative URL', '/pay'],
    ['no URL', 'pay here'],
  ].flatMap(([name, target]) => {
    const url = (origin) => (typeof target === 'string' ? target : target(origin));
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
    'a form with a field that is not a string',
    ({ orderId, form: { action } }) => ({ orderId, form: { action, fields: { amount: {} } } }),
    /fields/,
  ],
];

/** Presses the button, and expects a message and no navigation. */
async function pressAndExpectNothing(pattern) {
  const { astrid } = on;
  const sent = [];
  await astrid.openPage();
  astrid.page.on('request', (request) => sent.push(request.url()));
  await astrid.press('pay-all');
  assert.match(await astrid.textOf('payment-invalid'), /Der er ikke trukket penge/);
  await astrid.page.waitForTimeout(200);
  assert.deepEqual(
    sent.filter((url) => !url.startsWith(on.host.origin)),
    [],
  );
  assert.equal(astrid.page.url(), `${on.host.origin}/`);
  const warning = astrid.messages.filter((line) => /^warning: .*dibs-payment-url/.test(line));
  assert.equal(warning.length, 1, astrid.messages.join('\n'));
  assert.match(warning[0], pattern);
}

for (const [name, invalidate, pattern] of INVALID_RESPONSES) {
  test(name, async () => {
    on.host.library.startAnswer = (response, answer) =>
      json(response, invalidate(answer, on.host.gatewayOrigin));
    await pressAndExpectNothing(pattern);
  });
}

test('an HTML page', async () => {
  on.host.library.startAnswer = (response) => html(response, '<!doctype html><p>Log ind');
  await pressAndExpectNothing(/JSON/);
});

test('an empty response', async () => {
  on.host.library.startAnswer = nothing;
  await pressAndExpectNothing(/JSON/);
});

test('an error status that is not in the contract', async () => {
  on.host.library.startAnswer = (response) => json(response, {}, 418);
  await pressAndExpectNothing(/418/);
});
