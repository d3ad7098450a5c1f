import { expect, waitUntil } from '@open-wc/testing';
import sinon from 'sinon';
import { LANGUAGES, type Fault, type Language } from '../../demo/workbench/state.js';
import { addDays } from '../../demo/workbench/days.js';
import { scenarioAnswer } from '../../demo/workbench/debts.js';
import { TextFinder } from '../../demo/workbench/preview/text-finder.js';
import type { PreviewState } from '../../demo/workbench/preview/messages.js';
import { simulatedFetch } from '../../demo/workbench/preview/simulated-fetch.js';
import { isCurrent } from '../../demo/workbench/patron-view.js';
import { isSeen, textAt, textsIn } from '../../demo/workbench/preview/visible-texts.js';
import '../../src/define.js';
import { isTextKey, dictionaryOf, type TextKey } from '../../src/i18n/locales.js';
import { fillPlaceholders, placeholdersIn } from '../../src/i18n/translator.js';
import { RequestError, type FailureKind } from '../../src/http/failure.js';
import { overviewOf } from '../../src/debts/overview.js';
import { parseFees } from '../../src/fees/fee.js';
import { fetchFees } from '../../src/fees/fetch-fees.js';
import { endpointsOf } from '../../src/fees/endpoints.js';
import { day, fee, present, settingsOf, type Attributes } from '../core/given.js';
import { BASE } from './state-fixtures.js';

const OLD = fee({ feeId: 1 });
const NEW = fee({ feeId: 2, payableByClient: false });
const { payableByClient: _, ...UNMARKED } = fee({ feeId: 3 });
const ENTRIES = [OLD, NEW, UNMARKED, null];

const SEPARATE: Attributes = { 'dibs-fees-url': '/old', 'oir-fees-url': '/new' };

const previewStateWith = (
  simulation: Partial<PreviewState['simulation']> = {},
  entries = ENTRIES,
): PreviewState => ({
  ...BASE,
  simulation: { ...BASE.simulation, ...simulation },
  entries,
  findingText: false,
});

const fetcherOf = (simulation?: Partial<PreviewState['simulation']>, attributes = SEPARATE) =>
  simulatedFetch(
    () => previewStateWith(simulation),
    () => endpointsOf(settingsOf(attributes)),
  );

/** Requests fees as the widget does. */
const read = (url: string, fetcher: typeof fetch, signal = new AbortController().signal) =>
  fetchFees(url, { credentials: 'same-origin', fetcher }, signal, () => undefined);

const failureOf = async (request: Promise<unknown>): Promise<RequestError> => {
  const failure: unknown = await request.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(failure).to.be.instanceOf(RequestError);
  return failure as RequestError;
};

/** Expects that the request rejects with `reason`. With a fake clock, no timer is needed for that. */
const endsWith = async (request: Promise<unknown>, reason: unknown): Promise<void> => {
  let thrown: unknown;
  await request.catch((failure: unknown) => (thrown = failure));
  expect(thrown).to.equal(reason);
};

describe('The simulated systems', () => {
  it('answer all entries if both systems share an endpoint', async () => {
    const same = { 'dibs-fees-url': '/fees', 'oir-fees-url': '/fees' };
    for (const attributes of [{ 'fees-url': '/fees' }, same]) {
      expect(await read('/fees', fetcherOf({}, attributes))).to.deep.equal(parseFees(ENTRIES));
    }
  });

  it('answer their own entries if each has an endpoint', async () => {
    // An entry without a mark, and without a switch date, belongs to the new system.
    expect(await read('/old', fetcherOf())).to.deep.equal(parseFees([OLD]));
    expect(await read('/new', fetcherOf())).to.deep.equal(parseFees([NEW, UNMARKED, null]));
  });

  for (const [own, shared] of [
    ['dibs', 'oir'],
    ['oir', 'dibs'],
  ] as const) {
    it(`fail separately if only ${own} has its own endpoint`, async () => {
      const attributes = { 'fees-url': '/fees', [`${own}-fees-url`]: '/own' };
      const failing = (system: 'dibs' | 'oir') => fetcherOf({ [system]: 'missing' }, attributes);
      expect((await failureOf(read('/own', failing(own)))).kind).to.equal('rejected');
      expect(await read('/fees', failing(own))).to.deep.equal(parseFees(ENTRIES));
      expect((await failureOf(read('/fees', failing(shared)))).kind).to.equal('rejected');
      expect(await read('/own', failing(shared))).to.be.an('array');
    });
  }

  it('accept a Request, a URL and a string', async () => {
    const url = new URL('/new', location.href).href;
    const fetcher = fetcherOf({}, { 'dibs-fees-url': '/old', 'oir-fees-url': url });
    for (const input of [new Request(url), new URL(url), url]) {
      expect(await (await fetcher(input)).json()).to.deep.equal([NEW, UNMARKED, null]);
    }
  });

  it('answer the current entries', async () => {
    let entries = ENTRIES;
    const fetcher = simulatedFetch(
      () => previewStateWith({}, entries),
      () => endpointsOf(settingsOf(SEPARATE)),
    );
    entries = [];
    expect(await read('/fees', fetcher)).to.deep.equal([]);
  });

  const kinds: Readonly<Record<Exclude<Fault, 'ok' | 'timeout'>, FailureKind>> = {
    network: 'network',
    login: 'unauthorized',
    forbidden: 'unauthorized',
    missing: 'rejected',
    busy: 'busy',
    server: 'server',
    nonsense: 'invalid',
    nothing: 'invalid',
  };
  for (const [fault, kind] of Object.entries(kinds) as [Fault, FailureKind][]) {
    it(`${fault}: fail as ${kind} for that system only`, async () => {
      const old = fetcherOf({ dibs: fault });
      const [failure, other] = await Promise.all([failureOf(read('/old', old)), read('/new', old)]);
      expect(failure.kind).to.equal(kind);
      expect(other).to.deep.equal(parseFees([NEW, UNMARKED, null]));

      const fresh = fetcherOf({ oir: fault });
      expect((await failureOf(read('/new', fresh))).kind).to.equal(kind);
      expect(await read('/old', fresh)).to.deep.equal(parseFees([OLD]));
    });
  }

  it('cannot be reached by a patron who is offline, nor can the catalogue', async () => {
    const fetcher = fetcherOf({ pace: 'offline' });
    expect((await failureOf(read('/old', fetcher))).kind).to.equal('network');
    const failure = await fetcher('/titles', { method: 'POST', body: '{}' }).catch(
      (error: unknown) => error,
    );
    expect(failure).to.be.instanceOf(TypeError);
  });

  it('leave the next attempt to the patron', async () => {
    for (const dibs of ['busy', 'server'] as const) {
      // Longer than the widget waits.
      expect((await failureOf(read('/old', fetcherOf({ dibs })))).retryAfter).to.be.above(30_000);
    }
  });

  it('have the fault of the library’s own system if both share an endpoint', async () => {
    expect((await failureOf(read('/fees', fetcherOf({ dibs: 'login' })))).kind).to.equal(
      'unauthorized',
    );
    expect(await read('/fees', fetcherOf({ oir: 'login' }))).to.deep.equal(parseFees(ENTRIES));
  });

  describe('with a fake clock', () => {
    let clock: sinon.SinonFakeTimers;
    beforeEach(() => {
      clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    });
    afterEach(() => {
      clock.restore();
    });

    it('do not answer until the request is aborted', async () => {
      const abort = new AbortController();
      const request = fetcherOf({ dibs: 'timeout' })('/old', { signal: abort.signal });
      let ended = false;
      void request.catch(() => (ended = true)).then(() => (ended = true));
      await clock.tickAsync(60_000);
      expect(ended).to.equal(false);
      abort.abort('enough');
      await endsWith(request, 'enough');
    });

    it('are slow if the connection is slow', async () => {
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

    it('reject at once when the request is aborted', async () => {
      const abort = new AbortController();
      const request = fetcherOf({ pace: 'slow' })('/old', { signal: abort.signal });
      abort.abort('gone');
      await endsWith(request, 'gone');
    });
  });

  it('reject a request that is already aborted', async () => {
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

/** The parts around texts with the same words, nearest first. */
const PARTS: Readonly<Record<string, string>> = {
  total: 'total header base',
  subtotal: 'subtotal section section-dibs base',
};

/** All texts of a language by their ids. */
const textsOf = (locale: Language) =>
  Object.entries(dictionaryOf(locale)).filter(([id]) => !id.startsWith('/'));

describe('The text finder', () => {
  for (const locale of LANGUAGES) {
    it(`finds every text: ${locale}`, () => {
      const finder = new TextFinder(locale, {});
      for (const [id, words] of textsOf(locale)) {
        const [key = ''] = id.split('/');
        expect(placeholdersIn(fillPlaceholders(words, VALUES)), id).to.deep.equal([]);
        expect(finder.find(fillPlaceholders(words, VALUES), PARTS[id] ?? ''), id).to.equal(key);
      }
    });

    it(`knows all texts with the same words: ${locale}`, () => {
      const all = textsOf(locale).map(([, words]) => fillPlaceholders(words, VALUES));
      const twice = all.filter((words, index) => all.indexOf(words) !== index);
      expect(twice).to.deep.equal([fillPlaceholders(dictionaryOf(locale).subtotal, VALUES)]);
    });

    it(`finds the library's own words: ${locale}`, () => {
      for (const [key, words] of Object.entries(dictionaryOf(locale))) {
        if (!isTextKey(key)) continue;
        const own = `Her: ${words} (vores egne ord?) [1] + $2`;
        const finder = new TextFinder(locale, { [key]: own });
        expect(finder.find(fillPlaceholders(own, VALUES), ''), key).to.equal(key);
        // The default is replaced.
        if (!PARTS[key])
          expect(finder.find(fillPlaceholders(words, VALUES), ''), key).not.to.equal(key);
      }
    });
  }

  it('decides by the parts between texts with the same words', () => {
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

  it('finds of texts with the same words the one that can be on the page', () => {
    const words = 'Betal med indbetalingskortet.';
    const own = { 'dibs.unavailable': words, 'dibs.ended': words, 'dibs.app': words };
    const settings = settingsOf({ 'switch-date': '2021-12-01', 'dibs-end-date': '2022-07-01' });
    const debts = parseFees([OLD]);
    for (const [today, channel, key] of [
      ['2022-01-01', 'cms', 'dibs.unavailable'],
      ['2022-01-01', 'app', 'dibs.app'],
      ['2022-07-01', 'cms', 'dibs.ended'],
    ] as const) {
      const at = { ...settings, channel };
      const states = endpointsOf(at).map((endpoint) => ({
        ...{ endpoint, fees: debts, status: 'ready' as const, fetching: false, retrying: false },
      }));
      const overview = overviewOf(states, day(today), at.switchDate);
      const finder = new TextFinder('da', own, (one) => isCurrent(one, overview, at));
      expect(finder.find(words, 'note no-action section section-dibs')).to.equal(key);
    }
  });

  it('prefers the text with the most characters outside placeholders', () => {
    const own: Partial<Record<TextKey, string>> = { 'oir.go': '{name}', heading: 'Gå {name}' };
    const finder = new TextFinder('da', own);
    expect(finder.find('Gå hjem', '')).to.equal('heading');
    // A text with only a placeholder never matches.
    expect(finder.find('hvad som helst', '')).to.equal(undefined);
  });

  it('ignores differences in white space', () => {
    const finder = new TextFinder('da', { heading: ' Det  du\nskylder ' });
    expect(finder.find('\n  Det du\u00a0\n skylder', '')).to.equal('heading');
  });

  it('finds nothing for an empty or partial text', () => {
    const finder = new TextFinder('da', { 'about.text': '' });
    for (const words of ['', ' ', 'x', 'Gå til', 'Mellemværender og mere', '70,00 kr.']) {
      expect(finder.find(words, ''), words).to.equal(undefined);
    }
  });

  // Backtracking would take exponential time.
  it('matches in linear time', () => {
    const finder = new TextFinder('da', { heading: `${'{name} '.repeat(40)}slut` });
    expect(finder.find('a '.repeat(3_000), '')).to.equal(undefined);
  });
});

describe('The visible texts of the widget', () => {
  const SWITCH = day('2021-12-01');
  const DATE = addDays(SWITCH, 30);

  /** Renders the widget as the preview does, and waits for an answer. */
  async function rendered(attributes: Readonly<Record<string, string>>, simulation = {}) {
    const entries = [...scenarioAnswer({ scenario: 'both' }, SWITCH)];
    const element = document.createElement('ddb-debt-overview');
    const own = { 'switch-date': SWITCH, 'dibs-end-date': '2022-07-01', 'preview-date': DATE };
    for (const [name, value] of Object.entries({ ...own, ...attributes })) {
      element.setAttribute(name, value);
    }
    element.fetcher = simulatedFetch(
      () => previewStateWith({ date: DATE, ...simulation }, entries as typeof ENTRIES),
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

  it('include all texts on a library’s page', async () => {
    const root = await rendered({
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

  it('include a system that asks for a login', async () => {
    const root = await rendered(
      { 'dibs-fees-url': '/old', 'oir-fees-url': '/new', lang: 'da' },
      { oir: 'forbidden' },
    );
    expect(keysIn(root)).to.include.members([
      'failed.unauthorized',
      'failed.more',
      'dibs.unavailable',
    ]);
  });

  it('are not what is in a closed list, or only read aloud', async () => {
    const root = await rendered({
      'fees-url': '/fees',
      'oir-payment-url': 'https://betal.dk/',
      lang: 'da',
    });
    document.body.append(root.host);
    const seen = (): TextKey[] =>
      textsIn(root, new TextFinder('da', {}))
        .filter(({ element }) => isSeen(element))
        .map(({ key }) => key);
    expect(seen())
      .to.include('oir.go')
      .and.not.to.include('oir.opens')
      .and.not.to.include('about.text');
    present(root.querySelector('details[part=about]')).toggleAttribute('open', true);
    expect(seen()).to.include('about.text');
    root.host.remove();
  });

  it('include the text of a clicked element, or of its ancestor', async () => {
    const root = await rendered({
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
