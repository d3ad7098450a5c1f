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

/** The version of a package with an alias: `npm:jquery@1.12.4`. */
const ownVersion = (version) => version.replace(/^npm:.*@/, '');

test('every version in package.json is exact, so that the tested version is used', () => {
  const loose = Object.entries({ ...dependencies, ...devDependencies, ...overrides })
    .filter(([, version]) => !EXACT.test(ownVersion(version)))
    .map(([name, version]) => `${name}: ${version}`);
  assert.deepEqual(loose, []);
});

test('the lock file has the versions of package.json', () => {
  const other = Object.entries({ ...dependencies, ...devDependencies })
    .map(([name, version]) => {
      const locked = LOCKED.find(({ place }) => place === `node_modules/${name}`);
      return `${name}: ${ownVersion(version)} is locked at ${locked?.version}`;
    })
    .filter((line) => !/^\S+: [^\d]?(\S+) is locked at \1$/.test(line));
  assert.deepEqual(other, []);
});

test('Lit has six packages in all, with its dependencies', () => {
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
