import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import sinon from 'sinon';
import { parseFee } from '../../src/fees/fee.js';
import type { Debt } from '../../src/debts/debt.js';
import { fee, feeWithout } from './given.js';

/** The debt that an entry is parsed to. */
function debtOf(entry: unknown): Omit<Debt, 'system' | 'payableByClient'> {
  const read = parseFee(entry);
  if (read?.kind !== 'fee') throw new Error(`Expected a fee, got ${read?.kind}.`);
  return read;
}

describe('CONTRACT 3.4: paid and zero amounts are no debts', () => {
  afterEach(() => sinon.restore());

  const nothings: Record<string, object> = {
    paid: fee({ paidDate: '2022-06-01' }),
    'paid at a time': fee({ paidDate: '2022-06-01T10:00:00Z' }),
    'paid, without an amount': { ...feeWithout('amount'), paidDate: '2022-06-01' },
    zero: fee({ amount: 0 }),
    'minus zero': fee({ amount: -0 }),
    'zero by float': fee({ amount: 0.3 - 0.1 - 0.2 }),
    'zero, without an id': { ...feeWithout('feeId'), amount: 0 },
  };
  for (const [name, entry] of Object.entries(nothings)) {
    it(name, () => {
      expect(parseFee(entry)).to.be.undefined;
    });
  }

  const noDates = [{}, [], true, 1, 'ikke betalt', '-', '2022-02-30', '01-06-2022'];
  const noPayments = [
    '01-01-0001',
    '0001-01-01T00:00:00',
    '1899-12-30',
    '1900-01-01',
    '1904-01-01',
  ];
  const others = ['1970-01-01', '1970-01-01T00:00:00Z', '9999-12-31', '2022-06-16'];
  for (const paidDate of [...noDates, ...noPayments, ...others]) {
    it(`paidDate ${JSON.stringify(paidDate)} is no payment, and the entry is counted`, () => {
      sinon.useFakeTimers({ now: new Date('2022-06-15T12:00:00Z'), toFake: ['Date'] });
      expect(parseFee(fee({ paidDate }))?.kind).to.equal('unreadable');
    });
  }

  it('a payment of today is one, by the day in Copenhagen', () => {
    sinon.useFakeTimers({ now: new Date('2022-06-15T22:30:00Z'), toFake: ['Date'] });
    expect(parseFee(fee({ paidDate: '2022-06-16' }))).to.be.undefined;
    expect(parseFee(fee({ paidDate: '2022-06-17' }))?.kind).to.equal('unreadable');
  });

  for (const paidDate of [null, undefined, '']) {
    it(`paidDate ${JSON.stringify(paidDate)} is not paid`, () => {
      expect(debtOf(fee({ paidDate })).amount).to.equal(7000);
    });
  }
});

describe('CONTRACT 3.6: an entry that cannot be parsed is counted', () => {
  const unreadables: Record<string, unknown> = {
    null: null,
    undefined: undefined,
    'a list': [],
    'a list of entries': [fee()],
    text: 'fee',
    'empty text': '',
    'a number': 70,
    true: true,
    'an empty object': {},
    'no id': feeWithout('feeId'),
    'an id of null': fee({ feeId: null }),
    'an empty id': fee({ feeId: '' }),
    'a blank id': fee({ feeId: '  ' }),
    'half an id': fee({ feeId: 1.5 }),
    'an id that is no number': fee({ feeId: NaN }),
    'an object for an id': fee({ feeId: {} }),
    'true for an id': fee({ feeId: true }),
    'an id beyond 2^53': fee({ feeId: 2 ** 53 }),
    'an id that JSON has rounded': JSON.parse('{"feeId": 9007199254740993, "amount": 70}'),
    'no amount': feeWithout('amount'),
    'an amount of null': fee({ amount: null }),
    'an amount as text': fee({ amount: '70.00' }),
    'an amount of zero as text': fee({ amount: '0' }),
    'a negative amount': fee({ amount: -70 }),
    'a part of an øre': fee({ amount: 70.001 }),
    'an amount beyond belief': fee({ amount: 1e12 }),
  };
  for (const [name, entry] of Object.entries(unreadables)) {
    it(name, () => {
      expect(parseFee(entry)?.kind).to.equal('unreadable');
    });
  }

  it('has the systems that it may belong to', () => {
    const entry = fee({
      feeId: 7,
      amount: 'x',
      payableByClient: false,
      creationDate: '2022-04-06',
    });
    expect(parseFee(entry)).to.deep.equal({
      kind: 'unreadable',
      feeId: '7',
      isCredit: false,
      payableByClient: false,
      createdOn: '2022-04-06',
    });
  });

  it('accepts ids of any type: numbers up to 2^53 − 1, and text', () => {
    expect(debtOf(fee({ feeId: 434536 })).feeId).to.equal('434536');
    expect(debtOf(fee({ feeId: 0 })).feeId).to.equal('0');
    expect(debtOf(fee({ feeId: 2 ** 53 - 1 })).feeId).to.equal('9007199254740991');
    expect(debtOf(fee({ feeId: '9007199254740993' })).feeId).to.equal('9007199254740993');
    expect(debtOf(fee({ feeId: '  a-1 ' })).feeId).to.equal('a-1');
  });
});

describe('CONTRACT 3.6: the developer is told of a field by its name and type, not its value', () => {
  const told = (different: object): string[] => {
    const lines: string[] = [];
    parseFee(fee(different), (line) => lines.push(line));
    return lines;
  };
  const wrong: readonly [different: object, line: string][] = [
    [{ amount: '70.00' }, 'amount is string; takes a number'],
    [{ amount: undefined }, 'amount is missing; takes a number'],
    [{ amount: -20 }, 'amount is negative; takes a number of kroner from 0'],
    [{ amount: 70.001 }, 'amount is number; takes a number of kroner'],
    [{ feeId: undefined }, 'feeId is missing; takes text'],
    [{ feeId: 2 ** 53 }, 'feeId is number; takes text, or a whole number below 2^53'],
    [{ dueDate: '8/5-2026' }, 'dueDate is string; takes a date as YYYY-MM-DD'],
    [{ creationDate: [] }, 'creationDate is array; takes a date'],
    [{ paidDate: 'ikke betalt' }, 'paidDate is string; takes a date as YYYY-MM-DD that has been'],
    [{ payableByClient: 'true' }, 'payableByClient is string; takes true or false'],
    [{ payableByClient: 1 }, 'payableByClient is number; takes true or false'],
  ];
  for (const [different, line] of wrong) {
    it(`${JSON.stringify(different)}`, () => {
      const lines = told(different);
      expect(lines).to.have.length(1);
      expect(lines[0]).to.satisfy((said: string) => said.startsWith(line));
      expect(lines[0]).not.to.match(/70\.0|8\/5|ikke betalt/);
    });
  }

  it('not of a good entry, of an optional field that is empty, or of a paid entry', () => {
    expect(told({})).to.deep.equal([]);
    const empty = { dueDate: '', creationDate: null, payableByClient: null, paidDate: ' ' };
    expect(told(empty)).to.deep.equal([]);
    expect(told({ paidDate: '2022-06-01', amount: 'x' })).to.deep.equal([]);
  });

  it('of an entry that is no object, in one line', () => {
    const lines: string[] = [];
    for (const entry of ['Jens', null, []]) parseFee(entry, (line) => lines.push(line));
    expect(lines.map((line) => line.split(';')[0])).to.deep.equal([
      'a fee is string',
      'a fee is missing',
      'a fee is array',
    ]);
  });
});

describe('CONTRACT 3.5: optional fields of a debt', () => {
  it('parses all fields', () => {
    expect(parseFee(fee())).to.deep.equal({
      kind: 'fee',
      feeId: '434536',
      type: 'fee',
      reason: 'Gebyr (for sent)',
      amount: 7000,
      createdOn: '2022-04-06',
      dueOn: '2022-05-08',
      payableByClient: true,
      paymentStatus: undefined,
      materials: [{ itemNumber: '5160562503', recordId: '53161480', periodical: undefined }],
    });
  });

  it('requires only an id and an amount', () => {
    expect(parseFee({ feeId: 1, amount: 2.56 })).to.deep.equal({
      kind: 'fee',
      feeId: '1',
      type: 'other',
      reason: '',
      amount: 256,
      createdOn: undefined,
      dueOn: undefined,
      payableByClient: undefined,
      paymentStatus: undefined,
      materials: [],
    });
  });

  it('accepts a payment status of the contract', () => {
    const statusOf = (paymentStatus: unknown): unknown => {
      const found = parseFee(fee({ paymentStatus }));
      return found?.kind === 'fee' && found.paymentStatus;
    };
    for (const status of ['reserved', 'pending', 'completed', 'failed']) {
      expect(statusOf(status)).to.equal(status);
    }
    for (const other of ['Reserved', 'paid', '', null, true, 1, {}, ['failed']]) {
      expect(statusOf(other), JSON.stringify(other)).to.be.undefined;
    }
  });

  it('treats null as absent in every optional field', () => {
    const bare = { feeId: 1, amount: 2.56 };
    const optional = Object.keys(feeWithout('feeId', 'amount')).map((name) => [name, null]);
    expect(parseFee({ ...bare, ...Object.fromEntries(optional) })).to.deep.equal(parseFee(bare));
  });

  it('treats an unknown type as other', () => {
    expect(debtOf(fee({ type: 'compensation' })).type).to.equal('compensation');
    for (const type of ['reservation', 'FEE', '', 1, {}, 'constructor']) {
      expect(debtOf(fee({ type })).type, String(type)).to.equal('other');
    }
  });

  for (const materials of [null, undefined, [], {}, 'x', 5, [null], [1, 'x', [], {}]]) {
    it(`is shown with materials: ${JSON.stringify(materials)}`, () => {
      expect(debtOf(fee({ materials })).materials).to.deep.equal([]);
    });
  }

  it('keeps the valid materials among invalid ones', () => {
    const materials = [
      null,
      { materialItemNumber: ' 1 ', recordId: 5, periodical: 'x' },
      { periodical: { displayText: '2022:3' } },
      { recordId: '', materialItemNumber: '  ', periodical: { displayText: null } },
    ];
    expect(debtOf(fee({ materials })).materials).to.deep.equal([
      { itemNumber: '1', recordId: undefined, periodical: undefined },
      { itemNumber: undefined, recordId: undefined, periodical: '2022:3' },
    ]);
  });

  it('ignores unknown fields', () => {
    const more = { system: 'oir', kind: 'unreadable', kroner: 1, __proto__: { paidDate: 'x' } };
    const known = debtOf(fee());
    expect(parseFee({ ...fee(), ...more })).to.deep.equal(known);
    expect(Object.keys(known)).not.to.include('system');
  });

  it('treats a reason that is not text as absent', () => {
    for (const reasonMessage of [5, {}, [], '   ', null]) {
      expect(debtOf(fee({ reasonMessage })).reason).to.equal('');
    }
    expect(debtOf(fee({ reasonMessage: ' <b>Gebyr</b> ' })).reason).to.equal('<b>Gebyr</b>');
  });

  it('accepts any value, and never throws', () => {
    const hostile = fc.record({
      feeId: fc.oneof(fc.integer(), fc.anything()),
      amount: fc.oneof(fc.integer({ min: 1 }), fc.anything()),
      materials: fc.oneof(fc.array(fc.anything()), fc.anything()),
      creationDate: fc.oneof(fc.string(), fc.anything()),
      paidDate: fc.constantFrom(null, undefined, ''),
    });
    fc.assert(
      fc.property(fc.oneof(fc.anything(), hostile), (entry) =>
        ['fee', 'unreadable', undefined].includes(parseFee(entry)?.kind),
      ),
      { numRuns: 2000 },
    );
  });
});

describe('CONTRACT 3.7: the dates of a debt', () => {
  const dates: readonly [raw: unknown, day: string | undefined][] = [
    ['2022-04-06', '2022-04-06'],
    [' 2022-04-06 ', '2022-04-06'],
    ['2022-04-06T00:00:00', '2022-04-06'],
    ['2022-04-06T23:59:59.999', '2022-04-06'],
    ['2022-04-06 23:59', '2022-04-06'],
    ['2022-04-06T00:00:00Z', '2022-04-06'],
    ['2022-04-06T21:59:59Z', '2022-04-06'],
    ['2022-04-06T22:00:00Z', '2022-04-07'],
    ['2022-01-06T22:30:00Z', '2022-01-06'],
    ['2022-04-06T00:00:00+02:00', '2022-04-06'],
    ['2022-04-06T00:00:00+0200', '2022-04-06'],
    ['2022-04-06T22:00:00-05:00', '2022-04-07'],
    ['2022-13-06', undefined],
    ['2022-02-30T10:00:00', undefined],
    ['2022-13-06T10:00:00Z', undefined],
    ['1899-11-30', undefined],
    ['0001-01-01T00:00:00', undefined],
    ['0001-01-01T00:00:00Z', undefined],
    ['06.04.2022', undefined],
    ['soon', undefined],
    ['', undefined],
    [1649203200000, undefined],
    [new Date(), undefined],
  ];
  for (const [raw, expected] of dates) {
    it(`${JSON.stringify(raw)} is ${expected ?? 'no day'}`, () => {
      const debt = debtOf(fee({ creationDate: raw, dueDate: raw }));
      expect(debt.createdOn).to.equal(expected);
      expect(debt.dueOn).to.equal(expected);
    });
  }
});

describe('CONTRACT 3.5: a reason of any length', () => {
  it('is cut where no patron reads on, since a phone must draw it', () => {
    expect(debtOf(fee({ reasonMessage: 'å'.repeat(1_000_000) })).reason).to.have.length(2_000);
  });
});
