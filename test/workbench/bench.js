import { fileURLToPath } from 'node:url';
import { openBrowser } from '../pages/open-browser.js';
import { json, page, serve } from '../serve.js';

const root = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Deep under a site, as a static build may lie. */
export const UNDER = '/proev/bordet/';

/** The built workbench, and an empty page to paste into, in a real browser. */
export async function openBench() {
  const files = await serve({}, { folder: root('dist-demo'), under: UNDER });
  const browser = await openBrowser();
  const context = await browser.newContext({
    locale: 'da-DK',
    viewport: { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  // The example counts from today: what is tested of it is not to change with the calendar.
  await context.clock.setFixedTime(new Date('2026-11-23T10:00:00+01:00'));
  return {
    browser,
    context,
    url: files.origin + UNDER,
    origin: files.origin,
    open: (where = '') => Bench.open(context, files.origin + UNDER + where),
    close: async () => {
      await browser.close();
      await files.close();
    },
  };
}

const PLACES = { cms: 'cms', app: 'app' };

/** What the widget says, as a patron reads it: without the banner that only previews have. */
const words = (base) => {
  const text = [];
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) text.push(node.textContent);
    if (node instanceof Element && /^(preview|problems)$/.test(node.getAttribute('part') ?? ''))
      return;
    if (node instanceof HTMLSlotElement && node.assignedNodes().length) {
      for (const own of node.assignedNodes()) walk(own);
      return;
    }
    if (node instanceof HTMLAnchorElement) text.push(`<${node.getAttribute('href')}>`);
    for (const child of node.childNodes) walk(child);
    text.push(' ');
  };
  walk(base);
  return text.join('').replace(/\s+/g, ' ').trim();
};

/** Resolves when nothing has changed for a while: an answer takes 150 ms. */
const atRest = (base) =>
  new Promise((resolve) => {
    const changes = new MutationObserver(() => wait());
    let timer;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        changes.disconnect();
        resolve(undefined);
      }, 250);
    };
    const kinds = { childList: true, attributes: true, characterData: true };
    changes.observe(base.getRootNode(), { ...kinds, subtree: true });
    wait();
  });

/** The workbench as its users use it. */
export class Bench {
  static async open(context, url) {
    const tab = await context.newPage();
    const faults = [];
    const foreign = [];
    tab.on('pageerror', (error) => faults.push(error.message));
    tab.on('response', (response) => response.status() >= 400 && faults.push(response.url()));
    tab.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== new URL(url).origin && !/^(data|blob):$/.test(protocol))
        foreign.push(request.url());
    });
    await tab.goto(url);
    const bench = new Bench(tab, faults, foreign);
    await bench.said('cms');
    return bench;
  }

  constructor(tab, faults, foreign) {
    this.tab = tab;
    this.faults = faults;
    this.foreign = foreign;
  }

  /** Opens a tab of the workbench by its name. */
  go(name) {
    return this.tab.getByRole('tab', { name }).click();
  }

  preview(place) {
    return this.tab.frameLocator(`iframe[data-place=${PLACES[place]}]`);
  }

  /** What a preview says, when it has come to rest. */
  async said(place) {
    const base = this.preview(place).locator('[part=base]');
    for (let tries = 0; tries < 20; tries++) {
      // A preview that is loaded anew in between is asked again.
      const now = await base.evaluate(atRest).then(
        () => base.evaluate(words),
        () => '',
      );
      if (now && !now.includes('Henter dine')) return now;
    }
    throw new Error('the preview does not come to rest');
  }

  /** Types settings by the labels that are beside the fields. */
  async type(settings) {
    await this.go('Opsætning');
    for (const [label, value] of Object.entries(settings)) {
      const field = this.tab.getByLabel(label, { exact: true });
      if (typeof value === 'boolean') await field.setChecked(value);
      else if ((await field.getAttribute('type')) === 'date') await this.#typeDate(field, value);
      else if ((await field.evaluate(({ localName }) => localName)) === 'select') {
        await field.selectOption({ label: value });
      } else await field.fill(value);
    }
  }

  /** Key by key, as a hand does, in the order of day and month that the browser has. */
  async #typeDate(field, value) {
    const type = async (into, digits) => {
      // Emptied as by hand, so that the bench knows of it; left and come back to, it begins with its first part.
      await into.evaluate((input) => {
        input.blur();
        input.value = '';
        input.dispatchEvent(new Event('input', { bubbles: true }));
      });
      await into.focus();
      await this.tab.keyboard.type(digits, { delay: 5 });
      return into.inputValue();
    };
    const [year, month, day] = value.split('-');
    // Another field, which is nobody's, tells the order.
    await this.tab.evaluate(() => {
      const probe = Object.assign(document.createElement('input'), { type: 'date', id: 'probe' });
      document.documentElement.append(probe);
    });
    const probe = this.tab.locator('#probe');
    const monthFirst = (await type(probe, '02032001')) === '2001-02-03';
    await probe.evaluate((input) => input.remove());
    const typed = await type(field, (monthFirst ? month + day : day + month) + year);
    if (typed !== value) throw new Error(`typed ${value}, and the field has ${typed}`);
  }

  /** Replaces a text in Danish; it is found by its key. */
  async say(key, sentence) {
    await this.go('Tekster');
    const line = this.tab.locator(`[id="words-${key}"]`);
    if (!(await line.evaluate(({ open }) => open))) await line.locator('summary').click();
    await line.getByLabel('Dansk').fill(sentence);
  }

  async fill(slot, html) {
    await this.go('Tekster');
    await this.tab.locator(`#slot-${slot}`).fill(html);
  }

  async show(date) {
    await this.tab.locator('[data-name=date]').fill(date);
  }

  async scenario(name) {
    await this.go('Mellemværender');
    await this.tab.getByRole('radio', { name }).check();
  }

  /** What stands in one of the boxes to be copied. */
  async code(id, { app = false, dated = true } = {}) {
    await this.go('Tag med');
    await this.tab.getByLabel(/Til appen/).setChecked(app);
    await this.tab.getByLabel(/Til en testside/).setChecked(dated);
    return this.tab.locator(`[data-code=${id}]`).inputValue();
  }

  /** What the systems answer on a day: what is in the editor, but what is made later. */
  async entries(date) {
    await this.go('Mellemværender');
    const typed = await this.tab.locator('json-editor').evaluate(({ value }) => value);
    return JSON.parse(typed).filter((entry) => !(entry?.creationDate > date));
  }
}

/** An empty page of the library's own, with what was pasted in it, and what its systems answer. */
export async function pasted(context, html, entries, { look } = {}) {
  const routes = {
    '/page': page(`<!doctype html><html lang="da"><title>Side</title><body>${html}</body></html>`),
  };
  // As an attribute, and as JSON.
  for (const [, path] of html.matchAll(/(?:fees-url=|feesUrl": )"(\/[^"?]*)/g)) {
    routes[path] = json(entries);
  }
  const server = await serve(routes, { folder: root('dist'), under: '/' });
  const tab = await context.newPage();
  try {
    await tab.goto(`${server.origin}/page`);
    await tab
      .locator(
        'ddb-debt-overview [part~=section], ddb-debt-overview [part=empty] , ddb-debt-overview [part=failure]',
      )
      .first()
      .waitFor();
    return await tab.locator('ddb-debt-overview [part=base]').evaluate(look ?? words);
  } finally {
    await tab.close();
    await server.close();
  }
}
