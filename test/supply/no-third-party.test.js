import assert from 'node:assert/strict';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { namesIn } from './names-in.js';
import { DIST, filesIn, ROOT, SINGLE_FILE, textOf } from './project.js';

/** Addresses in a script, however their slashes are written. */
const urlsIn = (code) =>
  [...code.matchAll(/\b[a-z][a-z\d+.-]*:(?:\/|\\\/){2}[\w.*-][^\s"'`);]*/gi)].map(([url]) => url);

const code = textOf(SINGLE_FILE, DIST);

test('the single file has one address in it, an example in words for the integrator', () => {
  assert.deepEqual(urlsIn(code), ['https://pay.example']);
});

test('the webview’s page has no other, but for the loopback addresses in its policy', () => {
  const others = urlsIn(textOf('webview.html', DIST)).filter(
    (url) => url !== 'https://pay.example',
  );
  assert.deepEqual([...new Set(others)], ['http://localhost:*', 'http://127.0.0.1:*']);
});

/** Ways out of a page, and ways to run text as code: how often each is there, and for what. */
const USED = {
  fetch: 'the requests',
  'location.assign': 'a payment’s redirect',
  submit: 'a payment’s form',
  innerHTML: 'the templates, which are constants',
  createPolicy: 'the policy for them, by Lit’s name',
  BroadcastChannel: 'other tabs of the same site',
  sessionStorage: 'what a payment needs: written, read, removed',
};
const TIMES = { sessionStorage: 3 };
const UNUSED = [
  ...['location=', 'location.href=', 'location.replace', 'window.open', 'window.location'],
  ...['XMLHttpRequest', 'sendBeacon', 'WebSocket', 'EventSource', 'RTCPeerConnection', 'Image'],
  ...['Worker', 'SharedWorker', 'serviceWorker', 'importScripts', 'import()', 'src', 'srcdoc'],
  ...['eval', 'Function', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'write', 'opener'],
  ...['localStorage', 'indexedDB', 'cookie', 'cookieStore', 'caches', 'parent', 'top', 'frames'],
];

test('what the single file has of ways out of a page is counted, and each has its reason', () => {
  const names = namesIn(code);
  for (const [name, reason] of Object.entries(USED)) {
    assert.equal(names.get(name), TIMES[name] ?? 1, `${name}: ${reason}`);
  }
});

test('it has no other, runs no text as code, and writes nothing that outlives a tab', () => {
  const names = namesIn(code);
  assert.deepEqual(
    UNUSED.filter((name) => names.has(name)),
    [],
  );
});

test('nothing that is built names a folder of the machine that built it', () => {
  const folders = [ROOT, homedir(), tmpdir()].map((folder) => join(folder, '/'));
  const naming = filesIn(DIST).filter((file) => {
    const text = textOf(file, DIST);
    return /file:\/\/|[A-Z]:\\\\Users/.test(text) || folders.some((one) => text.includes(one));
  });
  assert.deepEqual(naming, []);
});

test('what is built for bundlers imports Lit and itself, nothing else', () => {
  const imported = filesIn(DIST)
    .filter((file) => file.endsWith('.js') && file !== SINGLE_FILE)
    .flatMap((file) => [...textOf(file, DIST).matchAll(/\b(?:from|import)\s*["']([^"']+)["']/g)])
    .map(([, from]) => from)
    .filter((from) => !from.startsWith('.'));
  assert.deepEqual([...new Set(imported)], ['lit/html.js']);
});
