import { expect } from '@open-wc/testing';
import { both, inDays } from '../../demo/fixtures.js';
import { library } from '../../demo/states.js';
import {
  resetFixture,
  countParts,
  hasPart,
  recordEvents,
  part,
  partTexts,
  mountWithFees,
  textOf,
} from './fixture.js';

describe('CONTRACT 2: preview-date', () => {
  afterEach(resetFixture);

  const DATES = { 'switch-date': inDays(10), 'dibs-end-date': inDays(20) };
  for (const [phase, day, sections, pays] of [
    ['before', 9, 1, true],
    ['transition, first day', 10, 2, true],
    ['transition, last day', 19, 2, true],
    ['after', 20, 2, false],
  ] as const) {
    it(`shows everything as on that day: ${phase}`, async () => {
      const element = await mountWithFees(
        both(),
        library({ ...DATES, 'preview-date': inDays(day) }),
      );
      expect(countParts(element, 'section')).to.equal(sections);
      expect(hasPart(element, 'pay-button')).to.equal(pays);
      expect(element.overview.today).to.equal(inDays(day));
    });
  }

  it('dates are relative to that day: an earlier due date is overdue', async () => {
    const element = await mountWithFees(both(), library({ 'preview-date': inDays(365) }));
    expect(partTexts(element, 'overdue')).to.have.length(4);
  });

  it('has a banner with its day', async () => {
    const element = await mountWithFees(both(), library({ 'preview-date': '2022-07-01' }));
    expect(textOf(part(element, 'preview'))).to.match(/Forhåndsvisning.*1\. juli.*ikke betale/);
    element.previewDate = null;
    await element.updateComplete;
    expect(hasPart(element, 'preview')).to.be.false;
  });

  for (const attributes of [{}, { channel: 'app', mobilepay: '' }]) {
    it(`starts no payment: ${attributes.channel ?? 'cms'}`, async () => {
      const element = await mountWithFees(
        both(),
        library({ ...DATES, ...attributes, 'preview-date': inDays(12) }),
      );
      const events = recordEvents(document, 'ddb-debt-pay');
      const button = part(element, 'pay-button');
      expect(button?.getAttribute('aria-disabled')).to.equal('true');
      button?.click();
      expect(events.length).to.equal(0);
    });
  }

  it('lists the configuration problems on the page', async () => {
    const element = await mountWithFees(
      both(),
      library({ 'preview-date': inDays(1), 'heading-level': '9', 'oir-payment-url': 'http://x' }),
      { texts: { 'oir.gone': 'Væk' } },
    );
    const listed = [...(part(element, 'problems')?.children ?? [])].map(textOf);
    expect(listed).to.have.length(3);
    expect(listed[0]).to.include('oir-payment-url="http://x" takes');
    expect(listed[1]).to.include('heading-level="9" takes');
    expect(listed[2]).to.include('texts.oir.gone');
    expect(listed).to.have.length(element.problems.length);
  });

  it('without a preview, problems are not shown on the page', async () => {
    const element = await mountWithFees(both(), library({ 'heading-level': '9' }));
    expect(element.problems).to.have.length(1);
    expect(hasPart(element, 'problems', 'preview')).to.be.false;
    expect(textOf(part(element, 'base'))).not.to.include('heading-level');
  });

  it('an invalid preview-date is a problem, and gives no preview', async () => {
    const element = await mountWithFees(both(), library({ 'preview-date': '1/7/2022' }));
    expect(hasPart(element, 'preview')).to.be.false;
    expect(element.problems.map(({ setting }) => setting)).to.deep.equal(['preview-date']);
  });
});
