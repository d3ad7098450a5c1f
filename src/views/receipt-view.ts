import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Line } from '../payment/order.js';
import type { Outcome } from '../payment/till.js';
import { dayInCopenhagen } from '../units/copenhagen.js';
import { heading } from './heading.js';
import type { Scene } from './scene.js';
import { sentence } from './sentence.js';

function lineView({ type, createdOn, amount }: Line, { voice }: Scene): TemplateResult {
  const created = createdOn && voice.say('debt.created', { date: voice.dayOf(createdOn) });
  return html`<li part="receipt-line">
    <span>${sentence(voice.say(`debt.${type}`), created)}</span>
    <span>${voice.money(amount)}</span>
  </li>`;
}

/** What was paid, when and by which order; it can be printed, from a web page. */
export function receiptView({ order, amount, at }: Outcome, scene: Scene): TemplateResult {
  const { voice, settings, print } = scene;
  const { headingLevel, channel } = settings;
  const day = voice.dayOf(dayInCopenhagen(at));
  const id = `receipt-${order.key}`;
  return html`<section part="receipt" aria-labelledby=${id}>
    ${heading(headingLevel + 1, 'section-heading', html`<span id=${id}>${voice.say('receipt.heading')}</span>`)}
    <p part="receipt-text">${voice.say('receipt.paid', { amount: voice.money(amount) })}</p>
    <p part="receipt-fact">${voice.say('receipt.order')}: <b>${order.id}</b></p>
    <p part="receipt-fact">${voice.say('receipt.date')}: <b>${day}</b></p>
    <ul part="receipt-list" role="list">
      ${order.lines.map((line) => lineView(line, scene))}
    </ul>
    <p part="subtotal">${voice.say('subtotal', { amount: voice.money(amount) })}</p>
    ${
      channel === 'cms'
        ? html`<div part="actions">
            <button type="button" part="action print-button" @click=${print}>
              ${voice.say('receipt.print')}
            </button>
          </div>`
        : nothing
    }
  </section>`;
}
