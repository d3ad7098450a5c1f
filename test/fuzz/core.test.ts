import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { SETTING_NAMES, attributeOf } from '../../src/config/settings.js';
import { configure } from '../../src/config/configuration.js';
import { isTextKey, dictionaryOf } from '../../src/i18n/locales.js';
import { placeholdersIn } from '../../src/i18n/translator.js';
import { overviewFor, debtsIn } from '../core/given.js';
import { fuzz } from './fuzz.js';
import { aDay, entries, odd, oddText } from './hostile.js';
import { verdictOn } from './oracle.js';

const sum = (amounts: readonly number[]): bigint =>
  amounts.reduce((total, amount) => total + BigInt(amount), 0n);

/** Answers of one endpoint for both systems, or of one endpoint each. */
const answers = fc.oneof(
  fc.record({ 'fees-url': entries }),
  fc.record({ 'dibs-fees-url': entries, 'oir-fees-url': entries }),
);

describe('CONTRACT 3, 4: any answer', () => {
  it('never throws, loses nothing, sums what it shows, and says "no debt" only when there is none', () => {
    fuzz(100_000, answers, aDay, aDay, (given, today, switchDate) => {
      const overview = overviewFor(given, { 'switch-date': switchDate }, today);
      const debts = debtsIn(overview);
      const verdicts = Object.values(given).flat().map(verdictOn);
      const unreadable = overview.systems.reduce((all, system) => all + system.unreadable, 0);

      for (const { amount, debts: own } of overview.systems) {
        if (amount !== undefined)
          expect(BigInt(amount)).to.equal(sum(own.map((one) => one.amount)));
      }
      const isKnown = overview.systems.every(({ amount }) => amount !== undefined);
      expect(overview.total !== undefined).to.equal(isKnown);
      // Only a credit makes a sum unknown.
      if (!isKnown) expect(JSON.stringify(given)).to.match(/"amount":"?\s*-/);
      else expect(BigInt(overview.total ?? -1)).to.equal(sum(debts.map(({ amount }) => amount)));
      expect(new Set(debts.map(({ feeId }) => feeId)).size).to.equal(debts.length);
      expect(overview.empty).to.equal(verdicts.every(({ is }) => is === 'nothing'));
      expect(overview.atLeast).to.equal(unreadable > 0);

      const shown = new Map(debts.map(({ feeId, amount }) => [feeId, BigInt(amount)]));
      for (const verdict of verdicts) {
        if (verdict.is !== 'debt') continue;
        // A debt with an unreadable duplicate, or with two different amounts, is counted as unreadable.
        if (!shown.has(verdict.id)) expect(unreadable).to.be.above(0);
        else if (shown.get(verdict.id) !== verdict.ore) {
          const said = verdicts.filter((one) => one.is === 'debt' && one.id === verdict.id);
          expect(said).to.have.length.above(1);
        }
      }
      const asDebt = verdicts.flatMap((verdict) => (verdict.is === 'debt' ? [verdict.id] : []));
      for (const { feeId } of debts) expect(asDebt).to.include(feeId);
      expect(Object.isFrozen(overview) && Object.isFrozen(debts[0] ?? overview)).to.be.true;
    });
  });
});

const KNOWN = [...SETTING_NAMES.map(attributeOf)];
const URLS = KNOWN.filter((name) => /url$/.test(name));

const written = fc.record({
  attributes: fc.dictionary(fc.constantFrom(...KNOWN), fc.oneof(fc.string(), oddText)),
  config: fc.oneof(
    odd,
    fc.dictionary(fc.oneof(fc.constantFrom(...SETTING_NAMES, 'texts'), fc.string()), odd),
    fc.record({
      texts: fc.dictionary(
        fc.constantFrom('da', 'en', 'kl', ...Object.keys(dictionaryOf('da'))),
        fc.oneof(odd, fc.dictionary(fc.constantFrom(...Object.keys(dictionaryOf('da'))), odd)),
      ),
    }),
  ),
  json: fc.oneof(fc.string(), fc.json(), oddText),
});

/** A safe URL: https, or the page's own host. */
function isSafe(url: string): boolean {
  const { protocol, host, username, password } = new URL(url, 'https://library.example/page');
  const own = host === 'library.example' || /^(localhost|127\.|\[::1\]|.*\.localhost)/.test(host);
  return (protocol === 'https:' || (protocol === 'http:' && own)) && !username && !password;
}

describe('CONTRACT 2: any configuration', () => {
  it('never throws, leads nowhere unsafe, and reports each problem', () => {
    fuzz(100_000, written, ({ attributes, config, json }) => {
      const attribute = (name: string): string | null => attributes[name] ?? null;
      const made = configure({ attribute, config, json }, 'https://library.example/page');
      const { settings, problems, texts } = made;
      const values: Readonly<Record<string, unknown>> = settings;
      for (const name of SETTING_NAMES) {
        const value = values[name];
        if (URLS.includes(attributeOf(name)) && typeof value === 'string') {
          expect(isSafe(value), `${name}: ${value}`).to.be.true;
        }
        if (/date$/i.test(name) && value) expect(value).to.match(/^\d{4}-\d\d-\d\d$/);
      }
      if (settings.oirPaymentUrl) expect(settings.oirPaymentUrl).to.match(/^https:\/\/[^/]/i);
      for (const { setting, message } of problems) {
        expect([typeof setting, typeof message]).to.deep.equal(['string', 'string']);
      }
      for (const [key, words] of Object.values(texts).flatMap((own) => Object.entries(own))) {
        expect(isTextKey(key), key).to.be.true;
        expect(words).to.be.a('string');
        expect(placeholdersIn(words)).not.to.include('constructor');
      }
    });
  });
});
