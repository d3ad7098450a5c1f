import { expect } from '@open-wc/testing';
import type { DdbDebtOverview } from '../../src/index.js';
import {
  resetPayment,
  FIELDS,
  formOf,
  GATEWAY,
  storedPayment,
  threeDebts,
  pageOf,
  press,
  refused,
  payAtGateway,
  serverOf,
  toForm,
} from './payment-fixture.js';
import {
  clockAt,
  countParts,
  hasPart,
  setHidden,
  json,
  part,
  delay,
  viewText,
  container,
  waitUntil,
  recordWarnings,
  textOf,
} from './fixture.js';

const markup = () => document.body.querySelectorAll('form, input').length;

describe('CONTRACT 6: the browser navigates to the gateway by a form', () => {
  afterEach(resetPayment);

  it('posted to the gateway in the same tab, with unchanged fields', async () => {
    const fields = {
      ...FIELDS,
      accepturl: 'https://bibliotek.example/?a=1&b=2',
      text: 'Æblegrød "><script>alert(1)</script>',
      lines: 'one\ntwo',
      md5key: '0cc175b9c0f1b6a831c399e269772661',
      nothing: '',
      zero: 0,
    };
    const server = serverOf(threeDebts());
    server.answer = () => toForm('order-1', formOf(GATEWAY, fields));
    const element = await pageOf(server);
    await payAtGateway(element, server);
    expect(server.posted).to.deep.equal([
      {
        action: GATEWAY,
        method: 'post',
        target: '_self',
        fields: Object.entries(fields).map(([name, value]) => [name, String(value)]),
      },
    ]);
  });

  for (const name of ['submit', 'action', 'method', 'target', 'setAttribute', 'append', 'remove']) {
    it(`works with a field called "${name}"`, async () => {
      const server = serverOf(threeDebts());
      const fields = { [name]: '1', last: '2' };
      server.answer = () => toForm('order-1', formOf(GATEWAY, fields));
      const errors: string[] = [];
      const onRejection = (event: PromiseRejectionEvent) => {
        errors.push(String(event.reason));
        event.preventDefault();
        event.stopImmediatePropagation();
      };
      window.addEventListener('unhandledrejection', onRejection, { capture: true });
      try {
        const element = await pageOf(server);
        press(element, 'pay-all');
        await waitUntil(() => server.posted.length || errors.length);
        expect(errors).to.deep.equal([]);
        expect(server.posted.map(({ action, method, fields }) => [action, method, fields])).to.eql([
          [GATEWAY, 'post', Object.entries(fields)],
        ]);
        await delay(10);
        expect([errors, markup()]).to.deep.equal([[], 0]);
      } finally {
        window.removeEventListener('unhandledrejection', onRejection, { capture: true });
        for (const form of document.querySelectorAll('form')) form.replaceWith();
      }
    });
  }

  it('the form is removed from the page', async () => {
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    const before = document.documentElement.outerHTML;
    await payAtGateway(element, server);
    expect(document.documentElement.outerHTML === before).to.be.true;
    expect(markup()).to.equal(0);
    expect(element.shadowRoot?.querySelector('form') === null).to.be.true;
  });

  it('happens once: another answer has no effect', async () => {
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    await payAtGateway(element, server);
    await delay(50);
    expect([server.starts.length, server.posted.length]).to.deep.equal([1, 1]);
  });

  it('the button is busy until the browser has left', async () => {
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    await payAtGateway(element, server);
    expect(textOf(part(element, 'pay-all'))).to.equal('Starter betalingen …');
    expect(hasPart(element, 'payment')).to.be.false;
  });

  it('if the browser is still here after 20 seconds, the payment is open, and the debts are read', async () => {
    const clock = clockAt('2022-06-01T10:00:00Z');
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    await payAtGateway(element, server);
    await clock.tickAsync(19_000);
    expect([hasPart(element, 'payment-open'), server.reads]).to.deep.equal([false, 1]);
    await clock.tickAsync(2_000);
    await waitUntil(() => hasPart(element, 'payment-open'));
    expect([hasPart(element, 'pay-button', 'choice'), server.reads]).to.deep.equal([false, 2]);
  });

  for (const [what, over] of Object.entries({
    'a policy that only reports': { disposition: 'report' },
    'a policy about something else': { effectiveDirective: 'img-src' },
    'a policy about another form': { blockedURI: 'https://search.example/' },
  } as const)) {
    it(`${what} does not keep the browser on the page`, async () => {
      const lines = recordWarnings();
      const server = serverOf(threeDebts());
      const element = await pageOf(server);
      await payAtGateway(element, server);
      document.dispatchEvent(
        new SecurityPolicyViolationEvent('securitypolicyviolation', {
          documentURI: location.href,
          effectiveDirective: 'form-action',
          violatedDirective: 'form-action',
          originalPolicy: 'form-action none',
          statusCode: 200,
          blockedURI: GATEWAY,
          disposition: 'enforce',
          ...over,
        }),
      );
      await delay(20);
      expect([hasPart(element, 'payment'), lines.length]).to.deep.equal([false, 0]);
      expect(textOf(part(element, 'pay-all'))).to.equal('Starter betalingen …');
    });
  }

  it('the same happens as soon as the page is visible again', async () => {
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    await payAtGateway(element, server);
    setHidden(true);
    await delay(20);
    expect(hasPart(element, 'payment-open')).to.be.false;
    setHidden(false);
    await waitUntil(() => hasPart(element, 'payment-open'));
  });
});

describe('CONTRACT 6: a destination outside payment-origins, or not https, is refused: nothing is sent', () => {
  afterEach(resetPayment);

  const to = (redirectUrl: unknown) => json({ orderId: 'order-1', redirectUrl });
  const post = (action: unknown, fields?: unknown) =>
    toForm('order-1', formOf(action, fields ?? FIELDS));

  /** The answer, and the expected warning for the integrator. */
  const ANSWERS: Record<string, [() => Response, RegExp]> = {
    'no destination': [() => json({ orderId: 'order-1' }), /redirectUrl.*form/],
    'two of them': [
      () => json({ orderId: 'order-1', redirectUrl: GATEWAY, form: formOf() }),
      /redirectUrl.*form/,
    ],
    'a link to a script': [() => to('javascript:document.title="hit"'), /javascript:/],
    'a link to data': [() => to('data:text/html,hit'), /data:text/],
    'a link to another origin': [() => to('https://evil.example/'), /evil\.example/],
    'a link by http': [() => to('http://pay.example/'), /http:\/\/pay\.example/],
    'a link to another port': [() => to('http://localhost:9/'), /localhost:9/],
    'a link with a password': [
      () => to(GATEWAY.replace('//', '//user:secret@')),
      /payment-origins/,
    ],
    'a relative link': [() => to('/gateway'), /\/gateway/],
    'a link to an app that is not listed': [() => to('mobilepay://x'), /mobilepay:/],
    'an invalid link': [() => to(''), /payment-origins/],
    'null for a link': [() => to(null), /redirectUrl/],
    'a number for a link': [() => to(7), /7/],
    'a list for a link': [() => to([GATEWAY]), /payment-origins/],
    'a form to a script': [() => post('javascript:alert(1)'), /javascript:/],
    'a form to another origin': [() => post('https://evil.example/'), /evil\.example/],
    'a form by http': [() => post('http://pay.example/'), /http:\/\/pay\.example/],
    'a relative form': [() => post('/gateway'), /\/gateway/],
    'a form without an action': [() => post(null), /payment-origins/],
    'a form to nowhere': [() => toForm('order-1', {}), /payment-origins/],
    'null for a form': [() => toForm('order-1', null), /redirectUrl/],
    'a text for a form': [() => toForm('order-1', '<form>'), /<form>/],
    'a form without fields': [() => toForm('order-1', { action: GATEWAY }), /fields/],
    'a form with a list of fields': [() => post(GATEWAY, ['a']), /fields/],
    'a form with a field that is no text': [() => post(GATEWAY, { a: { b: 1 } }), /fields/],
    'a form with a field that is nothing': [() => post(GATEWAY, { a: null }), /fields/],
    'no order number': [() => json({ form: formOf() }), /orderId/],
    'a number for an order number': [() => toForm(17), /orderId/],
    'an empty order number': [() => toForm('  '), /orderId/],
    'null for an order number': [() => toForm(null), /orderId/],
    'a page': [() => new Response('<!doctype html><title>Login</title>'), /JSON/],
    nothing: [() => new Response(null, { status: 204 }), /JSON/],
    'a list': [() => json([{ orderId: 'order-1', form: formOf() }]), /JSON/],
    null: [() => json(null), /JSON/],
    'a text': [() => json('order-1'), /JSON/],
  };
  for (const [what, [answer, why]] of Object.entries(ANSWERS)) {
    it(`${what}: no navigation, nothing is charged, and the console names the reason`, async () => {
      const lines = recordWarnings();
      const server = serverOf(threeDebts());
      server.answer = answer;
      const element = await pageOf(server);
      const { href } = location;
      const box = await refused(element);
      expect(box?.part.contains('payment-invalid')).to.be.true;
      expect(box?.closest('[aria-live]')?.getAttribute('aria-live')).to.equal('assertive');
      expect(textOf(box)).to.match(/kunne ikke startes.*ikke trukket penge/);
      const warnings = lines.filter((line) => line.includes('dibs-payment-url'));
      expect(warnings).to.have.length(1);
      expect(warnings[0])
        .to.match(why)
        .and.to.match(/^<ddb-debt-overview>/);
      expect([server.posted.length, markup(), location.href]).to.deep.equal([0, 0, href]);
      expect(document.title).not.to.equal('hit');
      expect(countParts(element, 'choice')).to.equal(3);
      expect(part(element, 'pay-all')?.getAttribute('aria-disabled')).to.equal('false');
    });
  }

  it('the text in English', async () => {
    recordWarnings();
    const server = serverOf(threeDebts());
    server.answer = () => to('https://evil.example/');
    const element = await pageOf(server, { lang: 'en' });
    expect(textOf(await refused(element))).to.match(/could not be started.*not been charged/);
    expect(viewText(element)).not.to.include('evil');
  });

  it('nobody can have paid: after a correction the request has the same key', async () => {
    recordWarnings();
    const server = serverOf(threeDebts());
    server.answer = () => to('https://evil.example/');
    const element = await pageOf(server);
    await refused(element);
    server.answer = () => toForm();
    await payAtGateway(element, server);
    expect(server.starts[1]?.key).to.equal(server.starts[0]?.key);
  });

  const ORIGINS = { 'payment-origins': 'https://pay.example https://window.example:8443' };
  for (const [action, goes] of [
    ['https://pay.example/start.action', true],
    ['HTTPS://PAY.EXAMPLE/start.action', true],
    ['https://window.example:8443/x?y=1', true],
    [GATEWAY, false],
    ['https://window.example/', false],
    ['https://pay.example:444/', false],
    ['https://pay.example.evil.example/', false],
    ['https://pay.example@evil.example/', false],
    ['https://patron@pay.example/', false],
    ['http://pay.example/', false],
    ['//pay.example/', false],
  ] as const) {
    it(`only payment-origins are allowed: ${action} is ${goes ? 'gone to' : 'refused'}`, async () => {
      recordWarnings();
      const server = serverOf(threeDebts());
      server.answer = () => post(action);
      const element = await pageOf(server, ORIGINS);
      if (goes) {
        await payAtGateway(element, server);
        expect(server.posted[0]?.action).to.equal(new URL(action).href);
      } else {
        expect((await refused(element))?.part.contains('payment-invalid')).to.be.true;
        expect(server.posted.length).to.equal(0);
      }
    });
  }
});

describe('CONTRACT 6: in a real page, without stubs', () => {
  afterEach(resetPayment);

  /** A page in a frame, so that its navigation stays in the frame. */
  async function framed(head: string, fields: object) {
    const frame = document.createElement('iframe');
    const define = new URL('../../src/define.ts', import.meta.url).href;
    frame.srcdoc = `<base target="_blank">${head}<script type="module" src="${define}"></script>
      <ddb-debt-overview dibs-payment-url="/payment/start"></ddb-debt-overview>`;
    container.append(frame);
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    const element = frame.contentDocument?.querySelector('ddb-debt-overview') as DdbDebtOverview;
    const lines: string[] = [];
    const { console } = frame.contentWindow as Window & typeof globalThis;
    console.warn = (...all: unknown[]) => void lines.push(all.join(' '));
    element.fetcher = (_, init) =>
      Promise.resolve(
        init?.method === 'POST' ? toForm('order-1', formOf(GATEWAY, fields)) : json(threeDebts()),
      );
    element.feesUrl = '/fees';
    await waitUntil(() => hasPart(element, 'pay-all'));
    press(element, 'pay-all');
    return { frame, element, lines };
  }

  it('the browser posts the form, also with a field called "submit"', async () => {
    const { frame } = await framed('', { submit: '1', merchant: '2' });
    await waitUntil(() => frame.contentWindow?.location.pathname === '/gateway');
    expect(storedPayment()).to.include('order-1');
  });

  it('a Content-Security-Policy that forbids it is reported to the patron and in the console', async () => {
    const policy = `<meta http-equiv="Content-Security-Policy" content="form-action 'none'">`;
    const { frame, element, lines } = await framed(policy, FIELDS);
    await waitUntil(() => hasPart(element, 'payment-invalid'));
    expect(textOf(part(element, 'payment-invalid'))).to.match(/ikke trukket penge/);
    expect(lines.join()).to.match(/dibs-payment-url.*form-action/);
    expect(frame.contentWindow?.location.pathname).not.to.equal('/gateway');
    expect(hasPart(element, 'payment-open')).to.be.false;
    expect(part(element, 'pay-all')?.getAttribute('aria-disabled')).to.equal('false');
  });
});
