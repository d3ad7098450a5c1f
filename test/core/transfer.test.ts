import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { debtsIn, fee, feeWithout, idsIn, overviewFor, systemIn, type Answers } from './given.js';

describe('CONTRACT 3.3: the same feeId in both systems is oir’s, shown and counted once', () => {
  const old = fee({ feeId: 7, payableByClient: true, amount: 70 });
  const moved = fee({ feeId: 7, payableByClient: false, amount: 70 });

  const ways: readonly [name: string, Answers][] = [
    ['in one answer', { 'fees-url': [old, moved] }],
    ['in one answer, the other way round', { 'fees-url': [moved, old] }],
    ['in two answers', { 'dibs-fees-url': [old], 'oir-fees-url': [moved] }],
    ['where the new system has fees-url', { 'dibs-fees-url': [old], 'fees-url': [moved] }],
    ['where the old system has fees-url', { 'fees-url': [old], 'oir-fees-url': [moved] }],
  ];
  for (const [name, answers] of ways) {
    it(`${name}`, () => {
      const overview = overviewFor(answers);
      expect(idsIn(overview)).to.equal('dibs: | oir: 7');
      expect(overview.total).to.equal(7000);
      expect(overview.atLeast).to.be.false;
    });
  }

  it('when one system has the id as a number and the other as text', () => {
    const answers = { 'dibs-fees-url': [old], 'oir-fees-url': [{ ...moved, feeId: '7' }] };
    expect(idsIn(overviewFor(answers))).to.equal('dibs: | oir: 7');
  });

  it('with the amount of the new system', () => {
    for (const amount of [50, 90]) {
      const overview = overviewFor({ 'fees-url': [old, { ...moved, amount }] });
      expect(overview.total, String(amount)).to.equal(amount * 100);
    }
  });

  it('does not affect other debts', () => {
    const other = fee({ feeId: 8, amount: 1 });
    const overview = overviewFor({ 'dibs-fees-url': [old, other], 'oir-fees-url': [moved] });
    expect(idsIn(overview)).to.equal('dibs: 8 | oir: 7');
    expect(systemIn(overview, 'dibs').amount).to.equal(100);
  });

  it('with systems="dibs" it is not shown, since it is no longer paid here', () => {
    for (const entries of [
      [old, moved],
      [moved, old],
    ]) {
      const overview = overviewFor({ 'fees-url': entries }, { systems: 'dibs' });
      expect(idsIn(overview)).to.equal('dibs:');
      expect(overview.empty).to.be.true;
    }
  });

  it('with systems="oir" it is shown', () => {
    const overview = overviewFor({ 'fees-url': [old, moved] }, { systems: 'oir' });
    expect(idsIn(overview)).to.equal('oir: 7');
  });

  it('before the switch date there is only one system', () => {
    const attributes = { 'switch-date': '2022-07-01' };
    const overview = overviewFor({ 'fees-url': [old, moved] }, attributes, '2022-06-30');
    expect(idsIn(overview)).to.equal('dibs: 7 | oir:');
    expect(overview.total).to.equal(7000);
  });

  it('also for a debt without the flag', () => {
    const unflagged = { ...feeWithout('payableByClient'), feeId: 7, creationDate: '2021-01-01' };
    const attributes = { 'switch-date': '2021-12-01' };
    const overview = overviewFor({ 'fees-url': [unflagged, moved] }, attributes);
    expect(idsIn(overview)).to.equal('dibs: | oir: 7');
  });
});

describe('CONTRACT 3.3 and 3.6: the same feeId twice in one system', () => {
  const twice = (first: number, second: number) =>
    overviewFor({ 'fees-url': [fee({ amount: first }), fee({ amount: second })] });

  it('with the same amount is one debt', () => {
    const overview = twice(70, 70);
    expect(debtsIn(overview)).to.have.length(1);
    expect(overview.total).to.equal(7000);
    expect(overview.atLeast).to.be.false;
  });

  for (const [first, second] of [
    [70, 90],
    [90, 70],
  ] as const) {
    it(`with ${first} and then ${second} keeps the smaller, and counts the other as unreadable`, () => {
      const overview = twice(first, second);
      expect(debtsIn(overview).map(({ amount }) => amount)).to.deep.equal([7000]);
      expect(systemIn(overview, 'dibs').unreadable).to.equal(1);
      expect(overview.atLeast).to.be.true;
    });
  }

  it('counts nothing as unreadable where the new system has it too', () => {
    const entries = [70, 90].map((amount) => fee({ amount }));
    const moved = fee({ amount: 80, payableByClient: false });
    const overview = overviewFor({ 'fees-url': [...entries, moved] });
    expect([overview.total, overview.atLeast]).to.deep.equal([8000, false]);
  });

  it('has the stricter payment status, in any order', () => {
    const statuses = ['failed', 'completed'];
    for (const order of [statuses, [...statuses].reverse()]) {
      const entries = order.map((paymentStatus) => fee({ paymentStatus }));
      const [debt] = debtsIn(overviewFor({ 'fees-url': entries }));
      expect(debt?.paymentStatus, order.join()).to.equal('completed');
    }
  });

  it('gives the same result in any order, with any number of them', () => {
    const entries = fc.array(
      fc.record({
        feeId: fc.integer({ min: 1, max: 3 }),
        amount: fc.integer({ min: 1, max: 3 }),
        payableByClient: fc.boolean(),
      }),
      { maxLength: 6 },
    );
    const summary = (answer: readonly object[]): string => {
      const { systems, total } = overviewFor({ 'fees-url': answer });
      const shown = systems.map(({ system, debts, amount }) => [
        ...[system, amount],
        debts.map((debt) => `${debt.feeId}=${debt.amount}`).sort(),
      ]);
      return JSON.stringify([total, shown]);
    };
    fc.assert(
      fc.property(
        entries.chain((answer) =>
          fc.tuple(
            fc.constant(answer),
            fc.shuffledSubarray(answer, { minLength: answer.length, maxLength: answer.length }),
          ),
        ),
        ([one, other]) => summary(one) === summary(other),
      ),
      { numRuns: 1000 },
    );
  });

  it('counts unreadable entries the same in any order', () => {
    const count = (...amounts: readonly number[]): number =>
      systemIn(overviewFor({ 'fees-url': amounts.map((amount) => fee({ amount })) }), 'dibs')
        .unreadable;
    expect(count(70, 90, 90), 'the smaller first').to.equal(count(90, 90, 70));
  });

  it('is empty in any order, when the new system has the debt', () => {
    const [cheap, dear] = [fee({ amount: 70 }), fee({ amount: 90 })];
    const moved = fee({ amount: 70, payableByClient: false });
    const empty = (...entries: readonly object[]): boolean =>
      overviewFor({ 'fees-url': entries }, { systems: 'dibs' }).empty;
    expect(empty(cheap, dear, moved), 'moved last').to.equal(empty(cheap, moved, dear));
  });
});

describe('CONTRACT 3.3: under transfer, no debt is payable here by mistake', () => {
  it('a debt that the new system has too, but that cannot be parsed there, is counted and not payable', () => {
    const old = fee({ feeId: 7, amount: 70 });
    const moved = fee({ feeId: 7, amount: 'x', payableByClient: false });
    for (const answer of [
      { 'fees-url': [old, moved] },
      { 'dibs-fees-url': [old], 'oir-fees-url': [moved] },
    ]) {
      const overview = overviewFor(answer);
      expect(systemIn(overview, 'dibs').debts).to.be.empty;
      expect(systemIn(overview, 'oir').unreadable).to.equal(1);
    }
  });

  it('a debt with both flags in one system is not payable, in any order', () => {
    const yes = fee({ feeId: 7, amount: 70 });
    const no = fee({ feeId: 7, amount: 70, payableByClient: false });
    for (const entries of [
      [yes, no],
      [no, yes],
    ]) {
      const { debts } = systemIn(overviewFor({ 'dibs-fees-url': entries }), 'dibs');
      expect(debts.map(({ payableByClient }) => payableByClient)).to.deep.equal([false]);
    }
  });
});
