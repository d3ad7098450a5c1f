import { expect } from '@open-wc/testing';
import { PaymentStore } from '../../src/payment/core/payment-store.js';
import { INITIAL_STATE } from '../../src/payment/core/state.js';
import { toStoredState } from '../../src/payment/core/stored-state.js';
import { claimOf, NOW, orderOf, sentOrderOf, stateWith } from './payment-fixtures.js';

const OPEN = stateWith({ current: { is: 'open', order: sentOrderOf() } });
const START = { type: 'start', order: orderOf() } as const;
const CLAIM = claimOf();

/** A store, and the log of its side effects in order. */
function createStore(state = INITIAL_STATE, persists: () => boolean = () => true) {
  const log: string[] = [];
  const store = new PaymentStore(state, {
    now: () => NOW,
    persist: (state) => {
      log.push(toStoredState(state) ? `persist ${state.current.is}` : 'remove');
      return persists();
    },
    notifyTabs: (message) =>
      log.push('claim' in message ? `claim ${message.claim.key}` : `release ${message.released}`),
    requestPayment: () => log.push('requestPayment'),
    navigate: () => log.push('navigate'),
    refreshFees: () => log.push('refreshFees'),
    onChange: () => log.push('change'),
  });
  return { store, log };
}

describe('CONTRACT 6: stored first, then announced, then carried out', () => {
  it('before the request, and before the browser leaves', () => {
    const { store, log } = createStore();
    store.dispatch(START);
    expect(log.splice(0)).to.deep.equal([
      'persist starting',
      'claim k1',
      'requestPayment',
      'change',
    ]);
    store.dispatch({ type: 'started', key: 'k1', orderId: 'L-1' });
    expect(log).to.deep.equal(['persist away', 'claim k1', 'navigate', 'change']);
  });

  it('a state that cannot be stored is neither requested nor announced', () => {
    const { store, log } = createStore(INITIAL_STATE, () => false);
    store.dispatch(START);
    expect(log).not.to.include.members(['requestPayment']);
    expect(log.some((entry) => entry.startsWith('claim'))).to.be.false;
    expect(store.state.notices).to.deep.equal([{ is: 'storage' }]);
  });

  it('and the browser does not leave when the order cannot be stored', () => {
    let persists = true;
    const { store, log } = createStore(INITIAL_STATE, () => persists);
    store.dispatch(START);
    persists = false;
    store.dispatch({ type: 'started', key: 'k1', orderId: 'L-1' });
    expect(log).not.to.include('navigate');
    expect(store.state.current.is).to.equal('requested');
  });

  it('the debts are read also when the state cannot be stored', () => {
    const { store, log } = createStore({ ...OPEN, otherClaims: [CLAIM] }, () => false);
    store.dispatch({ type: 'claimReleased', key: 'k9' });
    expect(log).to.include('refreshFees');
  });

  it('the end of an order is announced, also by the next page of the tab', () => {
    const { store, log } = createStore(OPEN);
    store.dispatch({ type: 'returned', orderId: 'L-1', result: 'cancelled' });
    expect(log).to.deep.equal(['remove', 'release k1', 'change']);
  });

  it('nothing is announced twice', () => {
    const { store, log } = createStore(OPEN);
    store.dispatch({ type: 'timeElapsed' });
    expect(log).to.deep.equal(['persist open', 'change']);
  });

  it('a new tab gets all claims, also those of other tabs', () => {
    const { store, log } = createStore({ ...OPEN, otherClaims: [CLAIM] });
    store.announceAll();
    expect(log).to.deep.equal(['claim k1', 'claim k9']);
  });

  it('a repeated claim of an order that has ended here is ignored and released', () => {
    const { store, log } = createStore(OPEN);
    store.dispatch({ type: 'returned', orderId: 'L-1', result: 'cancelled' });
    log.length = 0;
    store.receiveClaim({ ...CLAIM, key: 'k1' });
    expect(log).to.deep.equal(['release k1']);
    expect(store.state.otherClaims).to.be.empty;
    store.receiveClaim(CLAIM);
    expect(store.state.otherClaims).to.deep.equal([CLAIM]);
  });

  it('an order that is requested again has not ended', () => {
    const { store, log } = createStore();
    store.dispatch(START);
    store.dispatch({ type: 'refused', key: 'k1', reason: 'lost' });
    store.dispatch({ type: 'start', order: orderOf({ key: 'k2' }) });
    expect(store.state.current).to.have.nested.property('order.key', 'k1');
    log.length = 0;
    store.receiveClaim({ ...CLAIM, key: 'k1' });
    expect(log).not.to.include('release k1');
  });
});
