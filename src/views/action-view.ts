import { html, nothing, type TemplateResult } from 'lit';
import type { Debt } from '../debts/debt.js';
import type { SystemOverview } from '../debts/overview.js';
import { sumOfDebts, type PaymentOption } from '../payment/core/payment-options.js';
import { feeIdsOf } from '../payment/core/order.js';
import { isBusy } from '../payment/core/selectors.js';
import { linkView } from './link-view.js';
import type { ViewModel } from './view-model.js';

/** What to do where nothing can be done here (CONTRACT 4: no dead ends). */
export function insteadView(way: PaymentOption, { debts }: SystemOverview, { i18n }: ViewModel) {
  if (way.is !== 'none') return nothing;
  // Nobody is sent from the app to a site where it cannot be paid either.
  const nowhere = way.because === 'dibs.app' && !debts.some((debt) => debt.payableByClient);
  const key = nowhere ? 'dibs.unavailable' : way.because;
  return html`<p part="note no-action">${i18n.text(key, {}, way.variant)}</p>`;
}

/** The link to the payment site. */
function goView({ url }: PaymentOption & { is: 'go' }, { settings, i18n, leave }: ViewModel) {
  const { channel } = settings;
  return html`<div part="actions">
    <a
      part="action go-link"
      href=${url}
      target="_blank"
      rel="noopener noreferrer"
      @click=${(click: Event) => leave(click, url)}
      >${i18n.text('oir.go')}<span class="hidden"
        >${` (${i18n.text('oir.opens', {}, channel === 'app' && 'app')})`}</span
      ></a
    >
  </div>`;
}

/** These are being paid now. */
const isAsked = (debts: readonly Debt[], { payment }: ViewModel): boolean =>
  isBusy(payment) &&
  'order' in payment.current &&
  feeIdsOf(payment.current.order).join() === debts.map(({ feeId }) => feeId).join();

/** A button that pays exactly these debts, and says their sum. */
function payButton(
  part: string,
  debts: readonly Debt[],
  words: string,
  view: ViewModel,
  pressed = isAsked(debts, view),
) {
  const { payment, i18n, settings, pay } = view;
  const off = isBusy(payment) || !debts.length || !!settings.previewDate;
  return html`<button
    type="button"
    part=${`action pay-button ${part}`}
    aria-disabled=${`${off}` as const}
    aria-describedby=${settings.previewDate ? 'preview' : debts.length ? nothing : 'choose'}
    @click=${() => {
      if (!off) pay(debts, i18n.locale);
    }}
  >
    ${pressed ? i18n.text('pay.starting') : words}
  </button>`;
}

/** For those who do not see the button change. */
const busyView = (view: ViewModel) =>
  html`<span class="hidden" role="status"
    >${isBusy(view.payment) ? view.i18n.text('pay.starting') : nothing}</span
  >`;

function payView(
  way: PaymentOption & { is: 'pay' },
  { debts, unreadable }: SystemOverview,
  view: ViewModel,
) {
  const { i18n, selectedFeeIds, settings } = view;
  const amountOf = (some: readonly Debt[]) => ({ amount: i18n.money(sumOfDebts(some)) });
  // "All" is said only where it is all there is.
  const whole = way.debts.length === debts.length && !unreadable;
  const terms = linkView(settings.termsUrl, i18n.text('terms'), view);
  if (!way.choice) {
    const key =
      way.by === 'mobilepay'
        ? 'dibs.payMobile'
        : whole && debts.length > 1
          ? 'dibs.payAll'
          : 'dibs.pay';
    return html`<div part="actions">
      ${terms} ${busyView(view)}
      ${payButton('', way.debts, i18n.text(key, amountOf(way.debts)), view)}
    </div>`;
  }
  const chosen = way.debts.filter(({ feeId }) => selectedFeeIds.has(feeId));
  const quiet = (yes: boolean) => (yes ? ' quiet' : '');
  const count = i18n.countedText('count', chosen.length);
  const sum = chosen.length && i18n.text('dibs.chosen', { count, ...amountOf(chosen) });
  return html`${sum ? nothing : html`<p part="note" id="choose">${i18n.text('dibs.choose')}</p>`}
    <p part="note chosen" role="status">${sum || nothing}</p>
    <div part="actions">
      ${terms} ${busyView(view)}
      ${payButton(
        'pay-selected' + quiet(!chosen.length),
        chosen,
        i18n.text('dibs.paySelected', amountOf(chosen)),
        view,
      )}
      ${payButton(
        'pay-all' + quiet(!!chosen.length),
        way.debts,
        i18n.text('dibs.payAll', amountOf(way.debts), !whole && 'some'),
        view,
        // With all of them chosen, one button is busy.
        isAsked(way.debts, view) && !isAsked(chosen, view),
      )}
    </div>`;
}

/** The one obvious action of a section. */
export function actionView(
  way: PaymentOption,
  known: SystemOverview,
  view: ViewModel,
): TemplateResult | typeof nothing {
  if (way.is === 'go') return goView(way, view);
  return way.is === 'pay' ? payView(way, known, view) : nothing;
}
