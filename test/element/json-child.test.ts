import { expect } from '@open-wc/testing';
import { newDebts } from '../../demo/fixtures.js';
import type { DdbDebtOverview } from '../../src/index.js';
import {
  resetFixture,
  hasPart,
  part,
  delay,
  mount,
  settled,
  container,
  waitUntil,
  recordWarnings,
  textOf,
} from './fixture.js';

const JSON_CHILD = {
  oirPaymentUrl: 'https://child.example/',
  texts: { da: { 'oir.go': 'Betal hos barnet' } },
};

const child = (settings: object = JSON_CHILD) => {
  const script = document.createElement('script');
  script.type = 'application/json';
  script.textContent = JSON.stringify(settings);
  return script;
};

describe('CONTRACT 2: configuration as a JSON child', () => {
  afterEach(resetFixture);

  it('is read when it is there from the start', async () => {
    const element = mount({
      answers: { 'fees-url': { body: newDebts() } },
      children: child().outerHTML,
    });
    await settled(element);
    expect(part(element, 'go-link')?.getAttribute('href')).to.equal('https://child.example/');
    expect(textOf(part(element, 'go-link'))).to.include('Betal hos barnet');
  });

  it('is read when it is added later, without another request', async () => {
    let requests = 0;
    const element = mount({
      answers: { 'fees-url': () => (requests++, { body: newDebts() }) },
    });
    await settled(element);
    expect(hasPart(element, 'go-link')).to.be.false;
    element.append(child());
    await waitUntil(() => hasPart(element, 'go-link'));
    const text = element.querySelector('script')?.firstChild as Text;
    text.data = JSON.stringify({ oirPaymentUrl: 'https://other.example/' });
    await waitUntil(
      () => part(element, 'go-link')?.getAttribute('href') === 'https://other.example/',
    );
    element.replaceChildren();
    await waitUntil(() => !hasPart(element, 'go-link'));
    expect(requests).to.equal(1);
  });

  it('may contain the endpoint', async () => {
    const requests: string[] = [];
    const element = mount({
      properties: {
        fetcher: (url) => {
          requests.push(String(url));
          return Promise.resolve(new Response(JSON.stringify(newDebts())));
        },
      },
      children: child({ feesUrl: '/from-json' }).outerHTML,
    });
    await settled(element);
    expect(requests).to.deep.equal(['/from-json']);
  });

  it('other scripts and children are not configuration', async () => {
    const lines = recordWarnings();
    const element = mount({
      answers: { 'fees-url': { body: newDebts() } },
      children: '<p slot="intro">Vores egen</p><script type="text/plain">{ nothing</script>',
    });
    await settled(element);
    expect(element.problems).to.deep.equal([]);
    expect(lines).to.deep.equal([]);
  });

  it('a partly parsed child is no problem, and no request is sent before it is complete', async () => {
    const frame = document.createElement('iframe');
    container.append(frame);
    const page = frame.contentDocument as Document;
    const warnings: string[] = [];
    const requests: string[] = [];
    Object.assign((frame.contentWindow as unknown as { console: Console }).console, {
      warn: (...line: unknown[]) => warnings.push(line.join(' ')),
    });
    page.open();
    page.write('<!doctype html><base href="', document.baseURI, '"><body><ddb-debt-overview>');
    const element = page.querySelector('ddb-debt-overview') as DdbDebtOverview;
    element.fetcher = (url) => {
      requests.push(String(url));
      return Promise.resolve(new Response(JSON.stringify(newDebts())));
    };
    const define = new URL('../../src/define.ts', import.meta.url).href;
    const script = page.createElement('script');
    script.type = 'module';
    script.src = define;
    page.head.append(script);
    await waitUntil(() => frame.contentWindow?.customElements.get('ddb-debt-overview'));
    page.write('<script type="application/json">{ "dibsFeesUrl": "/dibs", "oirFees');
    await delay(30);
    expect(warnings).to.deep.equal([]);
    expect(requests).to.deep.equal([]);
    page.write('Url": "/oir", "headingLevel": 5 }</', 'script></ddb-debt-overview>');
    page.close();
    await waitUntil(
      () => hasPart(element, 'heading') && part(element, 'heading')?.localName === 'h5',
    );
    await waitUntil(() => requests.length === 2);
    expect(requests).to.have.members(['/dibs', '/oir']);
    expect(warnings).to.deep.equal([]);
  });

  it('is not read again when the page is complete that was parsed before', async () => {
    const element = mount({ answers: { 'fees-url': { body: newDebts() } } });
    await settled(element);
    document.dispatchEvent(new Event('DOMContentLoaded'));
    expect(element.isUpdatePending).to.be.false;
  });
});
