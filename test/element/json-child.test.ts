import { expect } from '@open-wc/testing';
import { newDebts } from '../../demo/fixtures.js';
import type { DdbDebtOverview } from '../../src/index.js';
import { clear, has, part, pause, put, settled, stage, until, warnings, words } from './stage.js';

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
  afterEach(clear);

  it('is read where it is there from the start', async () => {
    const element = put({
      answers: { 'fees-url': { body: newDebts() } },
      children: child().outerHTML,
    });
    await settled(element);
    expect(part(element, 'go-link')?.getAttribute('href')).to.equal('https://child.example/');
    expect(words(part(element, 'go-link'))).to.include('Betal hos barnet');
  });

  it('is read where it comes later, without another request', async () => {
    let asked = 0;
    const element = put({
      answers: { 'fees-url': () => (asked++, { body: newDebts() }) },
    });
    await settled(element);
    expect(has(element, 'go-link')).to.be.false;
    element.append(child());
    await until(() => has(element, 'go-link'));
    const text = element.querySelector('script')?.firstChild as Text;
    text.data = JSON.stringify({ oirPaymentUrl: 'https://other.example/' });
    await until(() => part(element, 'go-link')?.getAttribute('href') === 'https://other.example/');
    element.replaceChildren();
    await until(() => !has(element, 'go-link'));
    expect(asked).to.equal(1);
  });

  it('may hold the endpoint itself', async () => {
    const asked: string[] = [];
    const element = put({
      properties: {
        fetcher: (url) => {
          asked.push(String(url));
          return Promise.resolve(new Response(JSON.stringify(newDebts())));
        },
      },
      children: child({ feesUrl: '/from-json' }).outerHTML,
    });
    await settled(element);
    expect(asked).to.deep.equal(['/from-json']);
  });

  it('other scripts and children are none', async () => {
    const lines = warnings();
    const element = put({
      answers: { 'fees-url': { body: newDebts() } },
      children: '<p slot="intro">Vores egen</p><script type="text/plain">{ nothing</script>',
    });
    await settled(element);
    expect(element.problems).to.deep.equal([]);
    expect(lines).to.deep.equal([]);
  });

  it('half written by a parser is no problem, and no request goes out for less than all', async () => {
    const frame = document.createElement('iframe');
    stage.append(frame);
    const page = frame.contentDocument as Document;
    const told: string[] = [];
    const asked: string[] = [];
    Object.assign((frame.contentWindow as unknown as { console: Console }).console, {
      warn: (...line: unknown[]) => told.push(line.join(' ')),
    });
    page.open();
    page.write('<!doctype html><base href="', document.baseURI, '"><body><ddb-debt-overview>');
    const element = page.querySelector('ddb-debt-overview') as DdbDebtOverview;
    element.fetcher = (url) => {
      asked.push(String(url));
      return Promise.resolve(new Response(JSON.stringify(newDebts())));
    };
    const define = new URL('../../src/define.ts', import.meta.url).href;
    const script = page.createElement('script');
    script.type = 'module';
    script.src = define;
    page.head.append(script);
    await until(() => frame.contentWindow?.customElements.get('ddb-debt-overview'));
    page.write('<script type="application/json">{ "dibsFeesUrl": "/dibs", "oirFees');
    await pause(30);
    expect(told).to.deep.equal([]);
    expect(asked).to.deep.equal([]);
    page.write('Url": "/oir", "headingLevel": 5 }</', 'script></ddb-debt-overview>');
    page.close();
    await until(() => has(element, 'heading') && part(element, 'heading')?.localName === 'h5');
    await until(() => asked.length === 2);
    expect(asked).to.have.members(['/dibs', '/oir']);
    expect(told).to.deep.equal([]);
  });
});
