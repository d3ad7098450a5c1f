import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import {
  returnUrl,
  resetPayment,
  setPageUrl,
  nextPage,
  openPageOf,
  threeDebts,
  pageOf,
  payAtGateway,
  serverOf,
} from './payment-fixture.js';
import { countParts, hasPart, PAGE, delay } from './fixture.js';

describe('CONTRACT 6: the address bar', () => {
  afterEach(resetPayment);

  for (const [before, after] of [
    ['/?ddb-order=1&ddb-result=accepted', '/'],
    ['/?ddb-order=1&ddb-result=accepted#h', '/#h'],
    ['/?a=1&ddb-order=1&b=2&ddb-result=accepted&c=3', '/?a=1&b=2&c=3'],
    ['/?q=%C3%A6+%2f%2F&ddb-order=1&r=a%20b*~!', '/?q=%C3%A6+%2f%2F&r=a%20b*~!'],
    ['/?a&&b=&=c&ddb-result=x&a=1&a=2', '/?a&&b=&=c&a=1&a=2'],
    ['/?ddb-order=1&ddb-order=2&x=1', '/?x=1'],
    ['/?%64db-order=1&ddb%2Dresult=accepted&x=1', '/?x=1'],
    ['/?x=ddb-order&ddb-ordered=1&my-ddb-order=2', '/?x=ddb-order&ddb-ordered=1&my-ddb-order=2'],
    ['/?x=%ZZ&ddb-order=%E6', '/?x=%ZZ'],
    ['/?x=1#/user?ddb-order=1&ddb-result=failed', '/?x=1#/user?ddb-order=1&ddb-result=failed'],
    ['/me/fees/?ddb-order=1#', '/me/fees/#'],
    ['/?', '/?'],
  ] as const) {
    it(`${before} becomes ${after}`, async () => {
      const server = serverOf(threeDebts());
      await setPageUrl(before, { page: 'own' });
      const { length } = history;
      const replaced = sinon.spy(history, 'replaceState');
      await pageOf(server);
      expect(location.href).to.equal(location.origin + after);
      expect(history.state).to.deep.equal({ page: 'own' });
      expect(history.length).to.equal(length);
      expect(replaced.callCount).to.equal(before === after ? 0 : 1);
    });
  }

  it('is clean after the return from the next payment, too', async () => {
    const server = serverOf(threeDebts());
    await setPageUrl('/?a=1&b=%C3%A6+%2F#h', { page: 'own' });
    let page = await pageOf(server);
    for (const result of ['cancelled', 'failed']) {
      await payAtGateway(page, server);
      expect(server.starts.at(-1)?.order.returnUrl).to.equal(
        `${location.origin}/?a=1&b=%C3%A6+%2F#h`,
      );
      page = await nextPage(
        page,
        server,
        `/?a=1&b=%C3%A6+%2F&ddb-order=order-1&ddb-result=${result}#h`,
      );
      expect(hasPart(page, `payment-${result}`)).to.be.true;
      expect(location.href).to.equal(`${location.origin}/?a=1&b=%C3%A6+%2F#h`);
    }
  });

  it('is read once, with any number of elements', async () => {
    const server = serverOf(threeDebts());
    const first = await pageOf(server);
    await payAtGateway(first, server);
    const page = await nextPage(first, server, returnUrl('accepted'));
    const replaced = sinon.spy(history, 'replaceState');
    const second = await pageOf(server);
    expect([page, second].map((each) => countParts(each, 'payment-registering'))).to.deep.equal([
      1, 1,
    ]);
    expect([location.href, replaced.callCount]).to.deep.equal([PAGE, 0]);
  });

  it('cannot be changed: everything else works', async () => {
    const errors = sinon.stub(console, 'error');
    const server = serverOf(threeDebts());
    const first = await pageOf(server);
    await payAtGateway(first, server);
    first.remove();
    await setPageUrl(returnUrl('accepted'));
    // Safari throws when a page has changed the URL a hundred times.
    const replaced = sinon
      .stub(history, 'replaceState')
      .throws(new DOMException('', 'SecurityError'));
    const page = openPageOf(server);
    await delay(100);
    replaced.restore();
    expect(hasPart(page, 'payment-registering')).to.be.true;
    expect([countParts(page, 'debt'), errors.callCount]).to.deep.equal([3, 0]);
  });
});
