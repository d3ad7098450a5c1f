import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import { newDebts, oldDebts } from '../../demo/fixtures.js';
import { library } from '../../demo/states.js';
import type { DdbDebtOverview } from '../../src/index.js';
import {
  resetFixture,
  container,
  hasPart,
  part,
  mount,
  viewText,
  settled,
  mountWithFees,
  recordWarnings,
} from './fixture.js';

const BAD: [attribute: string, ...values: string[]][] = [
  ['fees-url', 'ftp://x.example/', 'javascript:alert(1)', 'http://x.example/', '//x.example/'],
  ['dibs-fees-url', 'http://x.example/'],
  ['oir-fees-url', 'https://user:word@x.example/'],
  ['credentials', 'always'],
  ['systems', 'all', 'DIBS'],
  ['channel', 'web'],
  ['switch-date', '1/12/2021', '2021-02-30', '2021-12-1', 'i morgen'],
  ['dibs-end-date', '01-07-2022'],
  ['dibs-payment-url', 'http://x.example/', 'data:text/html,x'],
  ['payment-origins', 'https://pay.example/path', 'javascript:', 'pay.example'],
  ['mobilepay', 'no', 'false'],
  ['selection', 'some'],
  ['oir-payment-url', '/relative', 'http://x.example/', 'javascript:alert(1)', 'https:x.example'],
  ['oir-payment-url', 'https://user@x.example/', 'https://', 'x.example', '//x.example/'],
  ['registration-hours', '-1', 'tre', '1e3', '1,5'],
  ['terms-url', 'javascript:alert(1)', 'mailto:a@b.example', 'www.fjordbib.dk'],
  ['rates-url', ' java\nscript:alert(1)', '\\\\x.example'],
  ['help-url', 'data:,x', 'https:\\\\x.example'],
  ['heading-level', '0', '7', '2.5', 'h2'],
  ['view', 'line'],
  ['overview-url', 'vbscript:x'],
  ['fbi-url', 'http://x.example/'],
  ['preview-date', 'today'],
];

describe('CONTRACT 2: a bad value is a configuration problem', () => {
  afterEach(resetFixture);

  for (const [attribute, ...values] of BAD)
    for (const value of values)
      it(`${attribute}="${value}"`, async () => {
        const lines = recordWarnings();
        const element = mount({ attributes: { 'fees-url': '/none', ...{ [attribute]: value } } });
        element.fetcher = () => Promise.resolve(new Response('[]'));
        await element.updateComplete;
        const about = element.problems.filter(({ setting }) => setting === attribute);
        expect(about).to.have.length(1);
        expect(about[0]?.value).to.equal(value);
        expect(about[0]?.message).to.match(/^takes /);
        const warnings = lines.filter((line) => line.includes(` ${attribute}="`));
        expect(warnings).to.have.length(1);
        expect(warnings[0]).to.include(value).and.to.include('takes ');
      });

  it('a good value is not', async () => {
    const lines = recordWarnings();
    const attributes = library({
      'switch-date': '2021-12-01',
      'dibs-end-date': '2022-07-01',
      'registration-hours': '0',
      'heading-level': '6',
      mobilepay: 'mobilepay',
      'payment-origins': 'https://pay.example mobilepay:',
      'terms-url': 'http://localhost:8080/terms',
      'rates-url': 'http://127.0.0.1/rates',
      'help-url': '../help?x=1#y',
    });
    const element = await mountWithFees([], attributes);
    expect(element.problems).to.deep.equal([]);
    expect(lines).to.deep.equal([]);
  });

  it('each warning is logged once, whatever is rendered', async () => {
    const lines = recordWarnings();
    const element = await mountWithFees(oldDebts(), library({ 'heading-level': '9' }));
    for (const lang of ['en', 'da', 'en']) {
      element.lang = lang;
      await element.updateComplete;
    }
    await element.refresh();
    element.headingLevel = '2';
    await element.updateComplete;
    expect(element.problems).to.deep.equal([]);
    element.headingLevel = '9';
    await element.updateComplete;
    expect(lines).to.have.length(1);
    element.headingLevel = '10';
    await element.updateComplete;
    expect(lines).to.have.length(2);
  });

  it('no other URL becomes a link or a request', async () => {
    recordWarnings();
    const evil = 'javascript:alert(1)';
    const names = ['dibs-payment-url', 'oir-payment-url', 'terms-url', 'rates-url', 'help-url'];
    const bad = Object.fromEntries(names.map((name) => [name, evil]));
    const element = await mountWithFees([...oldDebts(), ...newDebts()], library(bad));
    expect(element.shadowRoot?.querySelectorAll('a[href]').length).to.equal(0);
    expect(hasPart(element, 'pay-button')).to.be.false;
    let requests = 0;
    const other = mount({ attributes: { 'fees-url': 'http://x.example/fees' } });
    other.fetcher = () => Promise.reject(new Error(String(requests++)));
    await settled(other);
    expect(requests).to.equal(0);
    expect(hasPart(other, 'failure')).to.be.true;
  });

  it('two dates in the wrong order are a problem, and no payment is offered', async () => {
    const lines = recordWarnings();
    const element = await mountWithFees(
      oldDebts(),
      library({ 'switch-date': '2022-07-01', 'dibs-end-date': '2021-12-01' }),
    );
    expect(element.problems.map(({ setting }) => setting)).to.deep.equal(['dibs-end-date']);
    expect(lines).to.have.length(1);
    expect(hasPart(element, 'pay-button')).to.be.false;
  });

  it('an element that has not been in a page has no problems yet', () => {
    const element = document.createElement('ddb-debt-overview');
    element.setAttribute('fees-url', '/fees');
    expect(element.problems).to.deep.equal([]);
  });

  it('a system without an endpoint is a problem', async () => {
    const lines = recordWarnings();
    const element = mount({ attributes: { 'dibs-fees-url': '/none' } });
    element.fetcher = () => Promise.resolve(new Response('[]'));
    await settled(element);
    expect(element.problems.map(({ setting }) => setting)).to.deep.equal(['fees-url']);
    expect(lines.join()).to.include('oir-fees-url');
    expect(hasPart(element, 'failure')).to.be.true;
  });

  it('an empty attribute counts as not set', async () => {
    const empty = { 'oir-payment-url': '', 'switch-date': ' ', 'heading-level': '', systems: '' };
    const element = await mountWithFees([], empty);
    expect(element.problems).to.deep.equal([]);
    expect(part(element, 'heading')?.localName).to.equal('h2');
  });
});

describe('CONTRACT 2: what is wrong with the tag is said in the console, in one line', () => {
  afterEach(resetFixture);

  const linesFor = async (html: string): Promise<string[]> => {
    const lines = recordWarnings();
    container.innerHTML = html;
    const element = container.firstElementChild as DdbDebtOverview;
    element.fetcher = () => Promise.resolve(new Response('[]'));
    await settled(element);
    await element.refresh();
    expect(element.problems).to.have.length(lines.length);
    return lines;
  };
  const tag = (attributes: string, children = ''): string =>
    `<ddb-debt-overview fees-url="/none" ${attributes}>${children}</ddb-debt-overview>`;

  const attributes: Record<string, string> = {
    switchdate: 'switch-date',
    'fee-url': 'fees-url',
    feesUrl: 'fees-url',
    fees_url: 'fees-url',
    'mobile-pay': 'mobilepay',
    language: 'lang',
    'end-date': 'dibs-end-date',
    'dibs-payments-url': 'dibs-payment-url',
    'heading-lvl': 'heading-level',
  };
  for (const [name, nearest] of Object.entries(attributes)) {
    it(`the attribute ${name}, with ${nearest}, without its value`, async () => {
      const lines = await linesFor(tag(`${name}="secret-1"`));
      expect(lines).to.have.length(1);
      expect(lines[0]).to.include(`> ${name.toLowerCase()}: unknown attribute`);
      expect(lines[0])
        .to.match(new RegExp(`${nearest}\\b`))
        .and.not.include('secret');
    });
  }

  it('the attribute config, which is a property, and any other', async () => {
    for (const name of ['config', 'theme']) {
      const lines = await linesFor(tag(`${name}="{}"`));
      expect(lines.filter((line) => line.includes(`${name}: unknown attribute`))).to.have.length(1);
      sinon.restore();
    }
  });

  it('not an attribute of the platform, of a framework or of an extension', async () => {
    const lines = await linesFor(
      tag(`id=x class=x style="" title=x dir=ltr hidden slot=x part=x role=region tabindex=0 translate=no
        data-fees-url=x aria-label=x aria-level=2 accesskey=x onclick="" ng-version=1 v-cloak x-data
        itemprop=x exportparts=x is=x inert nonce=x contenteditable=false _ngcontent-abc-c12
        bis_skin_checked=1 @click=x :config=x [config]=x ng-reflect-fees-url=x`),
    );
    expect(lines).to.deep.equal([]);
  });

  const children: Record<string, readonly [html: string, words: RegExp]> = {
    'a slot that does not exist': ['<a slot="log-in">Log ind</a>', /slot="log-in".*\blogin\b/],
    'a child without a slot': ['<p>Jens</p><p>Jens</p>', /> child: takes slot="intro\|.*<\//],
    'a JSON child of another type': [
      '<script type="text/json">{"lang":"en"}</script>',
      /JSON child: .*application\/json/,
    ],
    'a JSON child of no known type': [
      '<script type="config">\n{ "lang": "en" }</script>',
      /JSON child: .*application\/json/,
    ],
  };
  for (const [what, [html, words]] of Object.entries(children)) {
    it(what, async () => {
      const lines = await linesFor(tag('', html));
      expect(lines).to.have.length(1);
      expect(lines[0]).to.match(words).and.not.include('Jens');
    });
  }

  it('a tag that is closed by itself swallows what follows it', async () => {
    const lines = await linesFor('<ddb-debt-overview fees-url="/none" /><h2>Lån</h2><p>Ingen</p>');
    expect(lines).to.have.length(1);
    expect(lines[0]).to.include('</ddb-debt-overview>');
  });

  it('not children that belong there', async () => {
    const slots = ['intro', 'dibs-info', 'oir-info', 'login', 'footer'];
    const known = slots.map((slot) => `<p slot="${slot}">x</p>`).join('');
    const others = '<style></style><template></template><noscript>x</noscript><script></script>';
    const own = '<script type="application/json">{"lang":"en"}</script>';
    expect(await linesFor(tag('', `${known}${others}${own}Henter …`))).to.deep.equal([]);
  });

  it('an unknown setting in config, with the nearest name', async () => {
    const lines = recordWarnings();
    await mountWithFees([], {}, { feeUrl: '/x' });
    expect(lines).to.have.length(1);
    expect(lines[0])
      .to.include('config="feeUrl"')
      .and.to.match(/\bfeesUrl\b/);
  });
});

describe('CONTRACT 2: the configuration never throws', () => {
  afterEach(resetFixture);

  const throwing = {
    get feesUrl(): string {
      throw new Error('no');
    },
  };
  const circular: Record<string, unknown> = {};
  circular.texts = circular;
  const configs: Record<string, unknown> = {
    'a text': 'fees-url',
    'a number': 7,
    'a list': ['x'],
    'a getter that throws': throwing,
    'a proxy that throws': new Proxy({}, { ownKeys: () => Reflect.ownKeys(null as never) }),
    'a circle': circular,
    'an unknown setting': { feeUrl: '/x' },
    'settings of the wrong type': { headingLevel: {}, switchDate: [], oirPaymentUrl: () => 'x' },
    'a symbol': { headingLevel: Symbol('x') },
    'texts that are a list': { texts: ['x'] },
    'texts whose language is a list': { texts: { da: ['x'] } },
  };
  for (const [what, config] of Object.entries(configs)) {
    it(`with ${what}, it shows the debts and reports the problem`, async () => {
      const lines = recordWarnings();
      const element = await mountWithFees(oldDebts(), {}, config as object);
      expect(viewText(element)).to.include('70,00 kr.');
      expect(element.problems).not.to.have.length(0);
      expect(lines).to.have.length(element.problems.length);
    });
  }

  it('with an invalid JSON child, it warns once', async () => {
    const lines = recordWarnings();
    const element = mount({
      answers: { 'fees-url': { body: oldDebts() } },
      children: '<script type="application/json">{ "systems": dibs }</script>',
    });
    await settled(element);
    expect(viewText(element)).to.include('70,00 kr.');
    expect(element.problems.map(({ setting }) => setting)).to.deep.equal(['JSON child']);
    expect(lines).to.have.length(1);
  });

  it('when config is removed, its problems are removed', async () => {
    recordWarnings();
    const element = await mountWithFees(oldDebts(), {}, { nonsense: 1 });
    expect(element.problems).to.have.length(1);
    element.config = undefined;
    await element.updateComplete;
    expect(element.problems).to.deep.equal([]);
  });
});
