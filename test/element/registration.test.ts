import { expect } from '@open-wc/testing';
import { both, newDebts, oldDebts } from '../../demo/fixtures.js';
import { library } from '../../demo/states.js';
import { DdbDebtOverview } from '../../src/index.js';
import {
  resetFixture,
  countParts,
  fetcherOf,
  deferred,
  hasPart,
  json,
  mount,
  viewText,
  partTexts,
  settled,
  mountSettled,
  container,
  waitUntil,
  recordWarnings,
} from './fixture.js';

const DEFINE = new URL('../../src/define.ts', import.meta.url).href;

/** A page where another copy is registered already; returns the warnings when ours is loaded. */
async function secondCopy(version: string): Promise<string[]> {
  const frame = document.createElement('iframe');
  frame.srcdoc = `<script>
    var warnings = [];
    console.warn = (...args) => warnings.push(args.join(' '));
    addEventListener('error', ({ message }) => warnings.push(message));
    const Other = class extends HTMLElement {};
    Object.defineProperty(Other, 'version', { value: '${version}' });
    customElements.define('ddb-debt-overview', Other);
  </script><script type="module" src="${DEFINE}"></script>`;
  container.append(frame);
  await new Promise((resolve) => frame.addEventListener('load', resolve));
  return (frame.contentWindow as unknown as { warnings: string[] }).warnings;
}

describe('STYLE: registration is guarded, and warns only when versions differ', () => {
  afterEach(resetFixture);

  it('the same version loaded twice gives no warning', async () => {
    expect(await secondCopy(DdbDebtOverview.version)).to.deep.equal([]);
  });

  it('two versions give a warning that names both', async () => {
    const warnings = await secondCopy('0.0.1-other');
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.include('0.0.1-other').and.to.include(DdbDebtOverview.version);
  });

  it('a second import has no effect', async () => {
    const lines = recordWarnings();
    await import(`${DEFINE}?again`);
    expect(lines).to.deep.equal([]);
    expect(customElements.get('ddb-debt-overview') === DdbDebtOverview).to.be.true;
  });
});

describe('STYLE: stale answers cannot overwrite fresh ones', () => {
  afterEach(resetFixture);

  /** Requests that wait for the test, by URL. */
  function requests() {
    const answers = new Map<string, ReturnType<typeof deferred<Response>>>();
    const fetcher = fetcherOf((url) => {
      const next = deferred<Response>();
      answers.set(url, next);
      return next.promise;
    });
    const signal = (call: number) => fetcher.args[call]?.[1]?.signal;
    return {
      fetcher,
      signal,
      answer: (url: string, body: unknown) => answers.get(url)?.resolve(json(body)),
    };
  }

  it('removing the element aborts the request; inserting it reads again', async () => {
    const { fetcher, signal, answer } = requests();
    const element = mount({ attributes: { 'fees-url': '/a' }, properties: { fetcher } });
    await waitUntil(() => fetcher.callCount);
    element.remove();
    expect(signal(0)?.aborted).to.be.true;
    container.append(element);
    await waitUntil(() => fetcher.callCount === 2);
    answer('/a', oldDebts());
    await settled(element);
    expect(countParts(element, 'debt')).to.equal(2);
  });

  it('moving the element keeps what is shown, and sends no request', async () => {
    const fetcher = fetcherOf(() => json(both()));
    const element = await mountSettled({
      attributes: { 'fees-url': '/a' },
      properties: { fetcher },
    });
    const elsewhere = document.createElement('section');
    container.append(elsewhere);
    elsewhere.append(element);
    await element.updateComplete;
    expect(countParts(element, 'debt')).to.equal(4);
    expect(fetcher.callCount).to.equal(1);
  });

  it('moving the element during a refresh does not lose the new answer', async () => {
    const { fetcher, answer } = requests();
    const element = mount({ attributes: { 'fees-url': '/a' }, properties: { fetcher } });
    await waitUntil(() => fetcher.callCount);
    answer('/a', []);
    await settled(element);
    const done = element.refresh();
    await waitUntil(() => fetcher.callCount === 2);
    container.prepend(element);
    await new Promise((resolve) => setTimeout(resolve, 20));
    answer('/a', oldDebts());
    await done;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(countParts(element, 'debt')).to.equal(2);
  });

  it('another fees-url aborts the first request and reads the new URL', async () => {
    const { fetcher, signal, answer } = requests();
    const element = mount({ attributes: { 'fees-url': '/a' }, properties: { fetcher } });
    await waitUntil(() => fetcher.callCount);
    element.feesUrl = '/b';
    await waitUntil(() => fetcher.callCount === 2);
    expect(signal(0)?.aborted).to.be.true;
    expect(signal(1)?.aborted).to.be.false;
    answer('/b', newDebts());
    await settled(element);
    answer('/a', oldDebts());
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(partTexts(element, 'amount')).to.have.members(['230,00 kr.', '20,00 kr.']);
  });

  it('another fees-url removes the debts of the first', async () => {
    const { fetcher, answer } = requests();
    const element = mount({ attributes: { 'fees-url': '/a' }, properties: { fetcher } });
    await waitUntil(() => fetcher.callCount);
    answer('/a', oldDebts());
    await settled(element);
    element.feesUrl = '/b';
    await waitUntil(() => fetcher.callCount === 2);
    await element.updateComplete;
    expect(countParts(element, 'debt')).to.equal(0);
    expect(hasPart(element, 'loading')).to.be.true;
  });

  it('an endpoint of another system does not affect the first', async () => {
    const { fetcher, signal, answer } = requests();
    const element = mount({
      attributes: { 'dibs-fees-url': '/dibs', 'oir-fees-url': '/oir' },
      properties: { fetcher },
    });
    await waitUntil(() => fetcher.callCount === 2);
    answer('/dibs', oldDebts());
    await waitUntil(() => countParts(element, 'debt') === 2);
    element.oirFeesUrl = '/other';
    await waitUntil(() => fetcher.callCount === 3);
    expect(signal(1)?.aborted).to.be.true;
    expect(countParts(element, 'debt')).to.equal(2);
  });

  it('two elements on one page are independent', async () => {
    const one = mount({ attributes: library(), answers: { 'fees-url': { body: oldDebts() } } });
    const two = mount({ answers: { 'fees-url': { status: 404 } } });
    await Promise.all([one, two].map(settled));
    expect(countParts(one, 'debt')).to.equal(2);
    expect(hasPart(one, 'failure')).to.be.false;
    expect(hasPart(two, 'failure')).to.be.true;
    two.remove();
    one.lang = 'en';
    await one.updateComplete;
    expect(viewText(one)).to.include('2 debts');
  });
});
