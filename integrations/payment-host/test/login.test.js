import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { Sessions } from '../host/sessions.js';
import { BOS, SENT_LATE, Visitor } from '../stand-ins/visitor.js';
import { openFixture } from './fixture.js';

const on = openFixture();

const feesStatus = async (headers = {}) =>
  (await fetch(`${on.host.origin}/patron/fees`, { headers })).status;

test('fees and payments require a login, and FBS says whose it is', async () => {
  assert.equal(await feesStatus(), 401);
  assert.equal(await feesStatus({ Cookie: 'session=forged' }), 401);
  assert.equal(await feesStatus({ Authorization: 'Bearer forged' }), 401);
  const bo = await Visitor.open(on.host, 'bo');
  assert.equal(String((await bo.fees())[0].feeId), BOS);
  on.host.fbs.logOut();
  assert.equal((await on.astrid.ask('/patron/fees')).status, 401);
  assert.equal((await on.astrid.start([SENT_LATE])).status, 401);
});

test('an app sends the patron’s token itself', async () => {
  const token = on.host.fbs.logIn('astrid');
  assert.equal(await feesStatus({ Authorization: `Bearer ${token}` }), 200);
});

test('the page and its scripts have no token', async () => {
  const { logIn } = on.host.fbs;
  const tokens = [];
  on.host.fbs.logIn = (patron) => {
    tokens.push(logIn(patron));
    return tokens.at(-1);
  };
  const answer = await fetch(on.host.origin);
  const page = await answer.text();
  const [token] = tokens;
  assert.ok(token && !page.includes(token));
  assert.ok(![...answer.headers].flat().some((text) => text.includes(token)));
  assert.deepEqual(page.match(/(?<=script type="module" src=").*?(?=")/g), [
    '/ddb-debt-overview.js',
  ]);
  assert.equal((await on.astrid.ask('/patron/token')).status, 404);
});

test('the session cookie is not readable for scripts, and only for pages of the site', async () => {
  assert.match(on.astrid.setCookie, /; HttpOnly; SameSite=Lax$/);
  const atHttps = new Sessions({ ...on.host.library, origin: 'https://bibliotek.example' });
  assert.match(atHttps.logIn('token')['Set-Cookie'], /; Secure$/);

  const { cookie: Cookie } = on.astrid;
  assert.equal(await feesStatus({ Cookie, Origin: on.host.origin }), 200);
  assert.equal(await feesStatus({ Cookie, Origin: 'https://andet.bibliotek.example' }), 403);
  assert.equal(await feesStatus({ Cookie, Origin: 'null' }), 403);
});

test('the page has a strict policy, and is not stored', async () => {
  const answer = await fetch(on.host.origin);
  assert.equal(
    answer.headers.get('Content-Security-Policy'),
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; " +
      `form-action 'self' ${on.host.gatewayOrigin}; base-uri 'none'; frame-ancestors 'none'`,
  );
  assert.equal(answer.headers.get('Cache-Control'), 'no-store');
  const page = await answer.text();
  assert.match(page, /fees-url="\/patron\/fees"/);
  assert.ok(page.includes(`payment-origins="${on.host.gatewayOrigin}"`));
  assert.doesNotMatch(page, /<script(?! type="module" src=)|<style|\son\w+=|\sstyle=/);
  assert.notEqual(new URL(on.host.gatewayOrigin).hostname, new URL(on.host.origin).hostname);
});

test('the page after the logout clears the storage, and the session has ended', async () => {
  const answer = await on.astrid.ask('/logout', { method: 'POST', redirect: 'manual' });
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('Clear-Site-Data'), '"storage"');
  assert.match(answer.headers.get('Set-Cookie'), /^session=;.* Max-Age=0$/);
  assert.equal((await on.astrid.ask('/patron/fees')).status, 401);

  // The script for browsers without Clear-Site-Data.
  const [, script] = /<script type="module" src="(.*?)">/.exec(await answer.text());
  const sessionStorage = { 'ddb-debt-payment': '{}', others: '1' };
  Object.defineProperty(sessionStorage, 'removeItem', {
    value: (name) => Reflect.deleteProperty(sessionStorage, name),
  });
  const source = await (await fetch(on.host.origin + script)).text();
  assert.equal(source, await readFile(new URL('../host/logged-out.js', import.meta.url), 'utf8'));
  new Function('sessionStorage', source)(sessionStorage);
  assert.deepEqual(Object.keys(sessionStorage), ['others']);
});
