import assert from 'node:assert/strict';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { namesIn } from './names-in.js';
import { DIST, filesIn, ROOT, SINGLE_FILE, textOf } from './project.js';

/** URLs in a script, with or without escaped slashes. */
const urlsIn = (code) =>
  [...code.matchAll(/\b[a-z][a-z\d+.-]*:(?:\/|\\\/){2}[\w.*-][^\s"'`);]*/gi)].map(([url]) => url);

const code = textOf(SINGLE_FILE, DIST);

test('the single file has one URL, an example in a message for integrators', () => {
  assert.deepEqual(urlsIn(code), ['https://pay.example']);
});

test('the webview’s page has no other, except the loopback URLs in its policy', () => {
  const others = urlsIn(textOf('webview.html', DIST)).filter(
    (url) => url !== 'https://pay.example',
  );
  assert.deepEqual([...new Set(others)], ['http://localhost:*', 'http://127.0.0.1:*']);
});

/** Names that reach another page or run text as code: the number of each, and its reason. */
const USED = {
  fetch: 'the requests',
  'location.assign': 'a payment’s redirect',
  submit: 'a payment’s form',
  innerHTML: 'the templates, which are constants',
  createPolicy: 'the policy for them, by Lit’s name',
  BroadcastChannel: 'other tabs of the same site',
  sessionStorage: 'what a payment needs: written, read, removed',
};
const UNUSED = [
  ...['location=', 'location.href=', 'location.replace', 'window.open', 'window.location'],
  ...['XMLHttpRequest', 'sendBeacon', 'WebSocket', 'EventSource', 'RTCPeerConnection', 'Image'],
  ...['Worker', 'SharedWorker', 'serviceWorker', 'importScripts', 'import()', 'src', 'srcdoc'],
  ...['eval', 'Function', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'write', 'opener'],
  ...['localStorage', 'indexedDB', 'cookie', 'cookieStore', 'caches', 'parent', 'top', 'frames'],
];

test('the single file has the counted number of each, with a reason', () => {
  const names = namesIn(code);
  for (const [name, reason] of Object.entries(USED)) {
    assert.equal(names.get(name), 1, `${name}: ${reason}`);
  }
});

test('it has no other, runs no text as code, and stores nothing beyond a tab', () => {
  const names = namesIn(code);
  assert.deepEqual(
    UNUSED.filter((name) => names.has(name)),
    [],
  );
});

test('no built file names a folder of the build machine', () => {
  const folders = [ROOT, homedir(), tmpdir()].map((folder) => join(folder, '/'));
  const naming = filesIn(DIST).filter((file) => {
    const text = textOf(file, DIST);
    return /file:\/\/|[A-Z]:\\\\Users/.test(text) || folders.some((one) => text.includes(one));
  });
  assert.deepEqual(naming, []);
});

test('the build for bundlers imports only Lit and itself', () => {
  const imported = filesIn(DIST)
    .filter((file) => file.endsWith('.js') && file !== SINGLE_FILE)
    .flatMap((file) => [...textOf(file, DIST).matchAll(/\b(?:from|import)\s*["']([^"']+)["']/g)])
    .map(([, from]) => from)
    .filter((from) => !from.startsWith('.'));
  assert.deepEqual([...new Set(imported)].sort(), [
    'lit',
    'lit/directives/guard.js',
    'lit/directives/if-defined.js',
  ]);
});
