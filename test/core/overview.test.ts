import { expect } from '@open-wc/testing';
import { overviewOf } from '../../src/debts/overview.js';
import type { FailureKind } from '../../src/http/failure.js';
import { parseFees } from '../../src/fees/fee.js';
import type { EndpointState } from '../../src/fees/endpoints.js';
import {
  day,
  debtsIn,
  fee,
  feeWithout,
  idsIn,
  overviewFor,
  present,
  systemIn,
  type Answers,
} from './given.js';

const dibs = fee({ feeId: 1, amount: 70 });
const oir = fee({ feeId: 2, amount: 230, payableByClient: false });
const broken = fee({ feeId: 3, amount: 'x' });
const brokenOir = { ...broken, payableByClient: false };

describe('CONTRACT 4: never "no debt" unless it is known', () => {
  const empties: readonly [name: string, Answers, empty: boolean][] = [
    ['both have answered and have none', { 'fees-url': [] }, true],
    ['both have answered apart', { 'dibs-fees-url': [], 'oir-fees-url': [] }, true],
    [
      'what there is is paid or zero',
      { 'fees-url': [fee({ paidDate: '2022-06-01' }), fee({ amount: 0 })] },
      true,
    ],
    ['the old system has a debt', { 'fees-url': [dibs] }, false],
    ['the new system has a debt', { 'fees-url': [oir] }, false],
    ['something could not be read', { 'fees-url': [broken] }, false],
    ['something of the new system could not be read', { 'fees-url': [brokenOir] }, false],
    ['it is still being read', { 'fees-url': 'loading' }, false],
    ['one is still being read', { 'dibs-fees-url': [], 'oir-fees-url': 'loading' }, false],
    ['it failed', { 'fees-url': 'server' }, false],
    ['the new system failed', { 'dibs-fees-url': [], 'oir-fees-url': 'server' }, false],
    ['the old system failed', { 'dibs-fees-url': 'timeout', 'oir-fees-url': [] }, false],
    ['one has no address', { 'dibs-fees-url': [] }, false],
  ];
  for (const [name, answers, empty] of empties) {
    it(`${empty ? 'empty' : 'not empty'} when ${name}`, () => {
      expect(overviewFor(answers).empty).to.equal(empty);
    });
  }

  it('is not empty when no endpoint is read', () => {
    expect(overviewOf([], day('2022-06-15')).empty).to.be.false;
  });

  it('is not empty when an older answer is kept after a failure', () => {
    const [reading] = [stale([])];
    const overview = overviewOf([reading], day('2022-06-15'));
    expect(overview.empty).to.be.false;
    expect(overview.total).to.be.undefined;
  });

  it('is only about the system shown', () => {
    expect(overviewFor({ 'fees-url': [oir] }, { systems: 'dibs' }).empty).to.be.true;
    expect(overviewFor({ 'fees-url': [dibs] }, { systems: 'oir' }).empty).to.be.true;
    expect(overviewFor({ 'fees-url': [dibs] }, { systems: 'dibs' }).empty).to.be.false;
    expect(overviewFor({ 'fees-url': [oir] }, { systems: 'oir' }).empty).to.be.false;
  });
});

/** An answer that is kept although the last read failed. */
const stale = (entries: readonly unknown[], failure: FailureKind = 'server'): EndpointState => ({
  endpoint: { url: '/', systems: ['dibs', 'oir'], shared: true },
  status: 'ready',
  fetching: false,
  retrying: false,
  fees: parseFees(entries),
  readAt: 5,
  failure,
});

describe('CONTRACT 4: if one system failed, the other’s debts are shown and there is no total', () => {
  for (const failed of ['dibs', 'oir'] as const) {
    it(`${failed} failed`, () => {
      const answers: Answers = { 'dibs-fees-url': [dibs], 'oir-fees-url': [oir] };
      const overview = overviewFor({ ...answers, [`${failed}-fees-url`]: 'timeout' });
      expect(idsIn(overview)).to.equal(failed === 'dibs' ? 'dibs: | oir: 2' : 'dibs: 1 | oir:');
      expect(systemIn(overview, failed)).to.include({ state: 'failed', failure: 'timeout' });
      expect(overview.total).to.be.undefined;
    });
  }

  it('has a total when both are shown and known, even if it is zero', () => {
    expect(overviewFor({ 'fees-url': [dibs, oir] }).total).to.equal(30_000);
    expect(overviewFor({ 'dibs-fees-url': [dibs], 'oir-fees-url': [oir] }).total).to.equal(30_000);
    expect(overviewFor({ 'fees-url': [] }).total).to.equal(0);
  });

  it('has none when one system is shown', () => {
    expect(overviewFor({ 'fees-url': [dibs, oir] }, { systems: 'dibs' }).total).to.be.undefined;
    expect(overviewFor({ 'fees-url': [dibs, oir] }, { systems: 'oir' }).total).to.be.undefined;
  });

  it('keeps the older debts of a system whose last read failed', () => {
    const overview = overviewOf([stale([dibs, oir])], day('2022-06-15'));
    expect(idsIn(overview)).to.equal('dibs: 1 | oir: 2');
    for (const system of overview.systems) {
      expect(system).to.include({ state: 'ready', failure: 'server', readAt: 5 });
    }
    expect(overview.total).to.be.undefined;
  });
});

describe('CONTRACT 3.6: an entry that cannot be parsed hides nothing and is counted', () => {
  it('counts it in its own system', () => {
    const overview = overviewFor({ 'fees-url': [dibs, broken, brokenOir, oir, brokenOir] });
    expect(idsIn(overview)).to.equal('dibs: 1 | oir: 2');
    expect(systemIn(overview, 'dibs').unreadable).to.equal(1);
    expect(systemIn(overview, 'oir').unreadable).to.equal(2);
    expect(overview).to.include({ total: 30_000, atLeast: true });
  });

  it('counts one of unknown system once, in a system that is shown', () => {
    for (const systems of ['both', 'dibs', 'oir']) {
      const overview = overviewFor({ 'fees-url': [null] }, { systems });
      const counts = overview.systems.map(({ unreadable }) => unreadable);
      expect(
        counts.reduce((sum, count) => sum + count),
        systems,
      ).to.equal(1);
      expect(overview.atLeast, systems).to.be.true;
    }
  });

  it('does not count one that is known to belong to the other system', () => {
    expect(overviewFor({ 'fees-url': [brokenOir] }, { systems: 'dibs' }).atLeast).to.be.false;
    expect(overviewFor({ 'fees-url': [broken] }, { systems: 'oir' }).atLeast).to.be.false;
  });
});

describe('CONTRACT 3.6: with a credit among the entries, no sum is said', () => {
  const credit = fee({ feeId: 9, amount: -20 });

  it('neither of its system nor in all, and the debts stand', () => {
    for (const entry of [credit, { ...credit, amount: '-20,00' }, { ...credit, feeId: null }]) {
      const overview = overviewFor({ 'fees-url': [dibs, oir, entry] });
      expect(idsIn(overview)).to.equal('dibs: 1 | oir: 2');
      expect(systemIn(overview, 'dibs')).to.include({ amount: undefined, unreadable: 1 });
      expect(systemIn(overview, 'oir')).to.include({ amount: 23_000, unreadable: 0 });
      expect(overview).to.include({ total: undefined, empty: false });
    }
  });

  it('of a system that is not shown does not change those that are', () => {
    const overview = overviewFor({ 'fees-url': [oir, credit] }, { systems: 'oir' });
    expect(systemIn(overview, 'oir')).to.include({ amount: 23_000, unreadable: 0 });
  });

  it('that is paid is nothing', () => {
    const paid = { ...credit, paidDate: '2022-06-01' };
    expect(overviewFor({ 'fees-url': [dibs, paid] }).total).to.equal(7000);
  });
});

describe('CONTRACT 3.6: a debt of which no system is known does not vanish', () => {
  const unflagged = feeWithout('payableByClient');
  const old = { ...unflagged, creationDate: '2021-01-01' };

  it('when the other system answers that it has none', () => {
    for (const [answers, attributes] of [
      [{ 'fees-url': [unflagged], 'oir-fees-url': [] }, {}],
      [{ 'fees-url': [old], 'dibs-fees-url': [] }, { 'switch-date': '2021-12-01' }],
    ] as const) {
      const overview = overviewFor(answers, attributes);
      expect(overview.systems.map(({ unreadable }) => unreadable)).to.have.members([1, 0]);
      expect(overview).to.include({ empty: false, atLeast: true });
    }
  });

  it('and is counted once, when the other system has it', () => {
    const overview = overviewFor({ 'fees-url': [unflagged], 'oir-fees-url': [fee()] });
    expect(debtsIn(overview)).to.have.length(1);
    expect(overview.atLeast).to.be.false;
    const unread = { 'fees-url': [unflagged], 'oir-fees-url': [fee({ amount: 'x' })] };
    expect(overviewFor(unread).systems.map(({ unreadable }) => unreadable)).to.deep.equal([0, 1]);
  });

  it('and is not counted before the other system has answered', () => {
    for (const other of ['loading', 'server'] as const) {
      const overview = overviewFor({ 'fees-url': [unflagged], 'oir-fees-url': other });
      expect(overview.atLeast).to.be.false;
    }
  });
});

describe('CONTRACT 2: systems, the library’s choice of what to show', () => {
  const answers: Answers = { 'fees-url': [dibs, oir] };
  it('shows both, dibs first, or one', () => {
    expect(idsIn(overviewFor(answers))).to.equal('dibs: 1 | oir: 2');
    expect(idsIn(overviewFor(answers, { systems: 'dibs' }))).to.equal('dibs: 1');
    expect(idsIn(overviewFor(answers, { systems: 'oir' }))).to.equal('oir: 2');
  });

  it('shows dibs first, in any order of reading', () => {
    const apart = { 'fees-url': [oir], 'dibs-fees-url': [dibs] };
    expect(idsIn(overviewFor(apart))).to.equal('dibs: 1 | oir: 2');
    expect(idsIn(overviewFor({ 'fees-url': [dibs], 'oir-fees-url': [oir] }))).to.equal(
      'dibs: 1 | oir: 2',
    );
  });

  it('reads fees-url only for the system that has no endpoint of its own', () => {
    const late = fee({ feeId: 9, payableByClient: false });
    const overview = overviewFor({ 'fees-url': [dibs, late], 'oir-fees-url': [oir] });
    expect(idsIn(overview)).to.equal('dibs: 1 | oir: 2');
  });
});

describe('CONTRACT 4: debts in order of due date, oldest first', () => {
  it('those without one are last, by creation date and id', () => {
    const at = (feeId: string, dueDate: string | null, creationDate: string | null = null) =>
      fee({ feeId, dueDate, creationDate });
    const entries = [
      at('g', null),
      at('f', null),
      at('e', null, '2022-02-01'),
      at('d', null, '2022-01-01'),
      at('c', '2022-10-01'),
      at('b', '2022-09-01', '2022-08-02'),
      at('a', '2022-09-01', '2022-08-01'),
    ];
    expect(idsIn(overviewFor({ 'dibs-fees-url': entries }, { systems: 'dibs' }))).to.equal(
      'dibs: a b c d e f g',
    );
  });
});

describe('CONTRACT 2: overview is a read-only snapshot', () => {
  it('is frozen down to the debts', () => {
    const overview = overviewFor({ 'fees-url': [dibs, oir] });
    const parts = [overview, overview.systems, ...overview.systems, ...debtsIn(overview)];
    for (const part of [...parts, ...overview.systems.map(({ debts }) => debts)]) {
      expect(part).to.be.frozen;
    }
  });

  it('is frozen down to the materials', () => {
    for (const { materials } of debtsIn(overviewFor({ 'fees-url': [dibs, oir] }))) {
      expect(materials).to.be.frozen;
      expect(present(materials[0])).to.be.frozen;
    }
  });

  it('has the day that it is valid for', () => {
    expect(overviewFor({ 'fees-url': [] }, {}, '2022-02-03').today).to.equal('2022-02-03');
  });
});
