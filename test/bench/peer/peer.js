/**
 * Measures any page beside the widget: `node test/bench/peer/peer.js URL --row '.fee-list li'`. README.md of the bench
 * explains the options.
 */
import { parseArgs } from 'node:util';
import { buildIfStale } from '../../built.js';
import { openBrowser } from '../../pages/open-browser.js';
import { site } from '../site.js';
import { beside } from './beside.js';

const USAGE =
  'node test/bench/peer/peer.js URL [--row li] [--widget URL] [--login state.json] [--rounds 5]';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    row: { type: 'string', default: 'li' },
    widget: { type: 'string' },
    login: { type: 'string' },
    rounds: { type: 'string', default: '5' },
  },
});
const [url] = positionals;
if (!url || !URL.canParse(url) || !(+values.rounds > 0)) {
  console.error(USAGE);
  process.exit(1);
}

buildIfStale();
const ours = await site();
const browser = await openBrowser();
try {
  const widget = { url: values.widget ?? `${ours.origin}/widget-6`, storageState: values.login };
  const peer = { url, row: values.row, storageState: values.login };
  const rounds = +values.rounds;
  console.log(`${widget.url} beside ${url}, Chromium ${browser.version()}, ${rounds} runs each`);
  for (const text of Object.values(await beside(browser, { widget, peer }, { rounds })))
    console.log(`\n${text}`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await browser.close();
  await ours.close();
}
