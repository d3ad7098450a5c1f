import { expect } from '@open-wc/testing';
import { both, newDebts } from '../../demo/fixtures.js';
import { library } from '../../demo/states.js';
import { DdbDebtOverview } from '../../src/index.js';
import {
  resetFixture,
  fetcherOf,
  hasPart,
  json,
  part,
  mount,
  settled,
  mountWithFees,
  mountSettled,
  container,
  textOf,
} from './fixture.js';

const ATTRIBUTES: Record<string, string> = {
  'fees-url': '/fees',
  'dibs-fees-url': '/dibs',
  'oir-fees-url': '/oir',
  credentials: 'include',
  systems: 'dibs',
  channel: 'app',
  'switch-date': '2021-12-01',
  'dibs-end-date': '2022-07-01',
  'dibs-payment-url': '/pay',
  'payment-origins': 'https://pay.example',
  selection: 'all',
  'oir-payment-url': 'https://site.example/',
  'oir-payment-name': 'Stedet',
  'registration-hours': '24',
  'terms-url': '/terms',
  'rates-url': '/rates',
  'help-url': '/help',
  'heading-level': '4',
  view: 'summary',
  'overview-url': '/overview',
  'fbi-url': '/fbi',
  'preview-date': '2022-06-01',
  lang: 'en',
};

const camel = (name: string) =>
  name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()) as 'feesUrl';

describe('CONTRACT 2: each attribute has a property of the same name in camelCase', () => {
  afterEach(resetFixture);

  for (const [name, value] of Object.entries(ATTRIBUTES)) {
    it(`${name} and ${camel(name)} have the same value`, () => {
      const element = document.createElement('ddb-debt-overview');
      expect(camel(name) in element).to.be.true;
      element.setAttribute(name, value);
      expect(element[camel(name)]).to.equal(value);
      element.removeAttribute(name);
      expect(element[camel(name)] || null).to.equal(null);
      element[camel(name)] = value;
      expect(element.getAttribute(name)).to.equal(value);
      if (name === 'lang') return;
      element[camel(name)] = null;
      expect(element.hasAttribute(name)).to.be.false;
    });
  }

  it('mobilepay is a boolean', () => {
    const element = document.createElement('ddb-debt-overview');
    expect(element.mobilepay).to.be.false;
    element.mobilepay = true;
    expect(element.getAttribute('mobilepay')).to.equal('');
    element.mobilepay = false;
    expect(element.hasAttribute('mobilepay')).to.be.false;
    element.setAttribute('mobilepay', '');
    expect(element.mobilepay).to.be.true;
  });

  it('converts a number', async () => {
    const element = await mountWithFees([], {});
    Object.assign(element, { headingLevel: 5 });
    await element.updateComplete;
    expect(part(element, 'heading')?.localName).to.equal('h5');
  });

  it('renders a change at once, without another request', async () => {
    let requests = 0;
    const element = await mountSettled({
      attributes: library(),
      answers: { 'fees-url': () => (requests++, { body: newDebts() }) },
    });
    element.oirPaymentName = 'Kommunens kasse';
    await element.updateComplete;
    expect(textOf(part(element, 'go-link'))).to.include('Gå til Kommunens kasse');
    expect(requests).to.equal(1);
  });
});

describe('CONTRACT 2: each property may be set before the element is defined', () => {
  afterEach(resetFixture);

  it('all properties set before count, as if set after', async () => {
    const fetcher = fetcherOf(() => json(both()));
    const element = document.createElement('x-late-overview') as DdbDebtOverview;
    Object.assign(element, {
      feesUrl: '/late',
      headingLevel: 4,
      mobilepay: true,
      config: { channel: 'app', oirPaymentUrl: 'https://late.example/' },
      getToken: () => 'secret',
      fetcher,
    });
    container.append(element);
    customElements.define('x-late-overview', class extends DdbDebtOverview {});
    await settled(element);
    expect(fetcher.callCount).to.equal(1);
    expect(fetcher.firstCall.args[0]).to.equal('/late');
    const headers = new Headers(fetcher.firstCall.args[1]?.headers);
    expect(headers.get('Authorization')).to.equal('Bearer secret');
    expect(element.getAttribute('heading-level')).to.equal('4');
    expect(part(element, 'heading')?.localName).to.equal('h4');
    expect(textOf(part(element, 'pay-button'))).to.include('MobilePay');
    expect(part(element, 'go-link')?.getAttribute('href')).to.equal('https://late.example/');
    element.feesUrl = '/later';
    expect(element.getAttribute('fees-url')).to.equal('/later');
  });
});

describe('CONTRACT 2: precedence of the configuration', () => {
  afterEach(resetFixture);

  const level = (element: Element) => part(element, 'heading')?.localName;
  const child = (settings: object) =>
    `<script type="application/json">${JSON.stringify(settings)}</script>`;

  it('attribute, then config property, then JSON child, then default', async () => {
    const element = mount({
      attributes: { 'heading-level': '3' },
      answers: { 'fees-url': { body: [] } },
      properties: { config: { headingLevel: 4 } },
      children: child({ headingLevel: 5 }),
    });
    await settled(element);
    expect(level(element)).to.equal('h3');
    element.removeAttribute('heading-level');
    await element.updateComplete;
    expect(level(element)).to.equal('h4');
    element.config = undefined;
    await element.updateComplete;
    expect(level(element)).to.equal('h5');
    element.replaceChildren();
    await new Promise((resolve) => setTimeout(resolve));
    await element.updateComplete;
    expect(level(element)).to.equal('h2');
  });

  it('a bad value falls back to the default, not to the next source', async () => {
    const element = await mountWithFees(
      newDebts(),
      { 'oir-payment-url': 'http://evil.example/' },
      {
        oirPaymentUrl: 'https://good.example/',
      },
    );
    expect(hasPart(element, 'go-link')).to.be.false;
    expect(hasPart(element, 'no-action')).to.be.true;
  });

  it('texts of the property take precedence over those of the child, key by key', async () => {
    const element = await mountSettled({
      answers: { 'fees-url': { body: [] } },
      properties: { config: { texts: { heading: 'Ejendom' } } },
      children: child({ texts: { heading: 'Barn', empty: 'Intet' } }),
    });
    expect(textOf(part(element, 'heading'))).to.equal('Ejendom');
    expect(textOf(part(element, 'empty'))).to.equal('Intet');
  });

  it('false and null in JSON mean not set', async () => {
    const element = await mountWithFees(
      newDebts(),
      { channel: 'app' },
      {
        mobilepay: false,
        helpUrl: null,
        oirPaymentUrl: '',
      },
    );
    expect(element.problems).to.be.empty;
    expect(hasPart(element, 'no-action')).to.be.true;
  });
});
