/**
 * `npm run bench`: what the built single file costs a page, beside a page written by hand, in a real browser with a real
 * server. It measures and prints; it never fails a build. README.md beside it tells how to read the tables.
 *
 * `-- --rounds 7` for more runs of each (3).
 */
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildIfStale } from '../built.js';
import { serve } from '../serve.js';
import { openBrowser } from '../pages/open-browser.js';
import { beside } from './beside.js';
import { early } from './early.js';
import { table } from './figures.js';
import { weigh } from './host.js';
import { refreshes } from './refreshes.js';
import { site } from './site.js';
import { titleRoutes, titles } from './titles.js';
import { whatMore } from './what-more.js';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' } } });
const rounds = +values.rounds;

buildIfStale();

const tell = (what) => process.stderr.write(`${what}\n`);
const print = (title, text) => console.log(`\n**${title}**\n\n${text}`);

function weights() {
  const rows = [
    ['`ddb-debt-overview.js`', '../../dist/ddb-debt-overview.js'],
    ['`ddb-debt-overview.start.js`', '../../dist/ddb-debt-overview.start.js'],
    ['by hand: script', 'by-hand/by-hand.js'],
    ['by hand: style sheet', 'by-hand/by-hand.css'],
  ].map(([name, path]) => {
    const { raw, gzip, brotli } = weigh(path);
    return [name, raw, gzip, brotli];
  });
  return table(['bytes', 'raw', 'gzip', 'brotli'], rows);
}

const pages = await site();
const titled = await serve(titleRoutes, {
  folder: fileURLToPath(new URL('../../dist', import.meta.url)),
});
const browser = await openBrowser();
try {
  const [{ model }, ...others] = cpus();
  const day = new Date().toISOString().slice(0, 10);
  console.log(
    `${day}, Chromium ${browser.version()} without a window, ${others.length + 1} × ${model.trim()}, Node ${process.version}, ${rounds} runs each`,
  );
  print('Bytes', weights());
  const tables = await beside(browser, pages.origin, rounds, tell);
  for (const [name, text] of Object.entries(tables)) print(name, text);
  print('Ways to load', await early(browser, pages.origin, rounds, tell));
  print('What more bytes would cost', await whatMore(browser, pages.origin, rounds, tell));
  tell('titles, refreshes');
  print('With titles and without, in turns', await titles(browser, titled.origin, rounds));
  print('A long-lived page', await refreshes(browser, pages.origin));
} finally {
  await browser.close();
  await pages.close();
  await titled.close();
}
