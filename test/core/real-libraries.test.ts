import { expect } from '@open-wc/testing';
import { phaseOn } from '../../src/config/phase.js';
import { createTranslator } from '../../src/i18n/translator.js';
import { overviewOf } from '../../src/debts/overview.js';
import { INITIAL_STATE } from '../../src/payment/core/state.js';
import { sumOfDebts, paymentOption } from '../../src/payment/core/payment-options.js';
import {
  addresses,
  configured,
  day,
  fee,
  feeWithout,
  idsIn,
  endpointStatesOf,
  type Answers,
  type Attributes,
} from './given.js';

/** The overview of a library on a day, from attributes and texts alone. */
function patronAt(attributes: Attributes, texts: object, answers: Answers, date: string) {
  const configuration = configured({ ...addresses(answers), ...attributes }, { texts });
  expect(configuration.problems, 'it can be expressed').to.deep.equal([]);
  const { settings } = configuration;
  const today = day(date);
  const phase = phaseOn(today, settings);
  const overview = overviewOf(endpointStatesOf(settings, answers), today, settings.switchDate);
  const ways = overview.systems.map((system) => {
    const way = paymentOption(system, phase, settings, INITIAL_STATE, 0);
    if (way.is === 'pay') return `${way.by} pays ${sumOfDebts(way.debts)}`;
    if (way.is === 'go') return way.url;
    return way.is === 'none' ? way.because : way.is;
  });
  const translator = createTranslator('da', configuration, today);
  return { debts: idsIn(overview), ways, phase, translator, settings, total: overview.total };
}

const SITE = {
  'oir-payment-url': 'https://mit.example/',
  'oir-payment-name': 'Mit Betalingsoverblik',
};
const PAY = { 'dibs-payment-url': '/payment/start' };

const created = (feeId: number, creationDate: string, payableByClient: boolean): object =>
  fee({ feeId, creationDate, payableByClient, amount: 10 * feeId, dueDate: null });

describe('DOMAIN, how real libraries are configured: each by attributes and texts alone', () => {
  it('København: created before 27/10 2020 is paid here, after on Mit Betalingsoverblik', () => {
    const attributes = { ...SITE, ...PAY, 'switch-date': '2020-10-27' };
    const answers = {
      'fees-url': [created(1, '2020-10-26', true), created(2, '2020-10-27', false)],
    };
    const after = patronAt(attributes, {}, answers, '2020-11-15');
    expect(after.debts).to.equal('dibs: 1 | oir: 2');
    expect(after.ways).to.deep.equal(['site pays 1000', 'https://mit.example/']);
    expect(after.total).to.equal(3000);
    expect(after.translator.text('oir.heading')).to.equal('Betales på Mit Betalingsoverblik');

    const unflagged = [1, 2].map((feeId) => ({
      ...feeWithout('payableByClient'),
      feeId,
      creationDate: feeId === 1 ? '2020-10-26' : '2020-10-27',
    }));
    const bare = patronAt(attributes, {}, { 'fees-url': unflagged }, '2020-11-15');
    expect(bare.debts, 'also where FBS does not say').to.equal('dibs: 1 | oir: 2');

    const early = patronAt(
      attributes,
      {},
      { 'fees-url': [created(1, '2020-10-01', true)] },
      '2020-10-26',
    );
    expect(early.phase).to.equal('before');
    expect(early.ways[0]).to.equal('site pays 1000');
    expect(early.translator.text('intro.before')).to.include('Fra den 27. oktober');
  });

  it('Lyngby-Taarbæk: the same debt may be in both for a while, and is counted once', () => {
    const texts = {
      da: {
        'oir.registration':
          'Nye gebyrer kan ses på {name} dagen efter. Du har 30 dage til at betale.',
        'dibs.unavailable': 'MasterCard kan ikke bruges her.',
      },
    };
    const { debts, ways, total, translator } = patronAt(
      { ...SITE, ...PAY, 'switch-date': '2021-06-15', 'dibs-end-date': '2021-12-01' },
      texts,
      {
        'dibs-fees-url': [created(1, '2021-05-01', true), created(2, '2021-05-02', true)],
        'oir-fees-url': [created(2, '2021-05-02', false), created(3, '2021-09-01', false)],
      },
      '2021-10-01',
    );
    expect(debts).to.equal('dibs: 1 | oir: 2 3');
    expect(ways).to.deep.equal(['site pays 1000', 'https://mit.example/']);
    expect(total).to.equal(6000);
    expect(translator.text('oir.registration')).to.include('på Mit Betalingsoverblik dagen efter');
    expect(translator.text('dibs.deadline')).to.include('1. december');
  });

  it('Rødovre: everything moves, but for debts from before 1 July 2019', () => {
    const intro = 'Gebyrer fra før 1. juli 2019 betales her, alle andre på {name} fra {date}.';
    const { debts, ways, phase, translator } = patronAt(
      { ...SITE, ...PAY, 'switch-date': '2021-12-01' },
      { 'intro.transition': intro },
      {
        'fees-url': [
          created(1, '2019-06-30', true),
          created(2, '2019-07-01', false),
          created(3, '2021-12-01', false),
        ],
      },
      '2030-01-01',
    );
    expect(phase, 'for good').to.equal('transition');
    expect(debts).to.equal('dibs: 1 | oir: 2 3');
    expect(ways).to.deep.equal(['site pays 1000', 'https://mit.example/']);
    expect(translator.text('intro.transition')).to.equal(
      'Gebyrer fra før 1. juli 2019 betales her, alle andre på Mit Betalingsoverblik fra 1. december 2021.',
    );
  });

  it('Middelfart: all by giro form; no payment site, nothing payable on the account', () => {
    const noSite =
      'Du får et girokort i Digital Post. Om grunden: biblioteket, 11 11 11 11. Om betaling: kommunen, 22 22 22 22. Der kan gå {hours} timer.';
    const attributes = { 'switch-date': '2022-03-01', 'dibs-end-date': '2022-03-01' };
    const answers = {
      'fees-url': [created(1, '2020-01-01', false), created(2, '2022-03-02', false)],
    };
    const { debts, ways, phase, translator } = patronAt(
      attributes,
      { da: { 'oir.noSite': noSite } },
      answers,
      '2022-03-15',
    );
    expect(phase).to.equal('after');
    expect(debts).to.equal('dibs: | oir: 1 2');
    expect(ways[1]).to.equal('oir.noSite');
    expect(translator.text('oir.noSite')).to.equal(noSite.replace('{hours}', '72'));
    expect(translator.text('intro.after', {}, 'noSite')).to.equal(
      'Nye gebyrer og erstatninger bliver opkrævet af kommunen.',
    );
    const left = patronAt(
      attributes,
      {},
      { 'fees-url': [created(1, '2020-01-01', true)] },
      '2022-03-15',
    );
    expect(left.ways[0], 'not even what FBS would let one pay').to.equal('dibs.ended');
  });

  it('Slagelse: everything transferred at once, no DIBS any more', () => {
    const attributes = {
      ...{ ...SITE, ...PAY },
      ...{ 'switch-date': '2022-01-10', 'dibs-end-date': '2022-01-10' },
    };
    const old = patronAt(
      attributes,
      {},
      { 'fees-url': [created(1, '2021-01-01', true)] },
      '2022-01-09',
    );
    expect(old).to.deep.include({ debts: 'dibs: 1 | oir:', phase: 'before' });
    expect(old.ways[0]).to.equal('site pays 1000');
    const moved = { 'fees-url': [created(1, '2021-01-01', false)] };
    const fresh = patronAt(attributes, {}, moved, '2022-01-10');
    expect(fresh).to.deep.include({ debts: 'dibs: | oir: 1', phase: 'after' });
    expect(fresh.ways).to.deep.equal(['dibs.ended', 'https://mit.example/']);
    expect(fresh.translator.text('intro.after')).to.include('betales på Mit Betalingsoverblik');
    const only = patronAt({ ...attributes, systems: 'oir' }, {}, moved, '2022-01-10');
    expect(only.debts).to.equal('oir: 1');
  });

  it('Sønderborg: DIBS only, single fees, never part of one', () => {
    const { debts, ways, settings, total } = patronAt(
      { ...PAY, systems: 'dibs', selection: 'any' },
      { 'dibs.payAll': 'Betal alle {amount}' },
      {
        'dibs-fees-url': [
          created(1, '2022-01-01', true),
          created(2, '2022-01-02', true),
          created(3, '2022-01-03', false),
        ],
      },
      '2022-02-01',
    );
    expect(debts).to.equal('dibs: 1 2 3');
    expect(ways).to.deep.equal(['site pays 3000']);
    expect(settings.selection).to.equal('any');
    expect(total, 'one system is not all').to.be.undefined;
  });

  const both = {
    'fees-url': [created(1, '2022-01-01', true), created(2, '2022-06-02', false)],
  };

  it('the app with a payment site: a button that opens the device’s browser', () => {
    const { ways, translator } = patronAt({ ...SITE, channel: 'app' }, {}, both, '2022-06-15');
    expect(ways).to.deep.equal(['dibs.app', 'https://mit.example/']);
    expect(translator.text('oir.opens', {}, 'app')).to.equal('åbner uden for appen');
  });

  it('the app without a payment site: no button, the library’s short text', () => {
    const contact = 'Biblioteket kontakter dig om betaling.';
    const { ways, translator } = patronAt(
      { channel: 'app' },
      { da: { 'oir.noSite': contact, 'dibs.app': contact } },
      both,
      '2022-06-15',
    );
    expect(ways).to.deep.equal(['dibs.app', 'oir.noSite']);
    expect([translator.text('dibs.app'), translator.text('oir.noSite')]).to.deep.equal([
      contact,
      contact,
    ]);
  });

  it('the app in transition: MobilePay for the old, the button for the new', () => {
    const attributes = { ...SITE, channel: 'app', mobilepay: '', 'dibs-end-date': '2022-07-01' };
    const { ways } = patronAt(attributes, {}, both, '2022-06-30');
    expect(ways).to.deep.equal(['mobilepay pays 1000', 'https://mit.example/']);
    const ended = patronAt(attributes, {}, both, '2022-07-01');
    expect(ended.ways, 'MobilePay is phased out').to.deep.equal([
      'dibs.ended',
      'https://mit.example/',
    ]);
  });
});
