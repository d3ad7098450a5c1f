import { expect } from '@open-wc/testing';
import { both, fee, inDays, newDebts, oldDebts } from '../../demo/fixtures.js';
import { library } from '../../demo/states.js';
import {
  resetFixture,
  hasPart,
  part,
  viewText,
  mountWithFees,
  recordWarnings,
  textOf,
} from './fixture.js';

describe('CONTRACT 5: texts', () => {
  afterEach(resetFixture);

  const go = async (texts: object, attributes: Record<string, string> = {}) =>
    textOf(part(await mountWithFees(newDebts(), library(attributes), { texts }), 'go-link'));

  it('are replaced for all languages', async () => {
    const texts = { 'oir.go': 'Betal i {name}' };
    expect(await go(texts)).to.include('Betal i Mit Betalingsoverblik');
    expect(await go(texts, { lang: 'en' })).to.include('Betal i Mit Betalingsoverblik');
  });

  it('are replaced per language', async () => {
    const texts = { da: { 'oir.go': 'Betal i {name}' } };
    expect(await go(texts)).to.include('Betal i Mit Betalingsoverblik');
    expect(await go(texts, { lang: 'en' })).to.include('Go to Mit Betalingsoverblik');
  });

  it('of a language take precedence over those for all, in any order', async () => {
    for (const texts of [
      { da: { 'oir.go': 'dansk' }, 'oir.go': 'alle' },
      { 'oir.go': 'alle', da: { 'oir.go': 'dansk' } },
    ]) {
      expect(await go(texts)).to.include('dansk');
      expect(await go(texts, { lang: 'en' })).to.include('alle');
    }
  });

  it('have their placeholders filled', async () => {
    const element = await mountWithFees(
      [...oldDebts(), ...newDebts()],
      library({ 'switch-date': '2021-12-01', 'dibs-end-date': '2999-07-01' }),
      {
        texts: {
          'intro.transition': '{name} · {date} · {endDate} · {hours}',
          'dibs.payAll': 'Alt: {amount}',
          'count.other': '{count} stk.',
        },
      },
    );
    expect(textOf(part(element, 'intro'))).to.equal(
      'Mit Betalingsoverblik · 1. december 2021 · 1. juli 2999 · 72',
    );
    expect(textOf(part(element, 'pay-all'))).to.equal('Alt: 262,56 kr.');
    expect(textOf(part(element, 'count'))).to.equal('2 stk.');
  });

  for (const [phase, dates] of Object.entries({
    before: { 'switch-date': inDays(2), 'dibs-end-date': inDays(9) },
    transition: {},
    after: { 'switch-date': inDays(-9), 'dibs-end-date': inDays(-2) },
  })) {
    it(`the introduction has one text per phase: ${phase}`, async () => {
      const texts = { 'intro.before': '1', 'intro.transition': '2', 'intro.after': '3' };
      const element = await mountWithFees(both(), library(dates), { texts });
      expect(textOf(part(element, 'intro'))).to.equal(
        texts[`intro.${phase}` as keyof typeof texts],
      );
    });
  }

  it('an empty intro or about is not shown, and is no problem', async () => {
    const element = await mountWithFees(both(), library(), {
      texts: { 'intro.transition': '', 'about.heading': '' },
    });
    expect(hasPart(element, 'intro')).to.be.false;
    expect(hasPart(element, 'about')).to.be.false;
    expect(element.problems).to.be.empty;
  });

  it('text of spaces only is empty, too', async () => {
    const texts = { 'intro.transition': ' ', 'about.text': ' ' };
    const element = await mountWithFees(both(), library(), { texts });
    expect(hasPart(element, 'intro', 'about')).to.be.false;
  });

  it('instructions for the patron cannot be empty', async () => {
    const { 'oir-payment-url': _, ...attributes } = library();
    const element = await mountWithFees(newDebts(), attributes, { texts: { 'oir.noSite': '' } });
    expect(textOf(part(element, 'no-action'))).to.include('Kontakt biblioteket');
    expect(element.problems.map(({ setting }) => setting)).to.deep.equal(['texts.oir.noSite']);
  });

  for (const [what, texts, setting] of [
    ['an unknown key', { 'oir.gone': 'x' }, 'texts.oir.gone'],
    ['an unknown placeholder', { da: { 'oir.go': 'Betal {beløb}' } }, 'texts.da.oir.go'],
    ['a placeholder of another text', { 'oir.go': 'Betal {amount}' }, 'texts.oir.go'],
    ['a date that is not set', { 'oir.go': 'Fra {date}' }, 'texts.oir.go'],
    ['an unknown language', { de: { 'oir.go': 'Zahlen' } }, 'texts.de'],
    ['no text', { 'oir.go': 7 }, 'texts.oir.go'],
    ['no texts', 'oir.go', 'texts'],
  ] as const) {
    it(`${what} is a problem, and the default is used`, async () => {
      const lines = recordWarnings();
      const { 'switch-date': _, ...attributes } = library();
      const element = await mountWithFees(newDebts(), attributes, { texts });
      expect(textOf(part(element, 'go-link'))).to.include('Gå til Mit Betalingsoverblik');
      expect(element.problems.map((problem) => problem.setting)).to.deep.equal([setting]);
      expect(lines).to.have.length(1);
      expect(lines[0]).to.include(setting);
    });
  }

  it('HTML in texts, names and reasons is text', async () => {
    const html = '<img src=x onerror="document.title=1"><b>fed</b>';
    const material = { materialItemNumber: html, periodical: { displayText: html } };
    const element = await mountWithFees(
      [
        fee({ reasonMessage: html, materials: [material] }),
        ...newDebts().map((debt) => ({ ...debt, reasonMessage: html })),
      ],
      library({ 'oir-payment-name': html }),
      { texts: { heading: html, 'intro.transition': `${html} {name}` } },
    );
    for (const name of ['heading', 'intro', 'reason', 'materials', 'go-link'])
      expect(textOf(part(element, name)), name).to.include(html);
    expect(element.shadowRoot?.querySelectorAll('img, b').length).to.equal(0);
  });

  it('a value with braces or dollar signs is inserted unchanged', async () => {
    const name = '{count} $& $1 {name}';
    const element = await mountWithFees(newDebts(), library({ 'oir-payment-name': name }));
    expect(textOf(part(element, 'go-link'))).to.include(`Gå til ${name}`);
  });

  it('no text has a placeholder left, in any phase, channel or language', async () => {
    for (const lang of ['da', 'en'])
      for (const channel of ['cms', 'app'])
        for (const attributes of [library(), {}, { 'dibs-end-date': inDays(-1) }]) {
          const element = await mountWithFees(both(), { ...attributes, lang, channel });
          expect(viewText(element)).not.to.match(/[{}]|undefined|null/);
        }
  });
});

describe('A telephone number in a text of the library can be pressed', () => {
  afterEach(resetFixture);

  const linksIn = async (text: string) => {
    const element = await mountWithFees(
      [fee({ payableByClient: false })],
      { lang: 'da', 'switch-date': '2020-01-01' },
      { texts: { 'oir.noSite': text } },
    );
    expect(textOf(part(element, 'no-action'))).to.equal(text);
    return [...(part(element, 'no-action')?.querySelectorAll('a') ?? [])].map(({ href }) => href);
  };

  for (const [text, numbers] of [
    ['Ring 11 22 33 44 eller 46112233.', ['11223344', '46112233']],
    ['Ring 46 11 22 33, eller +45 33 11 22 33.', ['46112233', '+4533112233']],
    ['Ring 4611 2233.', ['46112233']],
    ['Materiale 3844444444, konto 1234 12345678, den 10 12 2022.', []],
  ] as const) {
    it(text, async () => {
      expect(await linksIn(text)).to.deep.equal(numbers.map((number) => `tel:${number}`));
    });
  }
});
