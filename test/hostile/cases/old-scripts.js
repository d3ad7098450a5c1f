import { element, SCRIPT } from '../library-page.js';

const old = (...names) => names.map((name) => `<script src="/old/${name}.js"></script>`).join('');

const before = (name, ...scripts) => ({
  name: `${name} before it`,
  pays: true,
  page: { head: scripts.join('') },
});
const after = (name, ...scripts) => ({
  name: `${name} after it`,
  pays: true,
  page: { body: element() + SCRIPT + scripts.join('') },
});

/** Pages with published scripts; see ../old-scripts.js. */
export const OLD_SCRIPT_CASES = [
  { name: 'a page of its own', pays: true },
  before('jQuery 1', old('jquery-1.12.4')),
  before('prototype.js 1.7', old('prototype-1.7.3')),
  after(
    'prototype.js 1.7 and jQuery 1',
    old('prototype-1.7.3', 'jquery-1.12.4'),
    '<script>jQuery.noConflict();</script>',
  ),
  before('MooTools', old('mootools-1.4.5')),
  after('MooTools', old('mootools-1.4.5')),
  before('Sugar', old('sugar-1')),
  before('zone.js', old('zone-0.8')),
  before('Bluebird, as Promise,', old('bluebird-3')),
  before(
    'fetch by XMLHttpRequest',
    '<script>window.fetch = window.Headers = window.Request = window.Response = undefined;</script>',
    old('whatwg-fetch-2'),
  ),
  before('es6-shim', old('es6-shim')),
  before('webcomponents.js', old('es5-adapter', 'webcomponents')),
];
