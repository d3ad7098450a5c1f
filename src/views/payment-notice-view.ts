import { html, nothing, type TemplateResult } from 'lit';
import { isBusy, openOrderAt, otherTabClaimAt } from '../payment/core/selectors.js';
import type { AcceptedOrder, Notice, PaymentState, Refused } from '../payment/core/state.js';
import { amountOf, endOf } from '../payment/core/order.js';
import { dayInCopenhagen } from '../util/time.js';
import { receiptView } from './receipt-view.js';
import { actionsView, buttonView } from './shared.js';
import { isLoggedOut, type ViewModel } from './view-model.js';

const box = (kind: string, text: string, rest: unknown = nothing) =>
  html`<div part=${`payment payment-${kind}`} class="box notice">
    <p>${text}</p>
    ${rest}
  </div>`;

const refusalOf = ({ notices }: PaymentState) =>
  notices.find((one): one is Refused => !('order' in one) && one.is !== 'unknown');

const loginView = (refused: Refused['is'] | undefined) =>
  refused === 'login' ? html`<slot name="login"></slot>` : nothing;

/** "14.35", or "00.10 den 1. december" where that is not today. */
function timeOf(instant: number, { now, text, clock, dayOf }: ViewModel): string {
  const [day, today] = [dayInCopenhagen(instant), dayInCopenhagen(now)];
  const time = clock(instant);
  return day === today ? time : text('pay.timeOnDay', { time, date: dayOf(day, today) });
}

/** The payment whose result is not known, with a button to continue it. */
function openView(view: ViewModel): TemplateResult | undefined {
  const { payment, now, text, money, phase, continuePayment } = view;
  const order = openOrderAt(payment, now);
  const isResuming = isBusy(payment);
  if (!order) return undefined;
  // The texts of a refusal say that nothing was charged, which is not known of this payment.
  const refused = refusalOf(payment)?.is;
  const ended = phase === 'after';
  const variant = refused === 'paid' ? 'paid' : ended ? 'ended' : refused && 'stuck';
  const values = { amount: money(amountOf(order)), time: timeOf(endOf(order), view), order: order.id };
  const label = text(isResuming ? 'pay.starting' : 'pay.continue');
  const actions = [loginView(refused), actionsView(buttonView('continue-button', label, continuePayment, isResuming))];
  return box('open', text('pay.open', values, variant), ended || refused === 'paid' ? nothing : actions);
}

function elsewhereView(view: ViewModel): TemplateResult | undefined {
  const { payment, now, text } = view;
  const refused = refusalOf(payment);
  const other = otherTabClaimAt(payment, now) ?? (refused?.is === 'elsewhere' ? refused : undefined);
  return other && box('elsewhere', text('pay.elsewhere', { time: timeOf(other.until, view) }));
}

function refusedView(view: ViewModel): TemplateResult | undefined {
  const is = refusalOf(view.payment)?.is;
  const loggedOut = isLoggedOut(view);
  if (!is || is === 'elsewhere' || (loggedOut && is !== 'login')) return undefined;
  // Where the list needs a login, too, it has the link.
  return box(is, view.text(`pay.${is}`), loggedOut ? nothing : loginView(is));
}

/** Whether and why a payment cannot be started, near the pay button (CONTRACT 6). */
export function startingView(view: ViewModel): TemplateResult {
  // A patron who is not logged in must not see the payments of the last one.
  const waiting = isLoggedOut(view) ? undefined : (openView(view) ?? elsewhereView(view));
  return html`<div aria-live="polite" aria-atomic="true">${waiting}</div>
    <div aria-live="assertive" aria-atomic="true">${waiting ? nothing : refusedView(view)}</div>`;
}

function noticeView(notice: Notice, view: ViewModel): unknown {
  if (notice.is === 'unknown') return box('unknown', view.text('pay.unknown'));
  if (!('order' in notice)) return nothing;
  const { is, order } = notice;
  if (is === 'receipt') return receiptView(notice, view);
  const said = box(is, view.text(`pay.${is}`, { order: order.id }));
  return is === 'partly' ? [said, receiptView(notice, view)] : said;
}

function acceptedView({ order, watched }: AcceptedOrder, { text, money }: ViewModel): TemplateResult {
  const kind = watched ? 'registering' : 'received';
  return box(kind, text(`pay.${kind}`, { amount: money(amountOf(order)), order: order.id }));
}

export function resultsView(view: ViewModel): TemplateResult {
  const { notices, accepted } = view.payment;
  const results = [notices.map((one) => noticeView(one, view)), accepted.map((one) => acceptedView(one, view))];
  return html`<div part="results" aria-live="polite" aria-atomic="true">${isLoggedOut(view) ? nothing : results}</div>`;
}
