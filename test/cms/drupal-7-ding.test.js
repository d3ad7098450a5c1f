import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { archive, unpack } from './archive.js';
import { servePhp } from './php.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
const root = join(folder, 'site');
mkdirSync(root);
unpack(archive('ddb_debt_overview-drupal-7'), join(root, 'sites/all/modules'));

const FEES = [
  { feeId: 434536, amount: 19.99, payableByClient: true },
  { feeId: 434537, amount: 70, payableByClient: true },
  { feeId: 434538, amount: 230, payableByClient: false },
  { feeId: 434539, amount: 10, payableByClient: true, paidDate: '2026-01-02' },
];
const EASY = 'https://checkout.dibspayment.eu/hostedpaymentpage/?pid=1';
const PATRON = { user: 7, patron: 123, conf: {}, fbs: { fees: FEES }, provider: 'ding_debt_easy' };

let site;
/** Sets what the site knows: see drupal-7/ding.php. */
const given = (state = {}) =>
  writeFileSync(join(folder, 'state.json'), JSON.stringify({ ...PATRON, url: EASY, ...state }));
const written = (file) => JSON.parse(readFileSync(join(folder, file), 'utf8'));

before(async () => {
  site = await servePhp(root, fileURLToPath(new URL('drupal-7/ding.php', import.meta.url)), {
    // The default of PHP's own php.ini: it writes 19.99 with 17 digits.
    settings: ['-d', 'serialize_precision=17'],
  });
});
after(() => site?.stop());
beforeEach(() => {
  rmSync(join(folder, 'site.sqlite'), { force: true });
  given();
});

async function get(path, headers = {}) {
  const response = await fetch(`${site.origin}/${path}`, { redirect: 'manual', headers });
  const { status } = response;
  return {
    status,
    headers: response.headers,
    text: await response.text(),
    to: response.headers.get('Location'),
  };
}

/** Starts a payment. */
async function start(changed = {}, { key = 'key-1', type = 'application/json' } = {}) {
  const body = {
    feeIds: ['434536'],
    amount: 1999,
    currency: 'DKK',
    channel: 'cms',
    returnUrl: `${site.origin}/min-side?a=1#debts`,
    language: 'da',
    ...changed,
  };
  body.returnUrl = body.returnUrl.replace('ORIGIN', site.origin);
  const response = await fetch(`${site.origin}/ddb-debt-overview/payment`, {
    method: 'POST',
    headers: { 'Content-Type': type, ...(key && { 'Idempotency-Key': key }) },
    body: JSON.stringify(body),
  });
  assert.equal(response.headers.get('Cache-Control'), 'no-store, private');
  assert.equal(
    response.headers.get('Content-Type'),
    response.ok ? 'application/json' : 'application/problem+json',
  );
  return {
    status: response.status,
    messages: response.headers.get('X-Messages'),
    ...(await response.json()),
  };
}

describe('the fees', () => {
  const fees = () => get('ddb-debt-overview/fees');

  test('are those of the patron, not payable ones too, with exact amounts', async () => {
    const { status, headers, text } = await fees();
    assert.equal(status, 200);
    assert.equal(headers.get('Content-Type'), 'application/json');
    assert.equal(headers.get('Cache-Control'), 'no-store, private');
    assert.deepEqual(written('asked.json'), ['DK-710100', 123, 'false', 'true']);
    assert.deepEqual(
      JSON.parse(text).map(({ feeId, amount }) => [feeId, amount]),
      [
        [434536, 19.99],
        [434537, 70],
        [434538, 230],
      ],
    );
    assert.match(text, /"amount":19\.99,/);
  });

  test('have the status of a payment that the payment provider knows', async () => {
    given({ status: { 434537: 'reserved' } });
    const list = JSON.parse((await fees()).text);
    assert.deepEqual(
      list.map(({ paymentStatus }) => paymentStatus),
      [undefined, 'reserved', undefined],
    );
  });

  for (const [who, state, expected] of [
    ['nobody', { user: 0 }, 401],
    ['an administrator', { patron: null }, 403],
    ['a patron whose login has expired', { patron: 'expired' }, 401],
  ]) {
    test(`are refused to ${who}`, async () => {
      given(state);
      const { status, headers } = await fees();
      assert.equal(status, expected);
      assert.equal(headers.get('Cache-Control'), 'no-store, private');
    });
  }

  for (const [what, fbs, expected] of [
    ['does not answer', { error: 'Fatal error communicating with server' }, 502],
    ['refuses the CMS’s own login', { error: 'client unauthorized', code: 401 }, 502],
    ['is down', { error: 'Unexpected status code', code: 503 }, 503],
    ['answers with a sentence', { fees: 'Unexpected status code' }, 502],
  ]) {
    test(`are never an empty list: FBS ${what}`, async () => {
      given({ fbs });
      const { status, text } = await fees();
      assert.equal(status, expected);
      assert.equal(JSON.parse(text).status, expected);
    });
  }
});

describe('a payment', () => {
  test('is started at Nets, with whole amounts of øre', async () => {
    const { messages, ...answer } = await start();
    assert.deepEqual(answer, { status: 200, orderId: 'NE1', redirectUrl: EASY });
    assert.deepEqual(written('nets.json'), {
      amount: 19.99,
      items: [1999],
      callback: 'ding_debt_payment_callback',
    });
    assert.match(readFileSync(join(folder, 'nets.json'), 'utf8'), /\[1999\]/);
    assert.equal(messages, '0', 'no message is left for a later page');
  });

  test('is started at DIBS, on a page of this site', async () => {
    given({ provider: 'ding_dibs', url: 'payment/dibs/redirect/aa11', dibs: {} });
    const { orderId, redirectUrl } = await start();
    assert.equal(orderId, '10001');
    assert.equal(redirectUrl, `${site.origin}/payment/dibs/redirect/aa11`);
  });

  for (const url of ['user/me/status-debts', '']) {
    test(`that the provider refuses has no redirectUrl: “${url}”`, async () => {
      given({ url });
      const { status, redirectUrl } = await start();
      assert.equal(status, 502);
      assert.equal(redirectUrl, undefined);
    });
  }

  for (const [what, changed, expected] of [
    ['of another patron’s fee', { feeIds: ['999'] }, 422],
    ['of a fee that is not payable here', { feeIds: ['434538'], amount: 23000 }, 422],
    ['of an amount that is one øre off', { amount: 1998 }, 422],
    ['of a paid fee', { feeIds: ['434539'], amount: 1000 }, 410],
    ['of a fee twice', { feeIds: ['434536', '434536'], amount: 3998 }, 400],
    ['in another currency', { currency: 'EUR' }, 400],
    ['that leads back to another site', { returnUrl: 'https://evil.example/' }, 400],
    ['whose return URL only looks like this site', { returnUrl: 'ORIGIN@evil.example/' }, 400],
  ]) {
    test(`${what} is refused`, async () => assert.equal((await start(changed)).status, expected));
  }

  test('is refused to nobody, without a key, and from a form of another site', async () => {
    assert.equal((await start({}, { key: '' })).status, 400);
    assert.equal((await start({}, { type: 'text/plain' })).status, 415);
    assert.equal((await get('ddb-debt-overview/payment')).status, 405);
    given({ user: 0 });
    assert.equal((await start()).status, 401);
  });

  test('is not started when FBS cannot be read', async () => {
    given({ fbs: { error: 'down', code: 503 } });
    assert.equal((await start()).status, 503);
  });

  test('has one order for a key, and the key has one request', async () => {
    const answers = await Promise.all([start(), start()]);
    assert.deepEqual(
      answers.map(({ orderId }) => orderId),
      ['NE1', 'NE1'],
    );
    assert.equal((await start({ amount: 7000, feeIds: ['434537'] })).status, 400);
  });

  test('of a fee in another order is refused, until the patron has come back', async () => {
    await start();
    assert.equal((await start({}, { key: 'key-2' })).status, 409);
    await get('payment/easy/cancel');
    assert.equal((await start({}, { key: 'key-2' })).status, 200);
  });

  test('of a fee in another order can start when that order is half an hour old', async () => {
    given({ now: 1_000_000 });
    await start();
    given({ now: 1_001_700 });
    assert.equal((await start()).status, 200, 'asked for again');
    given({ now: 1_003_400 });
    assert.equal((await start({}, { key: 'key-2' })).status, 409);
    given({ now: 1_003_600 });
    assert.equal((await start({}, { key: 'key-2' })).status, 200);
  });

  test('of a fee that the provider has reserved is refused', async () => {
    given({ status: { 434536: 'reserved' } });
    assert.equal((await start()).status, 409);
    given({ status: { 434536: 'failed' } });
    assert.equal((await start()).status, 200);
  });
});

describe('the return', () => {
  const back = (result, id) =>
    `${site.origin}/min-side?a=1&ddb-order=${id}&ddb-result=${result}#debts`;
  const dibs = (status) => ({
    provider: 'ding_dibs',
    url: 'payment/dibs/redirect/aa11',
    dibs: status,
  });

  test('from Nets: paid, and cancelled', async () => {
    await start();
    assert.equal((await get('payment/easy/callback?paymentid=NE1')).to, back('accepted', 'NE1'));
    await start({ feeIds: ['434537'], amount: 7000 }, { key: 'key-2' });
    assert.equal((await get('payment/easy/cancel')).to, back('cancelled', 'NE2'));
  });

  test('from DIBS: paid, not registered, and cancelled', async () => {
    given(dibs({}));
    await start();
    assert.equal((await get('payment/dibs/cancel/aa11')).to, back('cancelled', '10001'));
    given(dibs({ payment_status: 1 }));
    assert.equal((await get('payment/dibs/accept/aa11')).to, back('failed', '10001'));
    given(dibs({ payment_status: 1, provider_payment_status: 1 }));
    assert.equal((await get('payment/dibs/accept/aa11')).to, back('accepted', '10001'));
  });

  test('is the old one for another patron, and for a payment that the overview did not start', async () => {
    assert.equal((await get('payment/easy/cancel')).to, '/user/me/status-debts');
    await start();
    given({ user: 8 });
    assert.equal((await get('payment/easy/callback?paymentid=NE1')).to, '/user/me/status-debts');
  });
});

describe('the settings', () => {
  const settings = async (conf, state = {}) => {
    given({ conf, ...state });
    return JSON.parse((await get('settings')).text);
  };

  test('get the addresses of the CMS, where the library has written none', async () => {
    const paid = { ddb_debt_overview_ding_payment: true };
    assert.deepEqual(await settings(paid), {
      feesUrl: '/ddb-debt-overview/fees',
      dibsPaymentUrl: '/ddb-debt-overview/payment',
      paymentOrigins: 'https://checkout.dibspayment.eu https://test.checkout.dibspayment.eu',
    });
    const own = { feesUrl: '/own', dibsPaymentUrl: '/pay' };
    assert.deepEqual(await settings({ ...paid, ddb_debt_overview_settings: own }), own);
    assert.deepEqual(await settings({}), { feesUrl: '/ddb-debt-overview/fees' });
  });

  const installed = async (conf) => {
    given({ conf });
    return JSON.parse((await get('install')).text);
  };
  const OLD = {
    ding_debt_enable_external: 1,
    ding_debt_internal_title: 'Betales her',
    ding_debt_external_title: 'Til {kommunen}',
    ding_debt_enable_external_button: 1,
    ding_debt_external_button_text: 'Gå til Mit betalingsoverblik',
    ding_debt_external_button_url: 'https://betaling.example/',
    ding_debt_introtext: { value: '<b>Nyt</b>', format: 'ding_wysiwyg' },
  };

  test('of ding_debt are taken over, and what cannot be used is named', async () => {
    const { conf, messages } = await installed(OLD);
    assert.deepEqual(conf.ddb_debt_overview_settings, {
      texts: { da: { 'dibs.heading': 'Betales her', 'oir.go': 'Gå til Mit betalingsoverblik' } },
      oirPaymentUrl: 'https://betaling.example/',
      oirPaymentName: 'Mit Betalingsoverblik',
    });
    assert.deepEqual(conf.ddb_debt_overview_html_intro, OLD.ding_debt_introtext);
    assert.equal(conf.ddb_debt_overview_ding_payment, true);
    assert.match(messages.status.join(), /texts\.da\.oir\.heading/);
  });

  test('of ding_debt do not replace the library’s own', async () => {
    const own = { oirPaymentUrl: 'https://own.example/', texts: { da: { heading: 'Gebyrer' } } };
    const { conf } = await installed({ ...OLD, ddb_debt_overview_settings: own });
    assert.deepEqual(conf.ddb_debt_overview_settings, {
      ...own,
      oirPaymentName: 'Mit Betalingsoverblik',
    });
  });

  test('of ding_debt: only one list, without its button', async () => {
    const { conf } = await installed({ ding_debt_enable_internal_button: 0 });
    assert.deepEqual(conf.ddb_debt_overview_settings, { systems: 'dibs' });
    assert.equal(conf.ddb_debt_overview_ding_payment, false);
  });
});

test('the logout and the next page, but no other, clear what the tab has stored', async () => {
  const cleared = ({ headers }) => headers.get('Clear-Site-Data');
  const logout = await get('logout');
  assert.equal(cleared(logout), '"storage"');
  const [cookie] = logout.headers.get('Set-Cookie').split(';');
  const page = { Accept: 'text/html', Cookie: cookie };
  const next = await get('', page);
  assert.equal(cleared(next), '"storage"');
  assert.match(next.headers.get('Set-Cookie'), /=deleted;/);
  assert.equal(cleared(await get('', { ...page, Accept: 'application/json' })), null);
  assert.equal(cleared(await get('', { Accept: 'text/html' })), null);
});

test('no page has caused a warning', () => assert.deepEqual(site.warnings(), []));
