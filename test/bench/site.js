import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { COUNTS } from './comparison.js';
import { fees } from './fees.js';
import { startServer } from './bench-server.js';
import { handPage, widgetPage } from './pages.js';
import { MORE } from './more-bytes.js';

const read = (path) => readFileSync(new URL(path, import.meta.url));
const script = (path) => `<script type="module" src="${path}"></script>`;

const MAIN = script('/ddb-debt-overview.js');
const COLD = script('/cold.js');
const START = script('/ddb-debt-overview.start.js');
const TOKEN = script('/token.js');
const PRELOAD = '<link rel="preload" as="fetch" href="/fees-6" crossorigin>';

/** A script with this many more kilobytes, which cannot be compressed. */
const padded = (code, kilobytes) =>
  Buffer.concat([code, Buffer.from(`/*${randomBytes(kilobytes * 750).toString('base64')}*/`)]);

/** The server of all visited pages. */
export function site() {
  const main = read('../../dist/ddb-debt-overview.js');
  const more = (kilobytes) => script(`/more-${kilobytes}.js`);
  return startServer({
    pages: {
      ...Object.fromEntries(COUNTS.map((count) => [`/widget-${count}`, widgetPage(count)])),
      ...Object.fromEntries(COUNTS.map((count) => [`/hand-${count}`, handPage(count)])),
      '/preload-6': widgetPage(6, { head: PRELOAD }),
      '/start-6': widgetPage(6, { scripts: START + MAIN }),
      '/cold-6': widgetPage(6, { scripts: COLD }),
      '/cold-start-6': widgetPage(6, { scripts: START + COLD }),
      '/token-6': widgetPage(6, { scripts: TOKEN + MAIN }),
      '/token-start-6': widgetPage(6, { scripts: TOKEN + START + MAIN }),
      ...Object.fromEntries(
        MORE.flatMap((kilobytes) => [
          [`/more-${kilobytes}`, widgetPage(6, { scripts: more(kilobytes) })],
          [`/start-more-${kilobytes}`, widgetPage(6, { scripts: START + more(kilobytes) })],
        ]),
      ),
    },
    scripts: {
      '/ddb-debt-overview.js': main,
      '/cold.js': main,
      '/ddb-debt-overview.start.js': read('../../dist/ddb-debt-overview.start.js'),
      '/by-hand.js': read('by-hand/by-hand.js'),
      '/token.js': "document.querySelector('ddb-debt-overview').getToken = () => 'abc';",
      ...Object.fromEntries(
        MORE.map((kilobytes) => [`/more-${kilobytes}.js`, padded(main, kilobytes)]),
      ),
    },
    answers: Object.fromEntries(COUNTS.map((count) => [`/fees-${count}`, fees(count)])),
  });
}
