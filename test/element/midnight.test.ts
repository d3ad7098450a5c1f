import { expect } from '@open-wc/testing';
import { fee } from '../../demo/fixtures.js';
import { library } from '../../demo/states.js';
import {
  resetFixture,
  clockAt,
  countParts,
  fetcherOf,
  hasPart,
  setHidden,
  json,
  part,
  partTexts,
  mountSettled,
  textOf,
} from './fixture.js';

const DATES = { 'switch-date': '2021-12-01', 'dibs-end-date': '2022-07-01' };

const debts = () => [
  fee({ payableByClient: true, dueDate: '2021-11-30' }),
  fee({ payableByClient: false, dueDate: '2022-06-30', amount: 230 }),
];

/** A page that is opened at that instant. */
async function openAt(instant: string) {
  const clock = clockAt(instant);
  const fees = debts();
  const fetcher = fetcherOf(() => json(fees));
  const element = await mountSettled({
    attributes: library({ ...DATES, 'fees-url': '/fees' }),
    properties: { fetcher },
  });
  const tick = async (milliseconds: number) => {
    await clock.tickAsync(milliseconds);
    await element.updateComplete;
  };
  return { clock, element, fetcher, tick };
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;

describe('CONTRACT 5: the phase changes at midnight in Copenhagen', () => {
  afterEach(resetFixture);

  it('before changes to transition in an open page, in winter, without another request', async () => {
    const { element, fetcher, tick } = await openAt('2021-11-30T22:30:00Z');
    const intro = textOf(part(element, 'intro'));
    expect(countParts(element, 'section')).to.equal(1);
    expect(hasPart(element, 'go-link')).to.be.false;
    await tick(29 * MINUTE + 59 * SECOND);
    expect(countParts(element, 'section')).to.equal(1);
    await tick(2 * SECOND);
    expect(countParts(element, 'section')).to.equal(2);
    expect(hasPart(element, 'go-link')).to.be.true;
    expect(textOf(part(element, 'intro'))).not.to.equal(intro);
    expect(fetcher.callCount).to.equal(1);
    expect(element.overview.today).to.equal('2021-12-01');
  });

  it('transition changes to after in an open page, in summer, without another request', async () => {
    const { element, fetcher, tick } = await openAt('2022-06-30T15:00:00Z');
    const intro = textOf(part(element, 'intro'));
    await tick(7 * 60 * MINUTE - SECOND);
    expect(hasPart(element, 'pay-button')).to.be.true;
    await tick(2 * SECOND);
    expect(hasPart(element, 'pay-button')).to.be.false;
    expect(textOf(part(element, 'section-dibs'))).to.include('1. juli');
    expect(textOf(part(element, 'intro'))).not.to.equal(intro);
    expect(fetcher.callCount).to.equal(1);
  });

  it('a debt becomes overdue at the same moment', async () => {
    const { element, tick } = await openAt('2022-06-30T21:59:00Z');
    expect(partTexts(element, 'date')).to.deep.equal([
      'Forfaldt 30. november 2021',
      'Betales senest 30. juni',
    ]);
    await tick(2 * MINUTE);
    expect(partTexts(element, 'date')[1]).to.equal('Forfaldt 30. juni');
  });

  it('a device that slept over midnight is correct as soon as the page is visible', async () => {
    const { clock, element } = await openAt('2022-06-30T21:58:00Z');
    setHidden(true);
    clock.setSystemTime(new Date('2022-06-30T22:00:30Z'));
    expect(hasPart(element, 'pay-button')).to.be.true;
    setHidden(false);
    await element.updateComplete;
    expect(hasPart(element, 'pay-button')).to.be.false;
  });

  it('the time zone is Copenhagen, not UTC', async () => {
    const { element } = await openAt('2022-06-30T22:30:00Z');
    expect(element.overview.today).to.equal('2022-07-01');
    expect(hasPart(element, 'pay-button')).to.be.false;
  });

  it('an element that was removed from the page sets no timer', async () => {
    const { clock, element } = await openAt('2021-11-30T22:30:00Z');
    element.remove();
    expect(clock.countTimers()).to.equal(0);
  });
});
