import { expect } from '@open-wc/testing';
import type { Order } from '../../src/payment/order.js';
import { step, type Happening } from '../../src/payment/step.js';
import { TillKeeper } from '../../src/payment/till-keeper.js';
import {
  ACCEPTED_FOR,
  claimsOf,
  elsewhereAt,
  locksAt,
  NOTHING,
  OPEN_FOR,
  openAt,
  rememberedOf,
  resumed,
  resumingIn,
  type Claim,
  type Lock,
  type Sent,
  type Till,
} from '../../src/payment/till.js';
import type { Ore } from '../../src/units/ore.js';

const NOW = Date.UTC(2026, 10, 22);

const order = (different: Partial<Order> = {}, feeIds = ['1', '2']): Order => ({
  key: 'k1',
  lines: feeIds.map((feeId) => ({ feeId, amount: 7000 as Ore, type: 'fee' })),
  source: '/fees',
  returnUrl: '/',
  language: 'da',
  channel: 'app',
  at: NOW,
  ...different,
});
const sent = (different: Partial<Order> = {}, feeIds?: string[]): Sent => ({
  id: 'L-1',
  ...order(different, feeIds),
});

const claim = (different: Partial<Claim> = {}): Claim => ({
  key: 'k9',
  feeIds: ['9'],
  until: NOW + 1000,
  going: true,
  sent: true,
  failed: [],
  ...different,
});

const till = (different: Partial<Till>): Till => ({ ...NOTHING, ...different });

const ACCEPTED = {
  order: sent({ key: 'k0' }, ['3', '4']),
  at: NOW,
  watched: true,
  pending: ['4'],
} as const;
const RECEIPT = { is: 'receipt', order: sent(), amount: 14_000 as Ore, at: NOW } as const;

/** Each state of the till, and what is kept from the next patron in it: until when. */
const STATES: Record<string, readonly [Till, Lock | undefined]> = {
  free: [NOTHING, undefined],
  // Nobody has been sent to pay what the host is only being asked for.
  starting: [till({ current: { is: 'starting', order: order() } }), undefined],
  asked: [till({ current: { is: 'asked', order: order() } }), undefined],
  'starting again': [till({ current: { is: 'starting', order: sent() } }), 'paying'],
  away: [till({ current: { is: 'away', order: sent(), again: false } }), 'paying'],
  'away again': [till({ current: { is: 'away', order: sent(), again: true } }), 'paying'],
  open: [till({ current: { is: 'open', order: sent() } }), 'paying'],
  accepted: [
    till({ accepted: [{ ...ACCEPTED, order: sent(), pending: ['1', '2'] }] }),
    'registering',
  ],
};

const CHANGED: Happening = { is: 'patron' };
const changed = (before: Till, now = NOW): Till => step(before, CHANGED, now).till;

const start = (feeIds: string[], at = NOW): Happening => ({
  is: 'start',
  order: order({ key: 'k2', at }, feeIds),
});

/** `1 paying, 2 paying` */
const locksIn = (after: Till, now = NOW): string =>
  [...locksAt(after, now)].map(([feeId, lock]) => `${feeId} ${lock}`).join(', ');

const written = (before: Till): Till =>
  resumed(JSON.parse(JSON.stringify(rememberedOf(before) ?? NOTHING)), NOW);

describe('CONTRACT 7: the token changes hands', () => {
  for (const [state, [before, lock]] of Object.entries(STATES)) {
    describe(state, () => {
      const told: Till = { ...before, told: [{ is: 'lost' }, RECEIPT] };
      const after = changed(told);

      it('nothing is told, shown or gone on with', () => {
        expect(after.told).to.deep.equal([]);
        expect(after.current).to.deep.equal({ is: 'free' });
        expect(after.accepted).to.deep.equal([]);
        expect(openAt(after, NOW)).to.be.undefined;
        expect(resumingIn(after)).to.be.undefined;
        expect(elsewhereAt(after, NOW), 'nor said to be another tab’s').to.be.undefined;
        expect(step(told, CHANGED, NOW).deed, 'nor done').to.be.undefined;
        expect(JSON.stringify(after)).not.to.match(/L-1|amount|order/);
      });

      it('another’s payment can start', () => {
        const next = step(after, start(['7']), NOW);
        expect([next.till.current.is, next.deed]).to.deep.equal(['starting', 'ask']);
        expect(next.till.current).to.have.nested.property('order.key', 'k2');
      });

      const kept = lock && `1 ${lock}, 2 ${lock}`;
      it(kept ? `its own debts are locked: ${kept}` : 'no debt is locked', () => {
        expect(locksIn(after)).to.equal(kept ?? '');
        for (const feeIds of [['1'], ['2', '7']]) {
          const next = step(after, start(feeIds), NOW);
          if (kept) {
            expect(next.till.current.is).to.equal('free');
            expect(next.till.told).to.deep.equal([{ is: 'paying' }]);
          } else expect(next.deed).to.equal('ask');
        }
      });

      if (lock) {
        const end = NOW + (lock === 'paying' ? OPEN_FOR : ACCEPTED_FOR);
        it('until the claim ends, and no longer', () => {
          expect(locksIn(after, end - 1)).to.equal(kept);
          expect(locksIn(after, end)).to.equal('');
          expect(step(after, start(['1', '2'], end), end).deed).to.equal('ask');
          expect(step(after, { is: 'time passes' }, end).till).to.deep.equal(NOTHING);
        });

        it('while the next one pays, too', () => {
          const { till: paying } = step(after, start(['7']), NOW);
          const { till: away } = step(paying, { is: 'answered', key: 'k2', id: 'L-2' }, NOW);
          for (const each of [paying, away]) expect(locksIn(each)).to.equal(kept);
          const { till: free } = step(away, { is: 'returned', id: 'L-2', result: 'failed' }, NOW);
          expect(locksIn(free)).to.equal(kept);
        });
      }

      it('what comes of it later is not heard: neither an answer, nor a return', () => {
        for (const late of [
          { is: 'answered', key: 'k1', id: 'L-1' },
          { is: 'refused', key: 'k1', because: 'paid' },
          { is: 'returned', id: 'L-1', result: 'accepted' },
          { is: 'returned', id: 'L-1', result: 'cancelled' },
          { is: 'back' },
          { is: 'continue' },
          { is: 'watched' },
          { is: 'logged out' },
          { is: 'seen', seen: { source: '/fees', debts: new Map(), complete: true } },
        ] as const satisfies readonly Happening[]) {
          const next = step(after, late, NOW);
          expect(next.till.told, late.is).to.deep.equal([]);
          expect(next.till.current.is, late.is).to.equal('free');
          expect(next.till.accepted, late.is).to.deep.equal([]);
          expect(next.deed, late.is).to.be.undefined;
        }
      });

      it('it survives a reload', () => {
        expect(locksIn(written(after))).to.equal(kept ?? '');
        expect(written(after).current.is).to.equal('free');
        expect(
          rememberedOf(after) === undefined,
          'nothing is left where nothing is locked',
        ).to.equal(!lock);
      });

      it('and hands that change once more, and a reload between them', () => {
        for (const twice of [changed(after), changed(written(after)), written(changed(after))]) {
          expect(locksIn(twice)).to.equal(kept ?? '');
          expect(twice.others).to.deep.equal(after.others);
        }
      });

      it('the other tabs are told', () => {
        const heard: object[] = [];
        let written: Till | undefined;
        const keeper = new TillKeeper(before, {
          now: () => NOW,
          remember: (now) => {
            written = now;
            return true;
          },
          tellOthers: (message) => heard.push(message),
          ask: () => undefined,
          go: () => undefined,
          read: () => undefined,
          show: () => undefined,
        });
        keeper.happen(CHANGED);
        expect(written, 'and the tab’s next page').to.deep.equal(keeper.till);
        const [message, ...others] = heard as { claim?: Claim; released?: string }[];
        expect(others).to.deep.equal([]);
        if (lock) {
          expect(message?.claim).to.deep.include({ key: 'k1', feeIds: ['1', '2'], going: false });
        } else if (before.current.is !== 'free') expect(message).to.deep.equal({ released: 'k1' });
        else expect(message).to.be.undefined;
        keeper.happen(CHANGED);
        expect(heard.length, 'once').to.equal(message ? 1 : 0);
      });
    });
  }
});

describe('CONTRACT 7: the token changes hands, in the other tabs', () => {
  const [open] = STATES['open'] as readonly [Till, Lock];
  const [left] = claimsOf(changed(open)) as [Claim];
  const [going] = claimsOf(open) as [Claim];

  /** A tab that knew of the payment, and hears that it was left. */
  const other = step(
    step(NOTHING, { is: 'heard', claim: going }, NOW).till,
    { is: 'heard', claim: left },
    NOW,
  ).till;

  it('nobody is said to pay any more, and those debts stay locked', () => {
    expect(elsewhereAt(other, NOW)).to.be.undefined;
    expect(locksIn(other)).to.equal('1 paying, 2 paying');
    expect(step(other, start(['7']), NOW).deed).to.equal('ask');
    expect(step(other, start(['1']), NOW).deed).to.equal('read');
  });

  it('what is told late, that it was going, is not believed over it', () => {
    const late = step(other, { is: 'heard', claim: going }, NOW).till;
    expect(elsewhereAt(late, NOW)).to.be.undefined;
    expect(locksIn(late)).to.equal('1 paying, 2 paying');
  });

  it('what other tabs are paying locks its debts, and keeps nobody from paying others', () => {
    const others = [claim(), claim({ key: 'k8', feeIds: ['8'], going: false })];
    const after = changed(till({ others }));
    expect(after.others.map(({ key }) => key)).to.deep.equal(['k9', 'k8']);
    expect(elsewhereAt(after, NOW)).to.be.undefined;
    expect(locksIn(after)).to.include('8 registering').and.to.include('9 registering');
    expect(step(after, start(['7']), NOW).deed).to.equal('ask');
  });

  it('whose till it is, is remembered where the app says so', () => {
    const asAstrid = step(till({ accepted: [ACCEPTED] }), { is: 'patron', patron: 1 }, NOW).till;
    expect(asAstrid.accepted).to.deep.equal([ACCEPTED]);
    const next = resumed(rememberedOf(asAstrid) ?? NOTHING, NOW);
    expect(step(next, { is: 'patron', patron: 1 }, NOW).till).to.deep.equal(next);
    const asBo = step(next, { is: 'patron', patron: 2 }, NOW).till;
    expect([asBo.accepted, asBo.told, asBo.patron]).to.deep.equal([[], [], 2]);
    expect(locksIn(asBo)).to.include('registering');
  });

  it('several orders: each of them, once', () => {
    const before = till({
      current: { is: 'open', order: sent() },
      accepted: [ACCEPTED],
      others: [claim()],
    });
    const after = changed(changed(before));
    expect(after.others.map(({ key }) => key).sort()).to.deep.equal(['k0', 'k1', 'k9']);
    expect(locksIn(after)).to.include('4 registering').and.to.include('1 paying');
    expect(locksIn(after), 'registered already').not.to.include('3');
  });

  it('a debt whose payment has failed before this one is remembered to have', () => {
    const lines = order().lines.map((line) => ({ ...line, failed: line.feeId === '2' }));
    const after = changed(till({ current: { is: 'open', order: sent({ lines }) } }));
    expect(after.others[0]?.failed).to.deep.equal(['2']);
  });

  it('where the host says that it has failed, it is locked no longer', () => {
    const failed: Happening = {
      is: 'seen',
      seen: {
        source: '/fees',
        debts: new Map([
          ['1', 'failed'],
          ['2', undefined],
        ]),
        complete: true,
      },
    };
    expect(locksIn(step(changed(open), failed, NOW).till)).to.equal('2 paying');
  });
});
