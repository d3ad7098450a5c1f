import { expect } from '@open-wc/testing';
import type { Order } from '../../src/payment/order.js';
import { TillKeeper } from '../../src/payment/till-keeper.js';
import { NOTHING, rememberedOf, type Claim, type Sent, type Till } from '../../src/payment/till.js';
import type { Ore } from '../../src/units/ore.js';

const ORDER: Order = {
  key: 'k1',
  lines: [{ feeId: '1', amount: 7000 as Ore, type: 'fee' }],
  source: '/fees',
  returnUrl: '/',
  language: 'da',
  channel: 'cms',
  at: 0,
};
const OPEN: Till = { ...NOTHING, current: { is: 'open', order: { ...ORDER, id: 'L-1' } as Sent } };
const START = { is: 'start', order: ORDER } as const;
const CLAIM: Claim = { key: 'k9', feeIds: ['9'], until: 1e6, going: true, sent: true, failed: [] };

/** A keeper, and what its hands have done, in order. */
function keeping(till = NOTHING, remembers: () => boolean = () => true) {
  const done: string[] = [];
  const keeper = new TillKeeper(till, {
    now: () => 0,
    remember: (now) => {
      done.push(rememberedOf(now) ? `remember ${now.current.is}` : 'forget');
      return remembers();
    },
    tellOthers: (message) =>
      done.push('claim' in message ? `claim ${message.claim.key}` : `release ${message.released}`),
    ask: () => done.push('ask'),
    go: () => done.push('go'),
    read: () => done.push('read'),
    show: () => done.push('show'),
  });
  return { keeper, done };
}

describe('CONTRACT 6: first written down, then told, then done', () => {
  it('before the host is asked, and before the browser is sent', () => {
    const { keeper, done } = keeping();
    keeper.happen(START);
    expect(done.splice(0)).to.deep.equal(['remember starting', 'claim k1', 'ask', 'show']);
    keeper.happen({ is: 'answered', key: 'k1', id: 'L-1' });
    expect(done).to.deep.equal(['remember away', 'claim k1', 'go', 'show']);
  });

  it('what cannot be written down is neither asked nor told', () => {
    const { keeper, done } = keeping(NOTHING, () => false);
    keeper.happen(START);
    expect(done).not.to.include.members(['ask']);
    expect(done.some((deed) => deed.startsWith('claim'))).to.be.false;
    expect(keeper.till.told).to.deep.equal([{ is: 'storage' }]);
  });

  it('nor is anybody sent, where the order cannot be written down', () => {
    let works = true;
    const { keeper, done } = keeping(NOTHING, () => works);
    keeper.happen(START);
    works = false;
    keeper.happen({ is: 'answered', key: 'k1', id: 'L-1' });
    expect(done).not.to.include('go');
    expect(keeper.till.current.is).to.equal('asked');
  });

  it('the others are told when it has ended, also by the next page of the tab', () => {
    const { keeper, done } = keeping(OPEN);
    keeper.happen({ is: 'returned', id: 'L-1', result: 'cancelled' });
    expect(done).to.deep.equal(['forget', 'release k1', 'show']);
  });

  it('and of nothing that they know already', () => {
    const { keeper, done } = keeping(OPEN);
    keeper.happen({ is: 'time passes' });
    expect(done).to.deep.equal(['remember open', 'show']);
  });

  it('a tab that has just come is told of all, also of what others pay', () => {
    const { keeper, done } = keeping({ ...OPEN, others: [CLAIM] });
    keeper.tellAll();
    expect(done).to.deep.equal(['claim k1', 'claim k9']);
  });

  it('what others pass on of an order that has ended here is put right, and not believed', () => {
    const { keeper, done } = keeping(OPEN);
    keeper.happen({ is: 'returned', id: 'L-1', result: 'cancelled' });
    done.length = 0;
    keeper.hear({ ...CLAIM, key: 'k1' });
    expect(done).to.deep.equal(['release k1']);
    expect(keeper.till.others).to.be.empty;
    keeper.hear(CLAIM);
    expect(keeper.till.others).to.deep.equal([CLAIM]);
  });

  it('an order that is asked for again has not ended', () => {
    const { keeper, done } = keeping();
    keeper.happen(START);
    keeper.happen({ is: 'refused', key: 'k1', because: 'lost' });
    keeper.happen({ ...START, order: { ...ORDER, key: 'k2' } });
    expect(keeper.till.current).to.have.nested.property('order.key', 'k1');
    done.length = 0;
    keeper.hear({ ...CLAIM, key: 'k1' });
    expect(done).not.to.include('release k1');
  });
});
