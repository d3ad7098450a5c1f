import { expect } from '@open-wc/testing';
import type { Order } from '../../src/payment/core/order.js';
import { PaymentStore } from '../../src/payment/core/payment-store.js';
import {
  INITIAL_STATE,
  toStoredState,
  type Claim,
  type SentOrder,
  type PaymentState,
} from '../../src/payment/core/state.js';
import type { Ore } from '../../src/util/ore.js';

const ORDER: Order = {
  key: 'k1',
  lines: [{ feeId: '1', amount: 7000 as Ore, type: 'fee' }],
  source: '/fees',
  returnUrl: '/',
  language: 'da',
  channel: 'cms',
  requestedAt: 0,
};
const OPEN: PaymentState = {
  ...INITIAL_STATE,
  current: { is: 'open', order: { ...ORDER, id: 'L-1' } as SentOrder },
};
const START = { is: 'start', order: ORDER } as const;
const CLAIM: Claim = {
  key: 'k9',
  feeIds: ['9'],
  until: 1e6,
  inProgress: true,
  sent: true,
  failed: [],
};

/** A keeper, and what its hands have done, in order. */
function keeping(till = INITIAL_STATE, remembers: () => boolean = () => true) {
  const done: string[] = [];
  const keeper = new PaymentStore(till, {
    now: () => 0,
    remember: (now) => {
      done.push(toStoredState(now) ? `remember ${now.current.is}` : 'forget');
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
    keeper.dispatch(START);
    expect(done.splice(0)).to.deep.equal(['remember starting', 'claim k1', 'ask', 'show']);
    keeper.dispatch({ is: 'answered', key: 'k1', id: 'L-1' });
    expect(done).to.deep.equal(['remember away', 'claim k1', 'go', 'show']);
  });

  it('what cannot be written down is neither asked nor told', () => {
    const { keeper, done } = keeping(INITIAL_STATE, () => false);
    keeper.dispatch(START);
    expect(done).not.to.include.members(['ask']);
    expect(done.some((deed) => deed.startsWith('claim'))).to.be.false;
    expect(keeper.state.notices).to.deep.equal([{ is: 'storage' }]);
  });

  it('nor is anybody sent, where the order cannot be written down', () => {
    let works = true;
    const { keeper, done } = keeping(INITIAL_STATE, () => works);
    keeper.dispatch(START);
    works = false;
    keeper.dispatch({ is: 'answered', key: 'k1', id: 'L-1' });
    expect(done).not.to.include('go');
    expect(keeper.state.current.is).to.equal('asked');
  });

  it('the others are told when it has ended, also by the next page of the tab', () => {
    const { keeper, done } = keeping(OPEN);
    keeper.dispatch({ is: 'returned', id: 'L-1', result: 'cancelled' });
    expect(done).to.deep.equal(['forget', 'release k1', 'show']);
  });

  it('and of nothing that they know already', () => {
    const { keeper, done } = keeping(OPEN);
    keeper.dispatch({ is: 'time passes' });
    expect(done).to.deep.equal(['remember open', 'show']);
  });

  it('a tab that has just come is told of all, also of what others pay', () => {
    const { keeper, done } = keeping({ ...OPEN, otherClaims: [CLAIM] });
    keeper.tellAll();
    expect(done).to.deep.equal(['claim k1', 'claim k9']);
  });

  it('what others pass on of an order that has ended here is put right, and not believed', () => {
    const { keeper, done } = keeping(OPEN);
    keeper.dispatch({ is: 'returned', id: 'L-1', result: 'cancelled' });
    done.length = 0;
    keeper.hear({ ...CLAIM, key: 'k1' });
    expect(done).to.deep.equal(['release k1']);
    expect(keeper.state.otherClaims).to.be.empty;
    keeper.hear(CLAIM);
    expect(keeper.state.otherClaims).to.deep.equal([CLAIM]);
  });

  it('an order that is asked for again has not ended', () => {
    const { keeper, done } = keeping();
    keeper.dispatch(START);
    keeper.dispatch({ is: 'refused', key: 'k1', because: 'lost' });
    keeper.dispatch({ ...START, order: { ...ORDER, key: 'k2' } });
    expect(keeper.state.current).to.have.nested.property('order.key', 'k1');
    done.length = 0;
    keeper.hear({ ...CLAIM, key: 'k1' });
    expect(done).not.to.include('release k1');
  });
});
