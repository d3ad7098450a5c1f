import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MODULES = fileURLToPath(new URL('../../node_modules', import.meta.url));
/** The folder of Debian's packages libjs-prototype and libjs-mootools. */
const DEBIAN = process.env.JAVASCRIPT_PATH || '/usr/share/javascript';

const inPackage = (name, file) => readFileSync(join(MODULES, name, file), 'utf8');

function inDebian(file, name) {
  const path = join(DEBIAN, file);
  if (!existsSync(path))
    throw new Error(`${path} is missing: install ${name} (Debian), or set JAVASCRIPT_PATH.`);
  return readFileSync(path, 'utf8');
}

/** Scripts that old sites use, as published, by path. */
export const OLD_SCRIPTS = {
  '/old/jquery-1.12.4.js': inPackage('jquery-1', 'dist/jquery.js'),
  '/old/prototype-1.7.3.js': inDebian('prototype/prototype-1.7.3.js', 'libjs-prototype'),
  '/old/mootools-1.4.5.js':
    inDebian('mootools/mootools-core-nc.js', 'libjs-mootools') +
    inDebian('mootools/mootools-more-nc.js', 'libjs-mootools'),
  '/old/zone-0.8.js': inPackage('zone.js', 'dist/zone.js'),
  '/old/whatwg-fetch-2.js': inPackage('whatwg-fetch', 'fetch.js'),
  '/old/bluebird-3.js': inPackage('bluebird', 'js/browser/bluebird.js'),
  '/old/es6-shim.js': inPackage('es6-shim', 'es6-shim.js'),
  '/old/sugar-1.js': inPackage('sugar-1', 'sugar-full.js'),
  '/old/webcomponents.js': inPackage('@webcomponents/webcomponentsjs', 'webcomponents-bundle.js'),
  '/old/es5-adapter.js': inPackage(
    '@webcomponents/webcomponentsjs',
    'custom-elements-es5-adapter.js',
  ),
};
