import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Debt } from '../debts/debt.js';
import type { SystemOverview } from '../debts/overview.js';
import { sumOfDebts, type WayToPay } from '../payment/ways-to-pay.js';
import { feeIdsOf } from '../payment/order.js';
import { isBusy } from '../payment/till.js';
import { linkView } from './link-view.js';
import type { Scene } from './scene.js';

/** What to do where nothing can be done here (CONTRACT 4: no dead ends). */
export function insteadView(way: WayToPay, { debts }: SystemOverview, { voice }: Scene) {
  if (way.is !== 'none') return nothing;
  // Nobody is sent from the app to a site where it cannot be paid either.
  const nowhere = way.because === 'dibs.app' && !debts.some((debt) => debt.payableByClient);
  const key = nowhere ? 'dibs.unavailable' : way.because;
  return html`<p part="note no-action">${voice.say(key, {}, way.variant)}</p>`;
}

/** The link to the payment site. */
function goView({ url }: WayToPay & { is: 'go' }, { settings, voice, leave }: Scene) {
  const { channel } = settings;
  return html`<div part="actions">
    <a
      part="action go-link"
      href=${url}
      target="_blank"
      rel="noopener noreferrer"
      @click=${(click: Event) => leave(click, url)}
      >${voice.say('oir.go')}<span class="hidden"
        >${` (${voice.say('oir.opens', {}, channel === 'app' && 'app')})`}</span
      ></a
    >
  </div>`;
}

/** These are being paid now. */
const isAsked = (debts: readonly Debt[], { till }: Scene): boolean =>
  isBusy(till) &&
  'order' in till.current &&
  feeIdsOf(till.current.order).join() === debts.map(({ feeId }) => feeId).join();

/** A button that pays exactly these debts, and says their sum. */
function payButton(
  part: string,
  debts: readonly Debt[],
  words: string,
  scene: Scene,
  pressed = isAsked(debts, scene),
) {
  const { till, voice, settings, pay } = scene;
  const off = isBusy(till) || !debts.length || !!settings.previewDate;
  return html`<button
    type="button"
    part=${`action pay-button ${part}`}
    aria-disabled=${`${off}` as const}
    aria-describedby=${settings.previewDate ? 'preview' : debts.length ? nothing : 'choose'}
    @click=${() => {
      if (!off) pay(debts);
    }}
  >
    ${pressed ? voice.say('pay.starting') : words}
  </button>`;
}

/** For those who do not see the button change. */
const busyView = (scene: Scene) =>
  html`<span class="hidden" role="status"
    >${isBusy(scene.till) ? scene.voice.say('pay.starting') : nothing}</span
  >`;

function payView(
  way: WayToPay & { is: 'pay' },
  { debts, unreadable }: SystemOverview,
  scene: Scene,
) {
  const { voice, picked, settings } = scene;
  const amountOf = (some: readonly Debt[]) => ({ amount: voice.money(sumOfDebts(some)) });
  // "All" is said only where it is all there is.
  const whole = way.debts.length === debts.length && !unreadable;
  const terms = linkView(settings.termsUrl, voice.say('terms'), scene);
  if (!way.choice) {
    const key =
      way.by === 'mobilepay'
        ? 'dibs.payMobile'
        : whole && debts.length > 1
          ? 'dibs.payAll'
          : 'dibs.pay';
    return html`<div part="actions">
      ${terms} ${busyView(scene)}
      ${payButton('', way.debts, voice.say(key, amountOf(way.debts)), scene)}
    </div>`;
  }
  const chosen = way.debts.filter(({ feeId }) => picked.has(feeId));
  const quiet = (yes: boolean) => (yes ? ' quiet' : '');
  const count = voice.counted('count', chosen.length);
  const sum = chosen.length && voice.say('dibs.chosen', { count, ...amountOf(chosen) });
  return html`${sum ? nothing : html`<p part="note" id="choose">${voice.say('dibs.choose')}</p>`}
    <p part="note chosen" role="status">${sum || nothing}</p>
    <div part="actions">
      ${terms} ${busyView(scene)}
      ${payButton(
        'pay-selected' + quiet(!chosen.length),
        chosen,
        voice.say('dibs.paySelected', amountOf(chosen)),
        scene,
      )}
      ${payButton(
        'pay-all' + quiet(!!chosen.length),
        way.debts,
        voice.say('dibs.payAll', amountOf(way.debts), !whole && 'some'),
        scene,
        // With all of them chosen, one button is busy.
        isAsked(way.debts, scene) && !isAsked(chosen, scene),
      )}
    </div>`;
}

/** The one obvious action of a section. */
export function actionView(
  way: WayToPay,
  known: SystemOverview,
  scene: Scene,
): TemplateResult | typeof nothing {
  if (way.is === 'go') return goView(way, scene);
  return way.is === 'pay' ? payView(way, known, scene) : nothing;
}
