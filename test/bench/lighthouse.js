/**
 * The scores of Lighthouse for mobile pages: `node test/bench/lighthouse.js [--runs 3]`. It downloads Lighthouse, which is not a
 * dependency.
 */
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { chromium } from '../browsers/chromium.js';
import { buildIfStale } from '../built.js';
import { startServer } from './bench-server.js';
import { fees } from './fees.js';
import { median, table } from './figures.js';
import { widgetPage } from './pages.js';

const CATEGORIES = ['performance', 'accessibility', 'best-practices'];

const { runs } = parseArgs({ options: { runs: { type: 'string', default: '3' } } }).values;

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url));

/** The files of the built demo with this extension, by path. */
const demoFiles = (extension) =>
  Object.fromEntries(
    readdirSync(fileURLToPath(new URL('../../dist-demo', import.meta.url)), { recursive: true })
      .filter((path) => path.endsWith(extension))
      .map((path) => [`/${path}`, read(`dist-demo/${path}`)]),
  );

/** An Android app, as the page for apps finds it. */
const APP = `window.DdbDebtOverview = {
  postMessage(json) {
    const { type } = JSON.parse(json);
    if (type !== 'ddb-debt-config') return;
    const config = { feesUrl: '/fees-6', mobilepay: true, dibsPaymentUrl: '/pay' };
    postMessage({ version: 1, type, config }, origin);
  },
};`;

/** The page for apps, with the app before its Content-Security-Policy. */
const webview = () =>
  `${read('dist/webview.html')}`.replace('<head>', '<head><script src="/app.js"></script>');

async function audit(url, { executablePath, args }) {
  const { stdout } = await promisify(execFile)(
    'npx',
    [
      '--yes',
      'lighthouse@12.2.3',
      url,
      '--quiet',
      '--output=json',
      '--form-factor=mobile',
      `--only-categories=${CATEGORIES}`,
      `--chrome-flags=${['--headless=new', ...args].join(' ')}`,
    ],
    { env: { ...process.env, CHROME_PATH: executablePath }, maxBuffer: 2 ** 26 },
  );
  return JSON.parse(stdout);
}

/** What is worth less than it could be, with its value. */
const losses = ({ categories, audits }) =>
  CATEGORIES.flatMap((id) => categories[id].auditRefs)
    .filter(({ id, weight }) => weight && audits[id].score !== null && audits[id].score < 1)
    .map(({ id }) => `${audits[id].title} ${audits[id].displayValue ?? ''}`.trim());

/** "97 (95–100)", or the one score if all are equal. */
function formatScores(reports, id) {
  const scores = reports.map(({ categories }) => Math.round(categories[id].score * 100));
  const [from, to] = [Math.min(...scores), Math.max(...scores)];
  return from === to ? `${from}` : `${median(scores)} (${from}–${to})`;
}

buildIfStale();
const browser = await chromium();
const site = await startServer({
  pages: { '/bench.html': widgetPage(6), '/webview.html': webview(), ...demoFiles('.html') },
  scripts: {
    '/ddb-debt-overview.js': read('dist/ddb-debt-overview.js'),
    '/app.js': APP,
    ...demoFiles('.js'),
  },
  styles: demoFiles('.css'),
  images: { ...demoFiles('.svg'), '/favicon.ico': '<svg xmlns="http://www.w3.org/2000/svg"/>' },
  answers: { '/fees-6': fees(6) },
});
try {
  const rows = [];
  for (const path of ['bench', 'cms', 'webview']) {
    const reports = [];
    for (let run = 0; run < +runs; run++)
      reports.push(await audit(`${site.origin}/${path}.html`, browser));
    rows.push([path, ...CATEGORIES.map((id) => formatScores(reports, id))]);
    console.log(path, [...new Set(reports.flatMap(losses))]);
  }
  console.log(table(['page', ...CATEGORIES], rows));
  console.log(`${runs} runs each; load of the machine ${loadavg()[0].toFixed(1)}`);
} finally {
  await site.close();
}
