import { html, nothing, type TemplateResult } from 'lit/html.js';
import {
  elsewhereAt,
  openAt,
  OPEN_FOR,
  resumingIn,
  type Accepted,
  type Refusal,
  type Till,
  type Told,
} from '../payment/till.js';
import { amountOf } from '../payment/order.js';
import { receiptView } from './receipt-view.js';
import { isLoggedOut, type Scene } from './scene.js';

const box = (kind: string, text: string, rest: unknown = nothing) =>
  html`<div part=${`payment payment-${kind}`}>
    <p>${text}</p>
    ${rest}
  </div>`;

/** Why the last payment was not started. */
const refusalOf = ({ told }: Till): Refusal | undefined => {
  const refused = told.find((one) => !('order' in one));
  return refused?.is as Refusal | undefined;
};

const loginView = (refused: Refusal | undefined) =>
  refused === 'login' ? html`<slot name="login"></slot>` : nothing;

/** The payment that nobody knows the end of, with the way to go on with it. */
function openView(scene: Scene): TemplateResult | undefined {
  const { till, now, voice, phase } = scene;
  const going = resumingIn(till);
  const order = going ?? openAt(till, now);
  if (!order) return undefined;
  // Where going on has failed, why is not said: what would be said of a new payment does not hold for this one.
  const refused = refusalOf(till);
  const ended = phase === 'after';
  const variant = refused === 'paid' ? 'paid' : ended ? 'ended' : refused && 'stuck';
  const text = voice.say(
    'pay.open',
    {
      amount: voice.money(amountOf(order)),
      time: voice.clock(order.at + OPEN_FOR),
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
              @click=${scene.resume}
            >
              ${voice.say(going ? 'pay.starting' : 'pay.continue')}
            </button>
          </div>`;
  return box('open', text, button);
}

/** That another tab pays. */
function elsewhereView({ till, now, voice }: Scene): TemplateResult | undefined {
  const claim = elsewhereAt(till, now);
  if (!claim && refusalOf(till) !== 'elsewhere') return undefined;
  const time = voice.clock(claim?.until ?? now + OPEN_FOR);
  return box('elsewhere', voice.say('pay.elsewhere', { time }));
}

function refusedView({ till, voice }: Scene): TemplateResult | undefined {
  const is = refusalOf(till);
  return is && is !== 'elsewhere' ? box(is, voice.say(`pay.${is}`), loginView(is)) : undefined;
}

/** What the patron must know of starting a payment, where the pay button is or would be (CONTRACT 6). */
export function startingView(scene: Scene): TemplateResult {
  // Whoever is not logged in may not see what was paid, or begun, when somebody was.
  const waiting = isLoggedOut(scene) ? undefined : (openView(scene) ?? elsewhereView(scene));
  return html`<div role="status">${waiting}</div>
    <div role="alert">${waiting ? nothing : refusedView(scene)}</div>`;
}

function toldView(told: Told, scene: Scene): unknown {
  if (!('order' in told)) return nothing;
  const { is, order } = told;
  if (is === 'receipt') return receiptView(told, scene);
  const said = box(is, scene.voice.say(`pay.${is}`, { order: order.id }));
  return is === 'partly' ? [said, receiptView(told, scene)] : said;
}

function acceptedView({ order, watched }: Accepted, { voice }: Scene): TemplateResult {
  const kind = watched ? 'registering' : 'received';
  const values = { amount: voice.money(amountOf(order)), order: order.id };
  return box(kind, voice.say(`pay.${kind}`, values));
}

/** What has become of payments, before everything else: whether the patron has paid. */
export function resultsView(scene: Scene): TemplateResult {
  const { told, accepted } = scene.till;
  const results = [
    told.map((one) => toldView(one, scene)),
    accepted.map((one) => acceptedView(one, scene)),
  ];
  return html`<div role="status" part="results">${isLoggedOut(scene) ? nothing : results}</div>`;
}
