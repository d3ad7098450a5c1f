import { html, nothing, type TemplateResult } from 'lit';
import type { OrderLine } from '../payment/core/order.js';
import type { Outcome } from '../payment/core/state.js';
import { dayInCopenhagen } from '../util/time.js';
import { actionsView, buttonView, heading, joinParts } from './shared.js';
import type { ViewModel } from './view-model.js';

function lineView({ type, createdOn, amount }: OrderLine, { i18n }: ViewModel): TemplateResult {
  const created = createdOn && i18n.text('debt.created', { date: i18n.dayOf(createdOn) });
  return html`<li part="receipt-line">
    <span>${joinParts(i18n.text(`debt.${type}`), created)}</span>
    <span>${i18n.money(amount)}</span>
  </li>`;
}

/** What was paid, when, and the order number. A web page can print it. */
export function receiptView({ order, amount, at }: Outcome, view: ViewModel): TemplateResult {
  const { i18n, settings } = view;
  const { headingLevel, channel } = settings;
  const day = i18n.dayOf(dayInCopenhagen(at));
  const id = `receipt-${order.key}`;
  return html`<section part="receipt" class="box" aria-labelledby=${id}>
    ${heading(headingLevel + 1, 'section-heading', i18n.text('receipt.heading'), id)}
    <p part="receipt-text">${i18n.text('receipt.paid', { amount: i18n.money(amount) })}</p>
    <p part="receipt-fact">${i18n.text('receipt.order')}: <b>${order.id}</b></p>
    <p part="receipt-fact">${i18n.text('receipt.date')}: <b>${day}</b></p>
    <ul part="receipt-list" role="list">
      ${order.lines.map((line) => lineView(line, view))}
    </ul>
    <p part="subtotal">${i18n.text('subtotal', { amount: i18n.money(amount) })}</p>
    ${
      // An app's webview cannot print, and some browsers cannot.
      channel === 'cms' && 'print' in globalThis
        ? actionsView(buttonView('print-button', i18n.text('receipt.print'), () => print()))
        : nothing
    }
  </section>`;
}
