import { html, nothing, type TemplateResult } from 'lit';
import type { OrderLine } from '../payment/core/order.js';
import type { Outcome } from '../payment/core/state.js';
import { dayInCopenhagen } from '../util/time.js';
import { actionsView, buttonView, heading, joinParts } from './shared.js';
import type { ViewModel } from './view-model.js';

function lineView({ type, createdOn, amount }: OrderLine, { text, money, dayOf }: ViewModel): TemplateResult {
  const created = createdOn && text('debt.created', { date: dayOf(createdOn) });
  return html`<li part="receipt-line">
    <span>${joinParts(text(`debt.${type}`), created)}</span>
    <span>${money(amount)}</span>
  </li>`;
}

/** What was paid, when, and the order number. A web page can print it. */
export function receiptView({ order, amount, at }: Outcome, view: ViewModel): TemplateResult {
  const { text, money, dayOf, settings } = view;
  const { headingLevel, channel } = settings;
  const day = dayOf(dayInCopenhagen(at));
  const id = `receipt-${order.key}`;
  return html`<section part="receipt" class="box" aria-labelledby=${id}>
    ${heading(headingLevel + 1, 'section-heading', text('receipt.heading'), id)}
    <p part="receipt-text">${text('receipt.paid', { amount: money(amount) })}</p>
    <p part="receipt-fact">${text('receipt.order')}: <b>${order.id}</b></p>
    <p part="receipt-fact">${text('receipt.date')}: <b>${day}</b></p>
    <ul part="receipt-list" role="list">
      ${order.lines.map((line) => lineView(line, view))}
    </ul>
    <p part="subtotal">${text('subtotal', { amount: money(amount) })}</p>
    ${
      // An app's webview cannot print, and some browsers cannot.
      channel === 'cms' && typeof print === 'function'
        ? actionsView(buttonView('print-button', text('receipt.print'), () => print()))
        : nothing
    }
  </section>`;
}
