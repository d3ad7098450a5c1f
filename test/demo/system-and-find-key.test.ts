import { expect, waitUntil } from '@open-wc/testing';
import sinon from 'sinon';
import { TONGUES, type Fault, type Tongue } from '../../demo/workbench/bench.js';
import { addDays } from '../../demo/workbench/days.js';
import { scenarioAnswer } from '../../demo/workbench/debts.js';
import { TextFinder } from '../../demo/workbench/preview/find-key.js';
import type { Shown } from '../../demo/workbench/preview/messages.js';
import { systemsOf } from '../../demo/workbench/preview/system.js';
import { textAt, textsIn } from '../../demo/workbench/preview/texts-on-page.js';
import '../../src/define.js';
import { isTextKey, dictionaryOf, type TextKey } from '../../src/i18n/locales.js';
import { fillPlaceholders, placeholdersIn } from '../../src/i18n/placeholders.js';
import { RequestError, type FailureKind } from '../../src/fees/failure.js';
import { parseFees } from '../../src/fees/fee.js';
import { fetchFees } from '../../src/fees/fetch-fees.js';
import { endpointsOf } from '../../src/fees/endpoints.js';
import { day, fee, present, settingsOf, type Attributes } from '../core/given.js';
import { BASE } from './bench-given.js';

const OLD = fee({ feeId: 1 });
const NEW = fee({ feeId: 2, payableByClient: false });
const { payableByClient: _, ...UNMARKED } = fee({ feeId: 3 });
const ENTRIES = [OLD, NEW, UNMARKED, null];

const APART: Attributes = { 'dibs-fees-url': '/old', 'oir-fees-url': '/new' };

const shownWith = (rehearsal: Partial<Shown['rehearsal']> = {}, entries = ENTRIES): Shown => ({
  ...BASE,
  rehearsal: { ...BASE.rehearsal, ...rehearsal },
  entries,
  finding: false,
});

const fetcherOf = (rehearsal?: Partial<Shown['rehearsal']>, attributes = APART) =>
  systemsOf(
    () => shownWith(rehearsal),
    () => endpointsOf(settingsOf(attributes)),
  );

/** As the widget reads it. */
const read = (url: string, fetcher: typeof fetch, signal = new AbortController().signal) =>
  fetchFees(url, { credentials: 'same-origin', fetcher }, signal);

const failureOf = async (asked: Promise<unknown>): Promise<RequestError> => {
  const failure: unknown = await asked.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(failure).to.be.instanceOf(RequestError);
  return failure as RequestError;
};

/** That it ends by being thrown. On a clock that stands, it does so without waiting for a timer. */
const endsWith = async (asked: Promise<unknown>, reason: unknown): Promise<void> => {
  let thrown: unknown;
  await asked.catch((failure: unknown) => (thrown = failure));
  expect(thrown).to.equal(reason);
};

describe('The rehearsed systems', () => {
  it('answer everything, where one address is for both', async () => {
    const same = { 'dibs-fees-url': '/fees', 'oir-fees-url': '/fees' };
    for (const attributes of [{ 'fees-url': '/fees' }, same]) {
      expect(await read('/fees', fetcherOf({}, attributes))).to.deep.equal(parseFees(ENTRIES));
    }
  });

  it('answer each its own, as the widget would tell whose it is', async () => {
    // What says nothing of itself, and was made on no side of a switch, is the new system's.
    expect(await read('/old', fetcherOf())).to.deep.equal(parseFees([OLD]));
    expect(await read('/new', fetcherOf())).to.deep.equal(parseFees([NEW, UNMARKED, null]));
  });

  for (const [own, shared] of [
    ['dibs', 'oir'],
    ['oir', 'dibs'],
  ] as const) {
    it(`with an address of its own for ${own} only, each fails alone`, async () => {
      const attributes = { 'fees-url': '/fees', [`${own}-fees-url`]: '/own' };
      const failing = (system: 'dibs' | 'oir') => fetcherOf({ [system]: 'missing' }, attributes);
      expect((await failureOf(read('/own', failing(own)))).kind).to.equal('rejected');
      expect(await read('/fees', failing(own))).to.deep.equal(parseFees(ENTRIES));
      expect((await failureOf(read('/fees', failing(shared)))).kind).to.equal('rejected');
      expect(await read('/own', failing(shared))).to.be.an('array');
    });
  }

  it('answer a request as well as an address', async () => {
    const url = new URL('/new', location.href).href;
    const fetcher = fetcherOf({}, { 'dibs-fees-url': '/old', 'oir-fees-url': url });
    for (const input of [new Request(url), new URL(url), url]) {
      expect(await (await fetcher(input)).json()).to.deep.equal([NEW, UNMARKED, null]);
    }
  });

  it('answer what is shown when they are asked, not when they were made', async () => {
    let entries = ENTRIES;
    const fetcher = systemsOf(
      () => shownWith({}, entries),
      () => endpointsOf(settingsOf(APART)),
    );
    entries = [];
    expect(await read('/fees', fetcher)).to.deep.equal([]);
  });

  const kinds: Readonly<Record<Exclude<Fault, 'ok' | 'timeout'>, FailureKind>> = {
    offline: 'offline',
    login: 'unauthorized',
    forbidden: 'unauthorized',
    missing: 'rejected',
    busy: 'busy',
    server: 'server',
    nonsense: 'invalid',
    nothing: 'invalid',
  };
  for (const [fault, kind] of Object.entries(kinds) as [Fault, FailureKind][]) {
    it(`${fault}: the widget reads it as ${kind}, of that system alone`, async () => {
      const old = fetcherOf({ dibs: fault });
      const [failure, other] = await Promise.all([failureOf(read('/old', old)), read('/new', old)]);
      expect(failure.kind).to.equal(kind);
      expect(other).to.deep.equal(parseFees([NEW, UNMARKED, null]));

      const fresh = fetcherOf({ oir: fault });
      expect((await failureOf(read('/new', fresh))).kind).to.equal(kind);
      expect(await read('/old', fresh)).to.deep.equal(parseFees([OLD]));
    });
  }

  it('leave it to the patron to try again', async () => {
    for (const dibs of ['busy', 'server'] as const) {
      // More patience than the widget has.
      expect((await failureOf(read('/old', fetcherOf({ dibs })))).retryAfter).to.be.above(30_000);
    }
  });

  it('have the fault of the library’s own system, where one address is for both', async () => {
    expect((await failureOf(read('/fees', fetcherOf({ dibs: 'login' })))).kind).to.equal(
      'unauthorized',
    );
    expect(await read('/fees', fetcherOf({ oir: 'login' }))).to.deep.equal(parseFees(ENTRIES));
  });

  describe('on a clock that stands until it is turned', () => {
    let clock: sinon.SinonFakeTimers;
    beforeEach(() => {
      clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    });
    afterEach(() => {
      clock.restore();
    });

    it('do not answer in time, until that is given up', async () => {
      const abort = new AbortController();
      const asked = fetcherOf({ dibs: 'timeout' })('/old', { signal: abort.signal });
      let ended = false;
      void asked.catch(() => (ended = true)).then(() => (ended = true));
      await clock.tickAsync(60_000);
      expect(ended).to.equal(false);
      abort.abort('enough');
      await endsWith(asked, 'enough');
    });

    it('are slow where that is rehearsed', async () => {
      const abort = new AbortController();
      const usual = fetcherOf()('/old');
      let ended = false;
      const slow = fetcherOf({ pace: 'slow' })('/old', { signal: abort.signal });
      void slow.catch(() => (ended = true)).then(() => (ended = true));
      await clock.tickAsync(600);
      expect((await usual).status).to.equal(200);
      expect(ended).to.equal(false);
      abort.abort('enough');
      await endsWith(slow, 'enough');
    });

    it('end at once where nobody waits any more', async () => {
      const abort = new AbortController();
      const asked = fetcherOf({ pace: 'slow' })('/old', { signal: abort.signal });
      abort.abort('gone');
      await endsWith(asked, 'gone');
    });
  });

  it('do not begin where nobody waits from the beginning', async () => {
    await endsWith(fetcherOf()('/old', { signal: AbortSignal.abort('gone') }), 'gone');
  });
});

const VALUES = {
  name: 'Mit Betalingsoverblik',
  date: '1. december 2021',
  endDate: '1. juli 2022',
  amount: '1.262,56 kr.',
  count: '2',
  hours: '72',
  time: '14.35',
  order: '4711-x',
};

/** Texts that read as another one does: the parts around them, nearest first, tell which it is. */
const PARTS: Readonly<Record<string, string>> = {
  total: 'total header base',
  subtotal: 'subtotal section section-dibs base',
};

/** All sentences of a language by their ids; not how it is written. */
const said = (locale: Tongue) =>
  Object.entries(dictionaryOf(locale)).filter(([id]) => !id.startsWith('/'));

describe('Finding the text that stands on the page', () => {
  for (const locale of TONGUES) {
    it(`finds every text by its words: ${locale}`, () => {
      const finder = new TextFinder(locale, {});
      for (const [id, words] of said(locale)) {
        const [key = ''] = id.split('/');
        expect(placeholdersIn(fillPlaceholders(words, VALUES)), id).to.deep.equal([]);
        expect(finder.find(fillPlaceholders(words, VALUES), PARTS[id] ?? ''), id).to.equal(key);
      }
    });

    it(`has no more texts that read alike than those told apart: ${locale}`, () => {
      const all = said(locale).map(([, words]) => fillPlaceholders(words, VALUES));
      const twice = all.filter((words, index) => all.indexOf(words) !== index);
      expect(twice).to.deep.equal([fillPlaceholders(dictionaryOf(locale).subtotal, VALUES)]);
    });

    it(`finds the library's own words: ${locale}`, () => {
      for (const [key, words] of Object.entries(dictionaryOf(locale))) {
        if (!isTextKey(key)) continue;
        const own = `Her: ${words} (vores egne ord?) [1] + $2`;
        const finder = new TextFinder(locale, { [key]: own });
        expect(finder.find(fillPlaceholders(own, VALUES), ''), key).to.equal(key);
        // The default is not there any more.
        if (!PARTS[key])
          expect(finder.find(fillPlaceholders(words, VALUES), ''), key).not.to.equal(key);
      }
    });
  }

  it('is told by the parts which of two equal texts it is', () => {
    const own = { heading: 'Gæld', 'oir.heading': 'Gæld', 'dibs.heading': 'Gæld' };
    const finder = new TextFinder('da', own);
    expect(finder.find('Gæld', 'section-heading section-header section section-oir')).to.equal(
      'oir.heading',
    );
    expect(finder.find('Gæld', 'section-heading section-header section section-dibs')).to.equal(
      'dibs.heading',
    );
    expect(finder.find('Gæld', 'heading header base')).to.equal('heading');
  });

  it('takes the text of which most is certain', () => {
    const own: Partial<Record<TextKey, string>> = { 'oir.go': '{name}', heading: 'Gå {name}' };
    const finder = new TextFinder('da', own);
    expect(finder.find('Gå hjem', '')).to.equal('heading');
    // Of nothing but a placeholder nothing is certain.
    expect(finder.find('hvad som helst', '')).to.equal(undefined);
  });

  it('does not mind how it is broken', () => {
    const finder = new TextFinder('da', { heading: ' Det  du\nskylder ' });
    expect(finder.find('\n  Det du\u00a0\n skylder', '')).to.equal('heading');
  });

  it('finds nothing where there is nothing, and half a text is none', () => {
    const finder = new TextFinder('da', { 'about.text': '' });
    for (const words of ['', ' ', 'x', 'Gå til', 'Mellemværender og mere', '70,00 kr.']) {
      expect(finder.find(words, ''), words).to.equal(undefined);
    }
  });

  // With backtracking this would never finish.
  it('does not try every way in which words can be shared among placeholders', () => {
    const finder = new TextFinder('da', { heading: `${'{name} '.repeat(40)}slut` });
    expect(finder.find('a '.repeat(3_000), '')).to.equal(undefined);
  });
});

describe('Finding the texts in the widget', () => {
  const SWITCH = day('2021-12-01');
  const DATE = addDays(SWITCH, 30);

  /** The widget as the preview has it, when it has an answer. */
  async function drawn(attributes: Readonly<Record<string, string>>, rehearsal = {}) {
    const entries = [...scenarioAnswer({ scenario: 'both' }, SWITCH)];
    const element = document.createElement('ddb-debt-overview');
    const own = { 'switch-date': SWITCH, 'dibs-end-date': '2022-07-01', 'preview-date': DATE };
    for (const [name, value] of Object.entries({ ...own, ...attributes })) {
      element.setAttribute(name, value);
    }
    element.fetcher = systemsOf(
      () => shownWith({ date: DATE, ...rehearsal }, entries as typeof ENTRIES),
      () => endpointsOf(settingsOf({ ...own, ...attributes })),
    );
    document.body.append(element);
    await waitUntil(() => element.shadowRoot);
    const root = present(element.shadowRoot);
    await waitUntil(() => root.querySelector('[part=subtotal], [part=failure]'));
    await waitUntil(() => !root.querySelector('[part=loading]'));
    element.remove();
    return root;
  }

  const keysIn = (root: ShadowRoot): TextKey[] =>
    textsIn(root, new TextFinder('da', {})).map(({ key }) => key);

  it('finds all that the page of a library says', async () => {
    const root = await drawn({
      'fees-url': '/fees',
      'dibs-payment-url': '/betal',
      'oir-payment-url': 'https://betal.dk/',
      'oir-payment-name': 'Betal Nu',
      'rates-url': '/takster',
      'help-url': '/hjaelp',
      'terms-url': '/vilkaar',
      lang: 'da',
    });
    expect(keysIn(root)).to.include.members([
      'preview',
      'heading',
      'total',
      'intro.transition',
      'dibs.heading',
      'count.other',
      'debt.overdue',
      'debt.due',
      'subtotal',
      'dibs.deadline',
      'dibs.choose',
      'dibs.payAll',
      'terms',
      'oir.heading',
      'oir.registration',
      'about.heading',
      'about.text',
      'oir.go',
      'rates',
      'help',
    ]);
  });

  it('finds what is said of a system that does not answer', async () => {
    const root = await drawn(
      { 'dibs-fees-url': '/old', 'oir-fees-url': '/new', lang: 'da' },
      { oir: 'forbidden' },
    );
    expect(keysIn(root)).to.include.members([
      'failed.oir',
      'failed.unauthorized',
      'failed.more',
      'retry',
      'dibs.unavailable',
    ]);
  });

  it('finds the text that is clicked, or the one around it', async () => {
    const root = await drawn({
      'fees-url': '/fees',
      'oir-payment-url': 'https://betal.dk/',
      lang: 'da',
    });
    const finder = new TextFinder('da', {});
    const at = (part: string) => textAt(root.querySelector(part), finder)?.key;
    expect(at('[part=heading]')).to.equal('heading');
    expect(at('[part~=go-link]')).to.equal('oir.go');
    expect(at('[part=subtotal]')).to.equal('subtotal');
    expect(at('[part=total]')).to.equal('total');
    expect(at('[part=reason]')).to.equal(undefined);
    expect(textAt(null, finder)).to.equal(undefined);
  });
});
