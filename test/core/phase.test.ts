import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { phaseOn, type Phase } from '../../src/config/phase.js';
import { day, settingsOf, type Attributes } from './given.js';

describe('CONTRACT 5: the phases', () => {
  const both = { 'switch-date': '2021-12-01', 'dibs-end-date': '2022-07-01' };
  const same = { 'switch-date': '2021-12-01', 'dibs-end-date': '2021-12-01' };
  const contradictory = { 'switch-date': '2022-07-01', 'dibs-end-date': '2021-12-01' };
  const rows: readonly [Attributes, today: string, Phase][] = [
    [{}, '1900-01-01', 'transition'],
    [{}, '2999-12-31', 'transition'],
    [both, '2021-11-30', 'before'],
    [both, '2021-12-01', 'transition'],
    [both, '2022-06-30', 'transition'],
    [both, '2022-07-01', 'after'],
    [both, '2030-01-01', 'after'],
    [{ 'switch-date': '2021-12-01' }, '2021-11-30', 'before'],
    [{ 'switch-date': '2021-12-01' }, '2021-12-01', 'transition'],
    [{ 'switch-date': '2021-12-01' }, '2030-01-01', 'transition'],
    [{ 'dibs-end-date': '2022-07-01' }, '2020-01-01', 'transition'],
    [{ 'dibs-end-date': '2022-07-01' }, '2022-06-30', 'transition'],
    [{ 'dibs-end-date': '2022-07-01' }, '2022-07-01', 'after'],
    [same, '2021-11-30', 'before'],
    [same, '2021-12-01', 'after'],
    // The end precedes the switch: between them no payment is offered here.
    [contradictory, '2021-11-30', 'before'],
    [contradictory, '2021-12-01', 'after'],
    [contradictory, '2022-06-30', 'after'],
    [contradictory, '2022-07-01', 'after'],
    [{ 'switch-date': '2021-13-40', 'dibs-end-date': 'soon' }, '2021-01-01', 'transition'],
  ];
  for (const [attributes, today, phase] of rows) {
    it(`${JSON.stringify(attributes)} on ${today}: ${phase}`, () => {
      expect(phaseOn(day(today), settingsOf(attributes))).to.equal(phase);
    });
  }

  it('never go back', () => {
    const order: readonly Phase[] = ['before', 'transition', 'after'];
    const days = fc
      .integer({ min: Date.UTC(2020, 0), max: Date.UTC(2024, 0) })
      .map((instant) => day(new Date(instant).toISOString().slice(0, 10)));
    const maybe = fc.option(days, { nil: undefined });
    fc.assert(
      fc.property(days, days, maybe, maybe, (one, other, switchDate, dibsEndDate) => {
        const at = (today: typeof one): number =>
          order.indexOf(phaseOn(today, { switchDate, dibsEndDate }));
        return one <= other ? at(one) <= at(other) : at(other) <= at(one);
      }),
      { numRuns: 1000 },
    );
  });
});
