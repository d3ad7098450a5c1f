import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import { parseFees } from '../../src/fees/fee.js';
import { fetchFees } from '../../src/fees/fetch-fees.js';
import type { HttpOptions } from '../../src/http/send-request.js';
import { warned } from '../../src/util/warn.js';
import {
  bodyAnswer,
  entriesAnswer,
  fakeFetcher,
  halfAnswer,
  listenersOn,
  lostAnswer,
  noAnswer,
  statusAnswer,
  trackOutcome,
} from './fetchers.js';
import { present, setOnLine } from './given.js';

const URL_AS_WRITTEN = 'https://fbs.example:443/fees/v2?includepaid=false&includenonpayable=true#x';

const fetchTracked = (
  fetcher: typeof fetch,
  transport: Partial<HttpOptions> = {},
  signal = new AbortController().signal,
) =>
  trackOutcome(
    fetchFees(
      URL_AS_WRITTEN,
      { credentials: 'same-origin', fetcher, ...transport },
      signal,
      (fault) => reported.push(fault),
    ),
  );

/** What the developer was told. */
let reported: string[] = [];
beforeEach(() => {
  reported = [];
  warned.clear();
  setOnLine(true);
});

describe('CONTRACT 3.8: failures have a kind', () => {
  afterEach(() => sinon.restore());

  const statuses: Record<number, string> = {
    ...{ 400: 'rejected', 401: 'unauthorized', 403: 'unauthorized', 404: 'rejected' },
    ...{ 410: 'rejected', 418: 'rejected', 422: 'rejected', 429: 'busy' },
    ...{ 500: 'server', 502: 'server', 503: 'server', 504: 'server', 599: 'server' },
    ...{ 204: 'invalid', 205: 'invalid', 304: 'invalid' },
    ...{ 301: 'unauthorized', 302: 'unauthorized', 303: 'unauthorized', 307: 'unauthorized' },
  };
  for (const [status, kind] of Object.entries(statuses)) {
    it(`${status} is ${kind}`, async () => {
      const { fetcher } = fakeFetcher(statusAnswer(+status));
      expect((await fetchTracked(fetcher).ended).result).to.equal(kind);
    });
  }

  const bodies: Record<string, string> = {
    'a page': '<!doctype html><title>Log in</title>',
    nothing: '',
    null: 'null',
    'an object': '{}',
    'a list in an object': '{"fees":[]}',
    text: '"[]"',
    'a number': '5',
    'half a list': '[{"feeId":1},',
  };
  for (const [name, body] of Object.entries(bodies)) {
    it(`200 with ${name} is invalid`, async () => {
      const { fetcher } = fakeFetcher(bodyAnswer(body));
      expect((await fetchTracked(fetcher).ended).result).to.equal('invalid');
    });
  }

  it('no connection is offline only where the browser says so, before and during the answer', async () => {
    for (const [onLine, kind] of [
      [false, 'offline'],
      [true, 'network'],
    ] as const) {
      setOnLine(onLine);
      const { fetcher } = fakeFetcher(lostAnswer);
      expect((await fetchTracked(fetcher).ended).result).to.equal(kind);
      const half = fakeFetcher(halfAnswer('[{"feeId":', new TypeError('network error')));
      expect((await fetchTracked(half.fetcher).ended).result).to.equal(kind);
    }
  });

  it('a redirect that the browser has not followed is a login, and nothing is sent there', async () => {
    const opaque = { type: 'opaqueredirect', status: 0, ok: false, headers: new Headers() };
    const { fetcher, sent } = fakeFetcher(() => opaque as Response);
    expect((await fetchTracked(fetcher).ended).result).to.equal('unauthorized');
    expect(sent.map(({ init }) => init.redirect)).to.deep.equal(['manual']);
    expect(reported).to.have.length(1);
    expect(reported[0]).to.match(/redirect.*401/);
  });

  it('names the status of a request that is refused for good', async () => {
    await fetchTracked(fakeFetcher(statusAnswer(404)).fetcher).ended;
    expect(reported).to.deep.equal(['takes a JSON array with status 200, not 404']);
    for (const status of [401, 403, 429, 503]) {
      await fetchTracked(fakeFetcher(statusAnswer(status)).fetcher).ended;
    }
    expect(reported).to.have.length(1);
  });

  it('names CORS once, where another origin may have refused', async () => {
    const lines: string[] = [];
    sinon.stub(console, 'warn').callsFake((line: string) => void lines.push(line));
    for (const onLine of [false, true, true]) {
      setOnLine(onLine);
      await fetchTracked(fakeFetcher(lostAnswer).fetcher).ended;
    }
    const own = trackOutcome(
      fetchFees(
        '/fees?patron=1',
        { credentials: 'omit', fetcher: fakeFetcher(lostAnswer).fetcher },
        new AbortController().signal,
        () => undefined,
      ),
    );
    expect((await own.ended).result).to.equal('network');
    expect(lines).to.have.length(1);
    expect(lines[0])
      .to.include('https://fbs.example: ')
      .and.to.include('CORS')
      .and.not.include('?');
  });

  const shapes: Record<string, [body: string, words: RegExp]> = {
    'an empty body': [' \n', /not an empty body$/],
    HTML: ['\n<!doctype html><title>Log ind</title>', /not HTML$/],
    'an object with the list inside': ['{"count":1,"fees":[{"feeId":1}]}', /the array in "fees"$/],
    'an object': ['{"message":"Jens Jensen"}', /not an object$/],
    'half a list': ['[{"feeId":12345', /not broken JSON$/],
    'a number': ['12345', /not JSON of type number$/],
  };
  for (const [name, [body, words]] of Object.entries(shapes)) {
    it(`the developer is told of ${name}, in one line without its data`, async () => {
      await fetchTracked(fakeFetcher(bodyAnswer(body)).fetcher).ended;
      expect(reported).to.have.length(1);
      expect(reported[0])
        .to.match(/^takes a JSON array, /)
        .and.to.match(words);
      expect(reported[0]).not.to.match(/Jens|12345/);
    });
  }

  it('the developer is told of an answer that is not in UTF-8', async () => {
    const latin1 = () => new Response(Uint8Array.of(0x5b, 0x22, 0xe6, 0x22, 0x5d));
    await fetchTracked(fakeFetcher(latin1).fetcher).ended;
    expect(reported.filter((line) => line.includes('UTF-8'))).to.have.length(1);
  });

  it('a fetcher that throws or returns an invalid value is a failure too', async () => {
    const nonsense = (() => Promise.resolve(undefined)) as unknown as typeof fetch;
    expect((await fetchTracked(nonsense).ended).result).to.equal('invalid');
    const throwing = (() => {
      throw new Error('native bridge');
    }) as typeof fetch;
    expect((await fetchTracked(throwing).ended).result).to.equal('network');
  });

  it('a list is an answer, with each entry unchanged', async () => {
    const entries = [{ feeId: 1 }, null, 'x', []];
    const { fetcher } = fakeFetcher(entriesAnswer(...entries));
    expect((await fetchTracked(fetcher).ended).result).to.deep.equal(parseFees(entries));
    const page = fakeFetcher(bodyAnswer('[]', 'text/html'));
    expect((await fetchTracked(page.fetcher).ended).result, 'whatever its type').to.deep.equal([]);
  });
});

describe('CONTRACT 3.8: requests time out after 15 s', () => {
  afterEach(() => sinon.restore());

  let time: sinon.SinonFakeTimers;
  beforeEach(() => {
    time = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  });

  const stuck: Record<string, () => Parameters<typeof fetchTracked>> = {
    'a fetch that never answers': () => [fakeFetcher(noAnswer).fetcher],
    'a body that never ends': () => [fakeFetcher(halfAnswer('[')).fetcher],
    'a getToken that never answers': () => [
      fakeFetcher(entriesAnswer()).fetcher,
      { getToken: () => new Promise(() => undefined) },
    ],
  };
  for (const [name, given] of Object.entries(stuck)) {
    it(`${name}`, async () => {
      const outcome = fetchTracked(...given());
      await time.tickAsync(14_999);
      expect(outcome.result).to.be.undefined;
      await time.tickAsync(1);
      expect(outcome.result).to.equal('timeout');
      expect(time.countTimers()).to.equal(0);
    });
  }

  it('aborts the request', async () => {
    const { fetcher, sent } = fakeFetcher(noAnswer);
    const outcome = fetchTracked(fetcher);
    await time.tickAsync(14_999);
    expect(sent[0]?.init.signal?.aborted).to.be.false;
    await time.tickAsync(1);
    expect(sent[0]?.init.signal?.aborted).to.be.true;
    expect(outcome.result).to.equal('timeout');
  });

  it('leaves no timer or listener behind, however it ends', async () => {
    for (const answer of [entriesAnswer(), statusAnswer(500), lostAnswer, bodyAnswer('<')]) {
      const { signal } = new AbortController();
      const left = listenersOn(signal);
      const outcome = fetchTracked(fakeFetcher(answer).fetcher, {}, signal);
      expect(time.countTimers(), 'while it waits').to.equal(1);
      await outcome.ended;
      expect(time.countTimers()).to.equal(0);
      expect(left()).to.equal(0);
    }
  });

  it('ends at once when it is aborted', async () => {
    const abort = new AbortController();
    const left = listenersOn(abort.signal);
    const { fetcher, sent } = fakeFetcher(noAnswer);
    const outcome = fetchTracked(fetcher, {}, abort.signal);
    await time.tickAsync(1000);
    abort.abort();
    await outcome.ended;
    expect(outcome.result).not.to.be.an('array');
    expect(sent[0]?.init.signal?.aborted).to.be.true;
    expect(time.countTimers()).to.equal(0);
    expect(left()).to.equal(0);
  });

  it('sends nothing when the token arrives after the timeout', async () => {
    const { fetcher, sent } = fakeFetcher(entriesAnswer());
    const getToken = () =>
      new Promise<string>((resolve) => {
        setTimeout(() => resolve('late'), 20_000);
      });
    const outcome = fetchTracked(fetcher, { getToken });
    await time.tickAsync(60_000);
    expect(outcome.result).to.equal('timeout');
    expect(sent.map(({ url }) => url)).to.deep.equal([]);
  });
});

describe('CONTRACT 3.1: the elements of a page share equal reads', () => {
  afterEach(() => sinon.restore());

  it('that begin within 100 ms, while the first is not answered', () => {
    const time = sinon.useFakeTimers({ now: 0, toFake: ['Date'] });
    const { fetcher, sent } = fakeFetcher(noAnswer);
    const abort = new AbortController();
    const readAt = (milliseconds: number): number => {
      time.setSystemTime(milliseconds);
      fetchTracked(fetcher, {}, abort.signal);
      return sent.length;
    };
    expect([0, 50, 100, 101].map(readAt)).to.deep.equal([1, 1, 1, 2]);
    abort.abort();
  });

  it('but not one whose token was refused, also where the new token is the same', async () => {
    const { fetcher, sent } = fakeFetcher(statusAnswer(401), entriesAnswer(7));
    const outcome = await fetchTracked(fetcher, { getToken: () => 'same' }).ended;
    expect(outcome.result).to.deep.equal(parseFees([7]));
    expect(sent).to.have.length(2);
  });
});

describe('CONTRACT 2: the options of a request', () => {
  afterEach(() => sinon.restore());

  const headersOf = async (transport: Partial<HttpOptions>): Promise<Headers> => {
    const { fetcher, sent } = fakeFetcher(entriesAnswer());
    await fetchTracked(fetcher, transport).ended;
    return new Headers(present(sent[0]).init.headers);
  };

  it('is sent to the URL exactly as written, once, and never answered from a cache', async () => {
    const { fetcher, sent } = fakeFetcher(entriesAnswer());
    await fetchTracked(fetcher).ended;
    expect(sent.map(({ url }) => url)).to.deep.equal([URL_AS_WRITTEN]);
    expect(sent[0]?.init.cache).to.equal('no-store');
    expect(sent[0]?.init.method ?? 'GET').to.equal('GET');
  });

  for (const credentials of ['omit', 'same-origin', 'include'] as const) {
    it(`with credentials ${credentials}`, async () => {
      const { fetcher, sent } = fakeFetcher(entriesAnswer());
      await fetchTracked(fetcher, { credentials }).ended;
      expect(sent[0]?.init.credentials).to.equal(credentials);
    });
  }

  it('uses fetch, when there is no fetcher', async () => {
    const { fetcher, sent } = fakeFetcher(entriesAnswer(7));
    sinon.replace(window, 'fetch', fetcher);
    const outcome = trackOutcome(
      fetchFees('/fees', { credentials: 'omit' }, new AbortController().signal, () => undefined),
    );
    expect((await outcome.ended).result).to.deep.equal(parseFees([7]));
    expect(sent).to.have.length(1);
  });

  it('uses only the fetcher, when there is one', async () => {
    const other = sinon.replace(window, 'fetch', sinon.fake.rejects(new Error('not this one')));
    expect((await fetchTracked(fakeFetcher(entriesAnswer(7)).fetcher).ended).result).to.deep.equal(
      parseFees([7]),
    );
    expect(other.callCount).to.equal(0);
  });

  it('accepts JSON', async () => {
    expect((await headersOf({})).get('Accept')).to.equal('application/json');
  });

  it('has the token, from a value or a promise', async () => {
    for (const getToken of [() => 't.o-k_e~n', () => Promise.resolve('t.o-k_e~n')]) {
      expect((await headersOf({ getToken })).get('Authorization')).to.equal('Bearer t.o-k_e~n');
    }
  });

  it('has no such header without a token', async () => {
    expect((await headersOf({})).has('Authorization')).to.be.false;
    for (const nothing of ['', null, undefined]) {
      const headers = await headersOf({ getToken: () => nothing as string });
      expect(headers.has('Authorization'), String(nothing)).to.be.false;
    }
  });
});

describe('CONTRACT 2: a token is written without its scheme', () => {
  afterEach(() => sinon.restore());

  it('one that begins with "Bearer " is named once in the console, without its value', async () => {
    const warn = sinon.stub(console, 'warn');
    for (const token of ['Bearer sesame', 'bearer sesame']) {
      await fetchTracked(fakeFetcher(entriesAnswer()).fetcher, { getToken: () => token }).ended;
    }
    expect(warn.callCount).to.equal(1);
    expect(warn.firstCall.args[0]).to.include('getToken').and.to.include('"Bearer "');
    expect(warn.firstCall.args[0]).not.to.include('sesame');
  });
});

describe('CONTRACT 2: a token that cannot be read or sent is a login failure', () => {
  afterEach(() => sinon.restore());

  const SECRET = 'sesame-1234';
  const failing: Record<string, () => string | Promise<string>> = {
    'a token with a line break': () => `${SECRET}\n${SECRET}`,
    'a token with a header in it': () => `${SECRET}\r\nX-Evil: 1`,
    'a token that no header can hold': () => `${SECRET}ø€`,
    'a getToken that throws': () => {
      throw new Error(SECRET);
    },
    'a getToken that rejects': () => Promise.reject(new Error(SECRET)),
  };
  for (const [name, getToken] of Object.entries(failing)) {
    it(`${name}: nothing is sent, and the token is not in the console`, async () => {
      const consoles = (['log', 'info', 'debug', 'warn', 'error'] as const).map((method) =>
        sinon.stub(console, method),
      );
      const { fetcher, sent } = fakeFetcher(entriesAnswer());
      const outcome = await fetchTracked(fetcher, { getToken }).ended;
      expect(outcome.result).to.equal('unauthorized');
      expect(sent.map(({ url }) => url)).to.deep.equal([]);
      const logged = consoles.flatMap(({ args }) => args).map((args) => args.map(String).join());
      expect(logged.join()).not.to.include(SECRET);
      expect(logged.join(), 'the warning names getToken').to.include('getToken');
      expect(String(outcome.failure?.stack)).not.to.include(SECRET);
    });
  }
});
