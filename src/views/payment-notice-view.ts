import { html, nothing, type TemplateResult } from 'lit';
import { openOrderAt, otherTabClaimAt, resumingOrder } from '../payment/core/selectors.js';
import {
  ORDER_LIFETIME,
  type AcceptedOrder,
  type Notice,
  type PaymentState,
  type Refusal,
} from '../payment/core/state.js';
import { amountOf, endOf } from '../payment/core/order.js';
import { dayInCopenhagen } from '../util/time.js';
import { receiptView } from './receipt-view.js';
import { isLoggedOut, type ViewModel } from './view-model.js';

const box = (kind: string, text: string, rest: unknown = nothing) =>
  html`<div part=${`payment payment-${kind}`}>
    <p>${text}</p>
    ${rest}
  </div>`;

/** Why the last payment was refused. */
const refusalOf = ({ notices }: PaymentState): Refusal | undefined => {
  const refused = notices.find((one) => !('order' in one) && one.is !== 'unknown');
  return refused?.is as Refusal | undefined;
};

const loginView = (refused: Refusal | undefined) => (refused === 'login' ? html`<slot name="login"></slot>` : nothing);

/** "14.35", or "00.10 den 1. december" where that is not today. */
function timeOf(instant: number, { now, i18n }: ViewModel): string {
  const [day, today] = [dayInCopenhagen(instant), dayInCopenhagen(now)];
  const time = i18n.clock(instant);
  return day === today ? time : i18n.text('pay.timeOnDay', { time, date: i18n.dayOf(day, today) });
}

/** The payment whose result is not known, with a button to continue it. */
function openView(view: ViewModel): TemplateResult | undefined {
  const { payment, now, i18n, phase } = view;
  const going = resumingOrder(payment);
  const order = going ?? openOrderAt(payment, now);
  if (!order) return undefined;
  // The texts of a refusal say that nothing was charged, which is not known of this payment.
  const refused = refusalOf(payment);
  const ended = phase === 'after';
  const variant = refused === 'paid' ? 'paid' : ended ? 'ended' : refused && 'stuck';
  const text = i18n.text(
    'pay.open',
    {
      amount: i18n.money(amountOf(order)),
      time: timeOf(endOf(order), view),
      order: order.id,
    },
    variant,
  );
  const button =
    ended || refused === 'paid'
      ? nothing
      : html`${loginView(refused)}
          <div part="actions">
            <button
              type="button"
              part="action continue-button"
              aria-disabled=${`${!!going}` as const}
              @click=${view.continuePayment}
            >
              ${i18n.text(going ? 'pay.starting' : 'pay.continue')}
            </button>
          </div>`;
  return box('open', text, button);
}

/** Says that another tab is paying. */
function elsewhereView(view: ViewModel): TemplateResult | undefined {
  const { payment, now, i18n } = view;
  const claim = otherTabClaimAt(payment, now);
  if (!claim && refusalOf(payment) !== 'elsewhere') return undefined;
  const time = timeOf(claim?.until ?? now + ORDER_LIFETIME, view);
  return box('elsewhere', i18n.text('pay.elsewhere', { time }));
}

function refusedView({ payment, i18n }: ViewModel): TemplateResult | undefined {
  const is = refusalOf(payment);
  return is && is !== 'elsewhere' ? box(is, i18n.text(`pay.${is}`), loginView(is)) : undefined;
}

/** Whether and why a payment cannot be started, near the pay button (CONTRACT 6). */
export function startingView(view: ViewModel): TemplateResult {
  // A patron who is not logged in must not see the payments of the last one.
  const waiting = isLoggedOut(view) ? undefined : (openView(view) ?? elsewhereView(view));
  return html`<div aria-live="polite" aria-atomic="true">${waiting}</div>
    <div aria-live="assertive" aria-atomic="true">${waiting ? nothing : refusedView(view)}</div>`;
}

function noticeView(notice: Notice, view: ViewModel): unknown {
  if (notice.is === 'unknown') return box('unknown', view.i18n.text('pay.unknown'));
  if (!('order' in notice)) return nothing;
  const { is, order } = notice;
  if (is === 'receipt') return receiptView(notice, view);
  const said = box(is, view.i18n.text(`pay.${is}`, { order: order.id }));
  return is === 'partly' ? [said, receiptView(notice, view)] : said;
}

function acceptedView({ order, watched }: AcceptedOrder, { i18n }: ViewModel): TemplateResult {
  const kind = watched ? 'registering' : 'received';
  const values = { amount: i18n.money(amountOf(order)), order: order.id };
  return box(kind, i18n.text(`pay.${kind}`, values));
}

/** The results of payments. */
export function resultsView(view: ViewModel): TemplateResult {
  const { notices, accepted } = view.payment;
  const results = [notices.map((one) => noticeView(one, view)), accepted.map((one) => acceptedView(one, view))];
  return html`<div part="results" aria-live="polite" aria-atomic="true">${isLoggedOut(view) ? nothing : results}</div>`;
}
