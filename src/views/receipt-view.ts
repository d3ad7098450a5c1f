import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Line } from '../payment/order.js';
import type { Outcome } from '../payment/till.js';
import { dayInCopenhagen } from '../units/copenhagen.js';
import { heading } from './heading.js';
import type { Scene } from './scene.js';

function lineView({ type, createdOn, amount }: Line, { voice }: Scene): TemplateResult {
  const created = createdOn && voice.text('debt.created', { date: voice.date(createdOn) });
  return html`<li part="receipt-line">
    <span>${[voice.text(`debt.${type}`), created].filter(Boolean).join(' · ')}</span>
    <span>${voice.amount(amount)}</span>
  </li>`;
}

/** What was paid, when and by which order; it can be printed, from a web page. */
export function receiptView({ order, amount, at }: Outcome, scene: Scene): TemplateResult {
  const { voice, configuration, print } = scene;
  const { headingLevel, channel } = configuration.settings;
  const day = voice.date(dayInCopenhagen(at));
  const id = `receipt-${order.key}`;
  return html`<section part="receipt" aria-labelledby=${id}>
    ${heading(headingLevel + 1, 'section-heading', html`<span id=${id}>${voice.text('receipt.heading')}</span>`)}
    <p part="receipt-text">${voice.text('receipt.paid', { amount: voice.amount(amount) })}</p>
    <p part="receipt-fact">${voice.text('receipt.order')}: <b>${order.id}</b></p>
    <p part="receipt-fact">${voice.text('receipt.date')}: <b>${day}</b></p>
    <ul part="receipt-list" role="list">
      ${order.lines.map((line) => lineView(line, scene))}
    </ul>
    <p part="subtotal">${voice.text('subtotal', { amount: voice.amount(amount) })}</p>
    ${
      channel === 'cms'
        ? html`<div part="actions">
            <button type="button" part="action print-button" @click=${print}>
              ${voice.text('receipt.print')}
            </button>
          </div>`
        : nothing
    }
  </section>`;
}
