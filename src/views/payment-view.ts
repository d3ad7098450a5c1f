import { html, nothing, type TemplateResult } from 'lit';
import { openOrderAt, otherTabClaimAt, resumingOrder } from '../payment/core/selectors.js';
import {
  ORDER_LIFETIME,
  type AcceptedOrder,
  type Notice,
  type PaymentState,
  type Refusal,
} from '../payment/core/state.js';
import { amountOf } from '../payment/core/order.js';
import { receiptView } from './receipt-view.js';
import { isLoggedOut, type ViewModel } from './view-model.js';

const box = (kind: string, text: string, rest: unknown = nothing) =>
  html`<div part=${`payment payment-${kind}`}>
    <p>${text}</p>
    ${rest}
  </div>`;

/** Why the last payment was not started. */
const refusalOf = ({ notices }: PaymentState): Refusal | undefined => {
  const refused = notices.find((one) => !('order' in one));
  return refused?.is as Refusal | undefined;
};

const loginView = (refused: Refusal | undefined) =>
  refused === 'login' ? html`<slot name="login"></slot>` : nothing;

/** The payment that nobody knows the end of, with the way to go on with it. */
function openView(view: ViewModel): TemplateResult | undefined {
  const { payment, now, i18n, phase } = view;
  const going = resumingOrder(payment);
  const order = going ?? openOrderAt(payment, now);
  if (!order) return undefined;
  // Where going on has failed, why is not said: what would be said of a new payment does not hold for this one.
  const refused = refusalOf(payment);
  const ended = phase === 'after';
  const variant = refused === 'paid' ? 'paid' : ended ? 'ended' : refused && 'stuck';
  const text = i18n.text(
    'pay.open',
    {
      amount: i18n.money(amountOf(order)),
      time: i18n.clock(order.requestedAt + ORDER_LIFETIME),
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

/** That another tab pays. */
function elsewhereView({ payment, now, i18n }: ViewModel): TemplateResult | undefined {
  const claim = otherTabClaimAt(payment, now);
  if (!claim && refusalOf(payment) !== 'elsewhere') return undefined;
  const time = i18n.clock(claim?.until ?? now + ORDER_LIFETIME);
  return box('elsewhere', i18n.text('pay.elsewhere', { time }));
}

function refusedView({ payment, i18n }: ViewModel): TemplateResult | undefined {
  const is = refusalOf(payment);
  return is && is !== 'elsewhere' ? box(is, i18n.text(`pay.${is}`), loginView(is)) : undefined;
}

/** What the patron must know of starting a payment, where the pay button is or would be (CONTRACT 6). */
export function startingView(view: ViewModel): TemplateResult {
  // Whoever is not logged in may not see what was paid, or begun, when somebody was.
  const waiting = isLoggedOut(view) ? undefined : (openView(view) ?? elsewhereView(view));
  return html`<div role="status">${waiting}</div>
    <div role="alert">${waiting ? nothing : refusedView(view)}</div>`;
}

function toldView(notice: Notice, view: ViewModel): unknown {
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

/** What has become of payments, before everything else: whether the patron has paid. */
export function resultsView(view: ViewModel): TemplateResult {
  const { notices, accepted } = view.payment;
  const results = [
    notices.map((one) => toldView(one, view)),
    accepted.map((one) => acceptedView(one, view)),
  ];
  return html`<div role="status" part="results">${isLoggedOut(view) ? nothing : results}</div>`;
}
