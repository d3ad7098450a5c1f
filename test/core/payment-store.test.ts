import { expect } from '@open-wc/testing';
import { PaymentStore } from '../../src/payment/core/payment-store.js';
import { ACCEPTED_LIFETIME, INITIAL_STATE } from '../../src/payment/core/state.js';
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
    notifyTabs: ({ claim, relayed, released, ended, ...other }) => {
      if (claim) log.push(`${relayed ? 'relay' : 'claim'} ${claim.key}`);
      else if (released) log.push(`release ${released}${ended ? ', ended' : ''}`);
      else log.push(...Object.keys(other));
    },
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
    expect(log).to.deep.equal(['remove', 'release k1, ended', 'change']);
  });

  it('nothing is announced twice', () => {
    const { store, log } = createStore(OPEN);
    store.dispatch({ type: 'timeElapsed' });
    expect(log).to.deep.equal(['persist open', 'change']);
  });

  it('a new tab gets all claims, also those of other tabs', () => {
    const { store, log } = createStore({ ...OPEN, otherClaims: [CLAIM] });
    store.receive({ hello: true });
    expect(log).to.deep.equal(['claim k1', 'relay k9']);
  });

  it('a repeated claim of an order that has ended here is ignored and released', () => {
    const { store, log } = createStore(OPEN);
    store.dispatch({ type: 'returned', orderId: 'L-1', result: 'cancelled' });
    log.length = 0;
    store.receive({ claim: { ...CLAIM, key: 'k1' }, relayed: true });
    expect(log).to.deep.equal(['release k1']);
    expect(store.state.otherClaims).to.be.empty;
    store.receive({ claim: CLAIM, relayed: true });
    expect(store.state.otherClaims).to.deep.equal([CLAIM]);
  });

  it('an order that is requested again has not ended', () => {
    const { store, log } = createStore();
    store.dispatch(START);
    store.dispatch({ type: 'refused', key: 'k1', reason: 'lost' });
    store.dispatch({ type: 'start', order: orderOf({ key: 'k2' }) });
    expect(store.state.current).to.have.nested.property('order.key', 'k1');
    log.length = 0;
    store.receive({ claim: { ...CLAIM, key: 'k1' }, relayed: true });
    expect(log).not.to.include('release k1');
  });
});

describe('CONTRACT 6: a copied tab', () => {
  it('a copy that has given up an order does not release it: the original claims it again', () => {
    for (const current of [
      { is: 'starting', order: orderOf() },
      { is: 'away', order: sentOrderOf(), again: false },
      { is: 'open', order: sentOrderOf() },
    ] as const) {
      const { store, log } = createStore(stateWith({ current }));
      store.receive({ released: 'k1' });
      expect(log, current.is).to.include('claim k1');
      expect(store.state.current.is).to.equal(current.is);
    }
  });

  it('ends with the original, and reads the debts', () => {
    const { store, log } = createStore(OPEN);
    store.receive({ released: 'k1', ended: true });
    expect(store.state.current.is).to.equal('idle');
    expect(log).to.include('refreshFees').and.not.to.include('claim k1');
  });

  it('an order that cannot have been paid may go on in the copy', () => {
    const starting = createStore(stateWith({ current: { is: 'starting', order: orderOf() } }));
    starting.store.dispatch({ type: 'refused', key: 'k1', reason: 'lost' });
    expect(starting.log).to.include('release k1');
    const away = { is: 'away', order: sentOrderOf(), again: false } as const;
    const blocked = createStore(stateWith({ current: away }));
    blocked.store.dispatch({ type: 'navigationBlocked' });
    expect(blocked.log).to.include('release k1');
  });

  it('follows the original where that has been paid, and does not release it', () => {
    const { store, log } = createStore(OPEN);
    const paid = { ...CLAIM, key: 'k1', until: NOW + ACCEPTED_LIFETIME, inProgress: false };
    store.receive({ claim: paid });
    expect(store.state.current.is).to.equal('idle');
    expect(store.state.otherClaims).to.deep.equal([paid]);
    expect(log).not.to.include('release k1, ended');
  });

  it('an order that ended here and was begun again there is claimed there', () => {
    const { store, log } = createStore(OPEN);
    store.dispatch({ type: 'returned', orderId: 'L-1', result: 'cancelled' });
    store.receive({ claim: { ...CLAIM, key: 'k1' } });
    log.length = 0;
    store.receive({ claim: { ...CLAIM, key: 'k1' }, relayed: true });
    expect(log).not.to.include('release k1');
    expect(store.state.otherClaims.map(({ key }) => key)).to.deep.equal(['k1']);
  });
});

describe('CONTRACT 6: the browser returns to another tab', () => {
  const RETURNED = { orderId: 'L-1', result: 'accepted' };

  it('which asks the others, and says a sentence that claims nothing', () => {
    const { store, log } = createStore();
    store.open(RETURNED);
    expect(log).to.include('returned');
    expect(store.state.notices.map(({ is }) => is)).to.deep.equal(['unknown']);
    expect(log.at(-1), 'last').to.equal('hello');
  });

  it('the tab that knows the order believes it, and answers with the order', () => {
    const { store, log } = createStore(OPEN);
    store.receive({ returned: RETURNED });
    expect(store.state.accepted.map(({ order }) => order.id)).to.deep.equal(['L-1']);
    expect(log).to.include('order');
    log.length = 0;
    store.receive({ returned: RETURNED });
    expect(log, 'also later').to.include('order');
    expect(store.state.accepted).to.have.length(1);
  });

  it('no other tab answers', () => {
    const requested = stateWith({ current: { is: 'requested', order: orderOf({ id: 'L-1' }) } });
    for (const state of [INITIAL_STATE, requested]) {
      const { store, log } = createStore(state);
      store.receive({ returned: { ...RETURNED, orderId: 'L-2' } });
      expect(log).to.be.empty;
      expect(store.state.notices).to.be.empty;
    }
  });

  it('which then shows the same, as its own patron’s', () => {
    const { store } = createStore({ ...INITIAL_STATE, patron: 'astrid' });
    store.open(RETURNED);
    store.receive({ order: sentOrderOf({ id: 'L-2' }) });
    expect(store.state.accepted, 'another order').to.be.empty;
    store.receive({ order: sentOrderOf({ patron: 'a label of that tab' }) });
    expect(store.state.accepted.map(({ order }) => order.patron)).to.deep.equal(['astrid']);
    expect(store.state.notices).to.be.empty;
  });

  it('an order that was not asked for is ignored', () => {
    const { store } = createStore();
    store.receive({ order: sentOrderOf() });
    expect(store.state).to.deep.equal(INITIAL_STATE);
  });

  it('a known return asks nobody', () => {
    const { store, log } = createStore(OPEN);
    store.open(RETURNED);
    expect(log).not.to.include('returned');
  });
});

describe('CONTRACT 6: which claims are repeated', () => {
  const former = claimOf({ key: 'k7', inProgress: false, afterPatronChange: 'paying' });
  const paidAs = (key: string, id: string) => ({
    is: 'accepted' as const,
    order: sentOrderOf({ key, id }),
    at: NOW,
    watched: false,
    pending: ['1'],
  });

  it('an order of this tab that has ended is not locked again by an earlier patron’s claim', () => {
    const { store, log } = createStore({ ...INITIAL_STATE, ended: ['k7'] });
    store.receive({ claim: former });
    expect(log).to.deep.equal(['release k7']);
    expect(store.state.otherClaims).to.be.empty;
  });

  it('to a new tab, the claims of an earlier patron once', () => {
    const { store, log } = createStore(stateWith({ otherClaims: [former, CLAIM] }));
    store.receive({ hello: true });
    expect(log).to.deep.equal(['claim k7', 'relay k9']);
  });

  it('of the order that a copy has released, and of no other', () => {
    const accepted = [paidAs('k1', 'L-1'), paidAs('k2', 'L-2')];
    const { store, log } = createStore(stateWith({ accepted }));
    store.receive({ released: 'k1' });
    expect(log.filter((entry) => entry.startsWith('claim'))).to.deep.equal(['claim k1']);
  });

  it('an order ends while another one is requested', () => {
    const current = { is: 'requested', order: orderOf({ key: 'k5' }) } as const;
    const { store, log } = createStore(stateWith({ current, accepted: [paidAs('k1', 'L-1')] }));
    const read = { source: '/fees', debts: new Map(), complete: true };
    store.dispatch({ type: 'debtsRead', read });
    expect(log).to.include('release k1, ended');
  });
});
