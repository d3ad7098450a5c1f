import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jsonOf, LOCKED } from './project.js';

const EXACT = /^\d+\.\d+\.\d+$/;
const { dependencies, devDependencies, peerDependencies, optionalDependencies, overrides } =
  jsonOf('package.json');

test('there is one runtime dependency, and it is Lit', () => {
  assert.deepEqual(Object.keys(dependencies), ['lit']);
  assert.deepEqual(
    { peerDependencies, optionalDependencies },
    {
      peerDependencies: undefined,
      optionalDependencies: undefined,
    },
  );
});

/** The version of a package that goes by another name here: `npm:jquery@1.12.4`. */
const ownVersion = (version) => version.replace(/^npm:.*@/, '');

test('every version in package.json is one version: what is tested is what is used', () => {
  const loose = Object.entries({ ...dependencies, ...devDependencies, ...overrides })
    .filter(([, version]) => !EXACT.test(ownVersion(version)))
    .map(([name, version]) => `${name}: ${version}`);
  assert.deepEqual(loose, []);
});

test('the lock file holds the versions that package.json names', () => {
  const other = Object.entries({ ...dependencies, ...devDependencies })
    .map(([name, version]) => {
      const locked = LOCKED.find(({ place }) => place === `node_modules/${name}`);
      return `${name}: ${ownVersion(version)} is locked at ${locked?.version}`;
    })
    .filter((line) => !/^\S+: [^\d]?(\S+) is locked at \1$/.test(line));
  assert.deepEqual(other, []);
});

test('what Lit brings along is counted: six packages, all told', () => {
  const shipped = LOCKED.filter(({ dev }) => !dev).map(({ name }) => name);
  assert.deepEqual(shipped, [
    '@lit-labs/ssr-dom-shim',
    '@lit/reactive-element',
    '@types/trusted-types',
    'lit',
    'lit-element',
    'lit-html',
  ]);
});
