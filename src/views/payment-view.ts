import { html, nothing, type TemplateResult } from 'lit/html.js';
import { elsewhereAt, openAt, OPEN_FOR, type Accepted, type Told } from '../payment/till.js';
import { amountOf } from '../payment/order.js';
import { receiptView } from './receipt-view.js';
import type { Scene } from './scene.js';

const box = (kind: string, text: string, rest: unknown = nothing, role = 'status') =>
  html`<div part="payment payment-${kind}" role=${role}>
    <p>${text}</p>
    ${rest}
  </div>`;

/** The payment that nobody knows the end of, with the way to go on with it. */
function openView(scene: Scene): TemplateResult | typeof nothing {
  const { till, now, voice, phase } = scene;
  const order = openAt(till, now);
  if (!order) return nothing;
  // Where going on has failed, why is not said: what would be said of a new payment does not hold for this one.
  const stuck = till.told.length > 0 && 'stuck';
  const values = {
    amount: voice.amount(amountOf(order)),
    time: voice.clock(order.at + OPEN_FOR),
  };
  const button =
    phase === 'after'
      ? nothing
      : html`<div part="actions">
          <button type="button" part="action continue-button" @click=${scene.resume}>
            ${voice.text('pay.continue')}
          </button>
        </div>`;
  return box('open', voice.text('pay.open', values, stuck), button);
}

/** What the patron must know of starting a payment, where the pay button is or would be (CONTRACT 6). */
export function startingView(scene: Scene): TemplateResult | typeof nothing {
  const { till, now, voice } = scene;
  if (openAt(till, now)) return openView(scene);
  const elsewhere = elsewhereAt(till, now);
  const [told] = till.told;
  if (elsewhere || told?.is === 'elsewhere') {
    const time = voice.clock(elsewhere?.until ?? now + OPEN_FOR);
    return box('elsewhere', voice.text('pay.elsewhere', { time }));
  }
  if (!told || 'order' in told) return nothing;
  const login = told.is === 'login' ? html`<slot name="login"></slot>` : nothing;
  return box(told.is, voice.text(`pay.${told.is}`), login, 'alert');
}

function toldView(told: Told, scene: Scene): unknown {
  if (!('order' in told)) return nothing;
  if (told.is === 'receipt') return receiptView(told, scene);
  return box(told.is, scene.voice.text(`pay.${told.is}`, { order: told.order.id }));
}

function acceptedView({ order, watched }: Accepted, { voice }: Scene): TemplateResult {
  const kind = watched ? 'registering' : 'received';
  const values = { amount: voice.amount(amountOf(order)), order: order.id };
  return box(kind, voice.text(`pay.${kind}`, values));
}

/** What has become of payments, before everything else: whether the patron has paid. */
export const resultsView = (scene: Scene): TemplateResult =>
  html`<div role="status">
    ${scene.till.told.map((told) => toldView(told, scene))}
    ${scene.till.accepted.map((accepted) => acceptedView(accepted, scene))}
  </div>`;
