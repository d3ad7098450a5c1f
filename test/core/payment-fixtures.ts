import type { Claim } from '../../src/payment/core/claims.js';
import type { Order, SentOrder } from '../../src/payment/core/order.js';
import { INITIAL_STATE, type PaymentState } from '../../src/payment/core/state.js';
import type { Ore } from '../../src/util/ore.js';

export const NOW = Date.UTC(2026, 10, 22);
export const MINUTE = 60_000;

/** An order for these debts, of 70,00 kr. each. */
export const orderOf = (different: Partial<Order> = {}, feeIds = ['1', '2']): Order => ({
  key: 'k1',
  lines: feeIds.map((feeId) => ({ feeId, amount: 7000 as Ore, type: 'fee' })),
  sources: ['/fees'],
  paymentUrl: '',
  returnUrl: '/',
  language: 'da',
  channel: 'cms',
  requestedAt: NOW,
  ...different,
});

export const sentOrderOf = (different: Partial<Order> = {}, feeIds?: string[]): SentOrder => ({
  id: 'L-1',
  ...orderOf(different, feeIds),
});

/** A claim of another tab. */
export const claimOf = (different: Partial<Claim> = {}): Claim => ({
  key: 'k9',
  feeIds: ['9'],
  until: NOW + 1000,
  inProgress: true,
  sent: true,
  failed: [],
  ...different,
});

export const stateWith = (different: Partial<PaymentState>): PaymentState => ({
  ...INITIAL_STATE,
  ...different,
});
