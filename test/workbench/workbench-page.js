import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { openBrowser } from '../pages/open-browser.js';
import { json, page, send, serve } from '../serve.js';

const root = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** A deep path, as a static build can have. */
export const UNDER = '/et/dybt/sted/';

/** Opens the built workbench in a browser. */
export async function openWorkbench() {
  const files = await serve({}, { folder: root('dist-demo'), under: UNDER });
  const browser = await openBrowser();
  const context = await browser.newContext({
    locale: 'da-DK',
    viewport: { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  // The dates of the example depend on today.
  await context.clock.setFixedTime(new Date('2026-11-23T10:00:00+01:00'));
  return {
    browser,
    context,
    url: files.origin + UNDER,
    origin: files.origin,
    open: (where = '') => WorkbenchPage.open(context, files.origin + UNDER + where),
    close: async () => {
      await browser.close();
      await files.close();
    },
  };
}

const PLACES = { cms: 'cms', app: 'app' };

/** The text of the widget as a patron reads it, without the banner of previews. */
const visibleText = (base) => {
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

/** Resolves when nothing has changed for 250 ms. A simulated answer takes 150 ms. */
const untilStable = (base) =>
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

/** The page object of the workbench. */
export class WorkbenchPage {
  static async open(context, url) {
    const tab = await context.newPage();
    const errors = [];
    const foreignRequests = [];
    tab.on('pageerror', (error) => errors.push(error.message));
    tab.on('response', (response) => response.status() >= 400 && errors.push(response.url()));
    tab.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== new URL(url).origin && !/^(data|blob):$/.test(protocol))
        foreignRequests.push(request.url());
    });
    await tab.goto(url);
    const workbench = new WorkbenchPage(tab, errors, foreignRequests);
    await workbench.textOf('cms');
    return workbench;
  }

  constructor(tab, errors, foreignRequests) {
    this.tab = tab;
    this.errors = errors;
    this.foreignRequests = foreignRequests;
  }

  /** Opens a tab of the workbench by its name. */
  openTab(name) {
    return this.tab.getByRole('tab', { name }).click();
  }

  preview(place) {
    return this.tab.frameLocator(`iframe[data-place=${PLACES[place]}]`);
  }

  /** The text of a preview when it is stable. */
  async textOf(place) {
    const base = this.preview(place).locator('[part=base]');
    for (let tries = 0; tries < 20; tries++) {
      // Retry if the preview is reloaded meanwhile.
      const now = await base.evaluate(untilStable).then(
        () => base.evaluate(visibleText),
        () => '',
      );
      if (now && !now.includes('Henter dine')) return now;
    }
    throw new Error('the preview does not become stable');
  }

  /** Downloads the package. Returns its files by name. */
  async package() {
    await this.openTab('Hent koden');
    const [download] = await Promise.all([
      this.tab.waitForEvent('download'),
      this.tab.getByRole('button', { name: 'Hent pakken' }).click(),
    ]);
    return unzipSync(await readFile(await download.path()));
  }

  /** Types settings by the labels of their fields. */
  async typeSettings(settings) {
    await this.openTab('Opsætning');
    for (const [label, value] of Object.entries(settings)) {
      const field = this.tab.getByLabel(label, { exact: true });
      if (typeof value === 'boolean') await field.setChecked(value);
      else if ((await field.getAttribute('type')) === 'date') await this.#typeDate(field, value);
      else if ((await field.evaluate(({ localName }) => localName)) === 'select') {
        await field.selectOption({ label: value });
      } else await field.fill(value);
    }
  }

  /** Types a date key by key, in the browser's order of day and month. */
  async #typeDate(field, value) {
    const type = async (into, digits) => {
      // Clear the field with an input event, and move the focus away, so that typing starts at the first part.
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
    // A separate field reveals the order.
    await this.tab.evaluate(() => {
      const probe = Object.assign(document.createElement('input'), { type: 'date', id: 'probe' });
      document.documentElement.append(probe);
    });
    const probe = this.tab.locator('#probe');
    const monthFirst = (await type(probe, '02032001')) === '2001-02-03';
    await probe.evaluate((input) => input.remove());
    const typed = await type(field, (monthFirst ? month + day : day + month) + year);
    if (typed !== value) throw new Error(`typed ${value}, but the field has ${typed}`);
  }

  /** Replaces the Danish text with this key. */
  async setText(key, text) {
    await this.openTab('Tekster');
    const line = this.tab.locator(`[id="words-${key}"]`);
    if (!(await line.evaluate(({ open }) => open))) await line.locator('summary').click();
    await line.getByLabel('Dansk').fill(text);
  }

  async fillSlot(slot, html) {
    await this.openTab('Tekster');
    await this.tab.locator(`#slot-${slot}`).fill(html);
  }

  async showDay(date) {
    await this.tab.locator('[data-name=date]').fill(date);
  }

  async selectScenario(name) {
    await this.openTab('Mellemværender');
    await this.tab.getByRole('radio', { name }).check();
  }

  /** The exported code of one kind. */
  async code(id, { app = false, dated = true } = {}) {
    await this.openTab('Hent koden');
    await this.tab.getByLabel(/Til appen/).setChecked(app);
    await this.tab.getByLabel(/Til en testside/).setChecked(dated);
    return this.tab.locator(`[data-code=${id}]`).inputValue();
  }

  /** The entries that the systems answer on a day: those in the editor without later ones. */
  async entries(date) {
    await this.openTab('Mellemværender');
    const typed = await this.tab.locator('json-editor').evaluate(({ value }) => value);
    return JSON.parse(typed).filter((entry) => !(entry?.creationDate > date));
  }
}

/**
 * Pastes HTML into an empty page whose endpoints answer `entries`. Returns the widget's text, or what `look` returns.
 * @param {{ look?: (base: Element) => unknown, lang?: string, charset?: boolean, folder?: string }} [options]
 *   `charset`: whether the page names its encoding; `folder` has the script
 */
export async function renderPasted(
  context,
  html,
  entries,
  { look, lang = 'da', charset = true, folder = 'dist' } = {},
) {
  const whole = `<!doctype html><html lang="${lang}"><title>Side</title><body>${html}</body></html>`;
  const routes = { '/page': charset ? page(whole) : send('text/html', whole) };
  // The endpoints in attributes and in JSON.
  for (const [, path] of html.matchAll(/(?:fees-url=|feesUrl": )"(\/[^"?]*)/g)) {
    routes[path] = json(entries);
  }
  const server = await serve(routes, { folder: root(folder), under: '/' });
  const tab = await context.newPage();
  try {
    await tab.goto(`${server.origin}/page`);
    await tab
      .locator(
        'ddb-debt-overview [part~=section], ddb-debt-overview [part=empty] , ddb-debt-overview [part=failure]',
      )
      .first()
      .waitFor();
    return await tab.locator('ddb-debt-overview [part=base]').evaluate(look ?? visibleText);
  } finally {
    await tab.close();
    await server.close();
  }
}
