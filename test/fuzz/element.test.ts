import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import '../../src/define.js';
import type { DdbDebtOverview } from '../../src/index.js';
import { attributeOf, SETTING_NAMES } from '../../src/config/settings.js';
import { dictionaryOf } from '../../src/i18n/locales.js';
import { present } from '../core/given.js';
import { fuzzSlowly } from './fuzz.js';
import { aDay, entries, odd, oddText } from './hostile.js';

const NAMES = SETTING_NAMES.map(attributeOf);

/** What an endpoint may do, without anything that causes a retry. */
const answer = fc.oneof(
  { weight: 6, arbitrary: entries.map((list) => new Answer(200, JSON.stringify(list))) },
  fc.constantFrom(401, 403, 404, 410, 204, 429, 500, 503).map((status) => new Answer(status, '{}')),
  fc
    .constantFrom('', '<title>Log ind</title>', '[{"feeId": 1', 'null', '{}', '"x"')
    .map((body) => new Answer(200, body)),
);

class Answer {
  constructor(
    readonly status: number,
    readonly body: string,
  ) {}

  response(): Response {
    const body = this.status === 204 ? null : this.body;
    return new Response(body, { status: this.status, headers: { 'Retry-After': '900' } });
  }
}

/** Except sums: a library may replace their text. */
const KEYS = Object.keys(dictionaryOf('da')).filter((key) => !/total/.test(key));

const setting = fc.record({
  attributes: fc.dictionary(fc.constantFrom(...NAMES), fc.oneof(oddText, aDay, fc.constant('app'))),
  texts: fc.dictionary(fc.constantFrom(...KEYS), odd, { maxKeys: 6 }),
  own: fc.boolean(),
  lang: fc.constantFrom('da', 'en', 'kl', ''),
  switchDate: fc.option(aDay),
});

/** "1.234,50 kr." or "DKK 1,234.50" in øre. */
const oreIn = (written: string): number => Number(written.replace(/\D/g, ''));

const textOf = (element: Element | null): string => element?.textContent ?? '';

/** Expects that the sum under each list is the sum of its debts. */
function checkSums(root: ShadowRoot): void {
  for (const section of root.querySelectorAll('[part~=section]')) {
    const rows = [...section.querySelectorAll('[part=debt] [part=amount]')];
    const subtotal = section.querySelector('[part=subtotal]');
    if (!subtotal) continue;
    const sum = rows.reduce((all, row) => all + oreIn(textOf(row)), 0);
    expect(oreIn(textOf(subtotal))).to.equal(sum);
  }
}

/** Expects that no value has become markup, and that no link is unsafe. */
function checkMarkup(root: ShadowRoot): void {
  expect(root.querySelector('img, script, iframe, style ~ style[onload], [onerror]')).to.be.null;
  for (const link of root.querySelectorAll('a')) {
    expect(['https:', location.protocol]).to.include(link.protocol);
    expect(link.username + link.password).to.equal('');
  }
}

describe('any answer and any configuration, in the element', () => {
  const thrown: unknown[] = [];
  const hear = (event: ErrorEvent | PromiseRejectionEvent): void => {
    thrown.push('reason' in event ? event.reason : event.error);
  };

  before(() => {
    addEventListener('error', hear);
    addEventListener('unhandledrejection', hear);
  });
  after(() => {
    removeEventListener('error', hear);
    removeEventListener('unhandledrejection', hear);
  });

  it('throws nothing, and shows nothing that is not true', async () => {
    await fuzzSlowly(2_000, setting, answer, answer, async (given, dibs, oir) => {
      const element: DdbDebtOverview = document.createElement('ddb-debt-overview');
      for (const [name, value] of Object.entries(given.attributes)) {
        element.setAttribute(name, value);
      }
      if (given.own) {
        element.setAttribute('dibs-fees-url', '/dibs');
        element.setAttribute('oir-fees-url', '/oir');
      } else element.setAttribute('fees-url', '/both');
      if (given.switchDate) element.setAttribute('switch-date', given.switchDate);
      element.config = { texts: given.texts };
      element.fetcher = (input) => {
        const url = String(input instanceof Request ? input.url : input);
        return Promise.resolve((url.endsWith('/oir') ? oir : dibs).response());
      };
      const page = document.createElement('div');
      page.lang = given.lang;
      page.append(element);
      document.body.append(page);
      try {
        await element.refresh();
        const root = present(element.shadowRoot);
        const { overview } = element;
        expect(!!root.querySelector('[part=empty]')).to.equal(overview.empty);
        const failed = overview.systems.some(({ state }) => state === 'failed');
        expect(!!root.querySelector('[part=failure], [part=login]')).to.equal(failed);
        expect(root.querySelectorAll('[part=debt]').length).to.equal(
          overview.systems.reduce((all, { debts }) => all + debts.length, 0),
        );
        if (overview.total === undefined)
          expect(textOf(root.querySelector('[part=total]'))).not.to.match(/I alt|Total/);
        checkSums(root);
        checkMarkup(root);
        expect(thrown).to.be.empty;
      } finally {
        page.remove();
      }
    });
  }).timeout(3_600_000);
});
