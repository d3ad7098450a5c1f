import { expect } from '@open-wc/testing';
import { both, inDays, newDebts, oldDebts } from '../../demo/fixtures.js';
import { library } from '../../demo/states.js';
import {
  resetFixture,
  countParts,
  hasPart,
  part,
  mount,
  viewText,
  partTexts,
  settled,
  mountWithFees,
  mountSettled,
  textOf,
} from './fixture.js';

type Attributes = Record<string, string>;

const PHASES: Record<string, Attributes> = {
  before: { 'switch-date': inDays(1), 'dibs-end-date': inDays(30) },
  'before (no end set)': { 'switch-date': inDays(30) },
  'transition (no dates)': {},
  'transition (from today)': { 'switch-date': inDays(0), 'dibs-end-date': inDays(1) },
  'after (from today)': { 'switch-date': inDays(-30), 'dibs-end-date': inDays(0) },
  after: { 'dibs-end-date': inDays(-1) },
};

/** Each text is its key, so that the test does not depend on the wording. */
const KEYS = ['dibs.unavailable', 'dibs.ended', 'dibs.app', 'oir.noSite'];
const texts = Object.fromEntries(KEYS.map((key) => [key, `[${key}]`]));

/** Attributes, and what is in the place of the action: a part, or the text with that key. */
const DIBS: Record<string, [Attributes, open: string, after: string][]> = {
  cms: [
    [{ 'dibs-payment-url': '/pay' }, 'pay-button', 'dibs.ended'],
    [{}, 'dibs.unavailable', 'dibs.ended'],
    [{ mobilepay: '' }, 'dibs.unavailable', 'dibs.ended'],
  ],
  app: [
    [{ mobilepay: '' }, 'pay-button', 'dibs.ended'],
    [{ mobilepay: '', 'dibs-payment-url': '/pay' }, 'pay-button', 'dibs.ended'],
    [{ 'dibs-payment-url': '/pay' }, 'dibs.app', 'dibs.ended'],
    [{}, 'dibs.app', 'dibs.ended'],
  ],
};

const OIR: [Attributes, string][] = [
  [{ 'oir-payment-url': 'https://pay.example/' }, 'go-link'],
  [{}, 'oir.noSite'],
];

/** The action of a section, or its text. */
function offered(element: Element, system: string): string[] {
  const section = part(element, `section-${system}`);
  const actions = ['pay-button', 'go-link'].filter((name) =>
    section?.querySelector(`[part~=${name}]`),
  );
  const text = /\[(\S+)\]/.exec(textOf(section?.querySelector('[part~=no-action]')))?.[1];
  return text ? [...actions, text] : actions;
}

describe('CONTRACT 5: who pays where', () => {
  afterEach(resetFixture);

  const format = (attributes: Attributes) => Object.keys(attributes).join(' and ') || 'nothing';

  for (const [phase, dates] of Object.entries(PHASES)) {
    for (const channel of ['cms', 'app']) {
      for (const [attributes, open, after] of DIBS[channel] ?? []) {
        const expected = phase.startsWith('after') ? after : open;
        it(`dibs, ${channel}, ${phase}, with ${format(attributes)}: ${expected}`, async () => {
          const element = await mountSettled({
            attributes: { ...attributes, ...dates, channel },
            answers: { 'dibs-fees-url': { body: oldDebts() }, 'oir-fees-url': { body: [] } },
            properties: { config: { texts } },
          });
          expect(offered(element, 'dibs')).to.deep.equal([expected]);
          const byMobilePay = channel === 'app' && expected === 'pay-button';
          expect(/MobilePay/.test(viewText(element))).to.equal(byMobilePay);
        });
      }
      for (const [attributes, expected] of OIR) {
        it(`oir, ${channel}, ${phase}, with ${format(attributes)}: ${expected}`, async () => {
          const element = await mountSettled({
            attributes: { ...attributes, ...dates, channel },
            answers: { 'dibs-fees-url': { body: [] }, 'oir-fees-url': { body: newDebts() } },
            properties: { config: { texts } },
          });
          expect(offered(element, 'oir')).to.deep.equal([expected]);
        });
      }
    }
  }

  it('before the switch date every debt belongs to the old system, and those FBS reserves are not payable', async () => {
    const element = await mountWithFees(both(), library({ 'switch-date': inDays(1) }));
    expect(hasPart(element, 'section-oir')).to.be.false;
    expect(countParts(element, 'debt')).to.equal(4);
    expect(countParts(element, 'not-payable')).to.equal(2);
    expect(textOf(part(element, 'pay-all'))).to.equal(
      'Betal alle, der kan betales her · 262,56 kr.',
    );
  });
});

describe('CONTRACT 5: the payment site', () => {
  afterEach(resetFixture);

  for (const [channel, lang, text] of [
    ['cms', 'da', 'Gå til Mit Betalingsoverblik (åbner i en ny fane)'],
    ['app', 'da', 'Gå til Mit Betalingsoverblik (åbner uden for appen)'],
    ['cms', 'en', 'Go to Mit Betalingsoverblik (opens in a new tab)'],
    ['app', 'en', 'Go to Mit Betalingsoverblik (opens outside the app)'],
  ] as const) {
    it(`opens a new tab and says so: ${channel}, ${lang}`, async () => {
      const element = await mountWithFees(newDebts(), library({ channel, lang }));
      const link = part(element, 'go-link') as HTMLAnchorElement;
      expect(textOf(link)).to.equal(text);
      expect(link.getAttribute('aria-label')).to.be.null;
      expect(link.href).to.equal('https://betalingsoverblik.example/');
      expect(link.target).to.equal('_blank');
      expect([...link.relList]).to.have.members(['noopener', 'noreferrer']);
    });
  }

  it('without a name it is called the municipality’s', async () => {
    const { 'oir-payment-name': _, ...attributes } = library();
    const element = await mountWithFees(newDebts(), attributes);
    expect(textOf(part(element, 'go-link'))).to.include('Gå til kommunens betalingsside');
    expect(viewText(element)).not.to.match(/Mit Betalingsoverblik|undefined|\{/);
  });

  it('a text says how long it takes until a payment there is shown here', async () => {
    const element = await mountWithFees(newDebts(), library({ 'registration-hours': '48' }));
    expect(partTexts(element, 'note').join()).to.include('48 timer');
  });

  const { 'oir-payment-url': _url, ...unsited } = library();
  const bad = { ...unsited, 'oir-payment-url': 'http://betalingsoverblik.example/' };
  for (const [what, attributes] of Object.entries({
    'without a': unsited,
    'with no usable': bad,
  })) {
    it(`a library ${what} payment site never shows "Mit Betalingsoverblik"`, async () => {
      const fees = [both(), newDebts(), oldDebts(), []];
      for (const lang of ['da', 'en'])
        for (const channel of ['cms', 'app'])
          for (const dates of Object.values(PHASES)) {
            const elements = fees.flatMap((body) =>
              ['both', 'oir'].map((systems) =>
                mount({
                  attributes: { ...attributes, ...dates, channel, lang, systems },
                  answers: { 'fees-url': { body } },
                }),
              ),
            );
            await Promise.all(elements.map(settled));
            for (const element of elements) {
              expect(viewText(element)).not.to.match(
                /Betalingsoverblik|betalingsside|payment site/,
              );
              expect(hasPart(element, 'go-link')).to.be.false;
              element.remove();
            }
          }
    });
  }
});
