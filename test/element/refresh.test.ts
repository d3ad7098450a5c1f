import { expect } from '@open-wc/testing';
import { both, fee, newDebts, oldDebts } from '../../demo/fixtures.js';
import { library } from '../../demo/states.js';
import {
  BROKEN,
  resetFixture,
  clockAt,
  countParts,
  fetcherOf,
  deferred,
  hasPart,
  json,
  part,
  parts,
  mount,
  viewText,
  partTexts,
  settled,
  mountSettled,
  container,
  waitUntil,
  textOf,
} from './fixture.js';

describe('CONTRACT 4: old data stays while new data is read', () => {
  afterEach(resetFixture);

  /** An element that shows both systems, and whose next answer waits for the test. */
  async function waiting() {
    const next = deferred<Response>();
    let requests = 0;
    const fetcher = fetcherOf(() => (requests++ ? next.promise : json(both())));
    const element = await mountSettled({
      attributes: library({ 'fees-url': '/fees' }),
      properties: { fetcher },
    });
    return { element, fetcher, answer: next.resolve };
  }

  it('keeps every row element until the answer', async () => {
    const { element, fetcher, answer } = await waiting();
    const rows = parts(element, 'debt');
    const before = viewText(element);
    const done = element.refresh();
    await waitUntil(() => fetcher.callCount === 2);
    await element.updateComplete;
    expect(parts(element, 'debt').every((row, index) => row === rows[index])).to.be.true;
    expect(rows.every((row) => row.isConnected)).to.be.true;
    expect(viewText(element)).to.equal(before);
    expect(hasPart(element, 'placeholder', 'loading')).to.be.false;
    answer(json([fee({ amount: 5 })]));
    await done;
    expect(partTexts(element, 'amount')).to.deep.equal(['5,00 kr.']);
  });

  it('composes no overview until the answer', async () => {
    const { element, fetcher, answer } = await waiting();
    const { overview } = element;
    const done = element.refresh();
    await waitUntil(() => fetcher.callCount === 2);
    expect(element.overview).to.equal(overview);
    answer(json(both()));
    await done;
    expect(element.overview).not.to.equal(overview);
  });

  it('never shows less than the list during a refresh', async () => {
    const { element, answer } = await waiting();
    const counts = new Set<number>();
    const observer = new MutationObserver(() => counts.add(parts(element, 'debt').length));
    observer.observe(element.shadowRoot as ShadowRoot, { subtree: true, childList: true });
    const done = element.refresh();
    answer(json([...both(), fee()]));
    await done;
    await waitUntil(() => counts.size);
    observer.disconnect();
    expect(Math.min(...counts)).to.be.at.least(4);
  });

  it('keeps the focus', async () => {
    const { element, answer } = await waiting();
    part(element, 'pay-button')?.focus();
    const done = element.refresh();
    answer(json([...both(), fee()]));
    await done;
    expect(element.shadowRoot?.activeElement === part(element, 'pay-button')).to.be.true;
  });

  it('keeps the list when it fails, and shows the time it was read', async () => {
    clockAt('2022-05-01T10:30:00Z');
    let ok = true;
    const fetcher = fetcherOf(() => (ok ? json(both()) : json({}, { status: 404 })));
    const element = await mountSettled({
      attributes: library({ 'fees-url': '/fees' }),
      properties: { fetcher },
    });
    ok = false;
    await element.refresh();
    expect(countParts(element, 'debt')).to.equal(4);
    expect(textOf(part(element, 'failure-text'))).to.match(/1\. maj.*12[.:]30/);
    expect(hasPart(element, 'retry-button')).to.be.true;
    expect(textOf(part(element, 'total'))).not.to.include('kr.');
  });

  it('keeps the list after each failure, and removes the message after a success', async () => {
    let answer: object = { body: both() };
    const element = await mountSettled({
      attributes: library(),
      answers: { 'fees-url': () => answer },
    });
    for (const failing of [BROKEN, { status: 404 }, { text: '<html>' }, { status: 204 }]) {
      answer = failing;
      await element.refresh();
      expect(countParts(element, 'debt')).to.equal(4);
      expect(countParts(element, 'failure')).to.equal(1);
    }
    answer = { body: oldDebts() };
    part(element, 'retry-button')?.click();
    await waitUntil(() => !part(element, 'failure'));
    expect(countParts(element, 'debt')).to.equal(2);
    expect(textOf(part(element, 'total'))).to.include('262,56 kr.');
  });

  it('keeps the data of a system that fails, and updates the other', async () => {
    let dibs: object = { body: oldDebts() };
    let oir = newDebts();
    const element = await mountSettled({
      attributes: library(),
      answers: { 'dibs-fees-url': () => dibs, 'oir-fees-url': () => ({ body: oir }) },
    });
    dibs = BROKEN;
    oir = [fee({ amount: 1, payableByClient: false })];
    await element.refresh();
    expect(partTexts(element, 'amount')).to.deep.equal(['70,00 kr.', '192,56 kr.', '1,00 kr.']);
    expect(countParts(element, 'failure')).to.equal(1);
  });

  for (const status of [401, 403]) {
    it(`removes the list when the patron is no longer logged in (${status})`, async () => {
      let answer: object = { body: both() };
      const element = await mountSettled({
        attributes: library(),
        answers: { 'fees-url': () => answer },
      });
      answer = { status, body: {} };
      await element.refresh();
      expect(countParts(element, 'debt')).to.equal(0);
      expect(viewText(element)).not.to.match(/\d,\d\d|Gebyr \(for sent\)/);
      expect(element.overview.systems.flatMap(({ debts }) => debts)).to.be.empty;
      expect(textOf(part(element, 'login'))).to.include('Log ind for at se');
    });
  }

  it('the retry button sends one request, however often it is pressed', async () => {
    let fail = true;
    const next = deferred<Response>();
    const fetcher = fetcherOf(() => (fail ? json({}, { status: 404 }) : next.promise));
    const element = await mountSettled({
      attributes: { 'fees-url': '/fees' },
      properties: { fetcher },
    });
    fail = false;
    for (let press = 0; press < 3; press++) part(element, 'retry-button')?.click();
    await element.updateComplete;
    expect(part(element, 'retry-button')?.getAttribute('aria-disabled')).to.equal('true');
    part(element, 'retry-button')?.click();
    next.resolve(json([]));
    await waitUntil(() => part(element, 'empty'));
    expect(fetcher.callCount).to.equal(2);
  });

  it('does not move the focus to another element', async () => {
    const first = mount({ attributes: library(), answers: { 'fees-url': { body: oldDebts() } } });
    const second = mount({ attributes: library(), answers: { 'fees-url': { body: newDebts() } } });
    await Promise.all([first, second].map(settled));
    await first.refresh();
    expect(partTexts(first, 'amount')).to.have.members(['70,00 kr.', '192,56 kr.']);
    expect(partTexts(second, 'amount')).to.have.members(['230,00 kr.', '20,00 kr.']);
    expect(container.children).to.have.length(2);
  });
});
