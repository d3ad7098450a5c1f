import { html, nothing, type TemplateResult } from 'lit';
import type { Debt } from '../debts/debt.js';
import type { SystemOverview } from '../debts/overview.js';
import { sumOfDebts, type PaymentOption } from '../payment/core/payment-options.js';
import { feeIdsOf } from '../payment/core/order.js';
import { isBusy } from '../payment/core/selectors.js';
import { linkView, withPhoneLinks } from './shared.js';
import type { ViewModel } from './view-model.js';

/** What the patron can do where nothing can be paid here (CONTRACT 4: no dead ends). */
export function noActionView(option: PaymentOption, { debts }: SystemOverview, view: ViewModel) {
  if (option.is !== 'none') return nothing;
  // The app must not send the patron to a web page where these debts cannot be paid either.
  const nowhere = option.because === 'dibs.app' && !debts.some((debt) => debt.payableByClient);
  const key = nowhere ? 'dibs.unavailable' : option.because;
  return html`<p part="note no-action">${withPhoneLinks(view.i18n.text(key, {}, option.variant), view)}</p>`;
}

/** The link to the payment site. */
function linkToPaymentSite({ url }: PaymentOption & { is: 'go' }, { settings, i18n, leave }: ViewModel) {
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

/** Whether exactly these debts are being paid. */
const isBeingPaid = (debts: readonly Debt[], { payment }: ViewModel): boolean =>
  isBusy(payment) &&
  !!payment.current.order &&
  feeIdsOf(payment.current.order).join() === debts.map(({ feeId }) => feeId).join();

const digitsOf = (text: string | null): string => `${text}`.replace(/\D/g, '');

/** A button that pays exactly these debts. Its text has their sum. */
function payButton(
  part: string,
  debts: readonly Debt[],
  text: string,
  view: ViewModel,
  busy = isBeingPaid(debts, view),
) {
  const { payment, i18n, settings, pay, redraw } = view;
  const disabled = isBusy(payment) || !debts.length || !!settings.previewDate;
  return html`<button
    type="button"
    translate="no"
    part=${`action pay-button ${part}`}
    aria-disabled=${`${disabled}` as const}
    aria-describedby=${settings.previewDate ? 'preview' : debts.length ? nothing : 'choose'}
    @click=${({ currentTarget }: Event) => {
      if (disabled) return;
      // What is paid is what is seen: a translator or an extension may have changed the label.
      if (digitsOf((currentTarget as Element).textContent) === digitsOf(text)) pay(debts, i18n.locale);
      else redraw();
    }}
  >
    ${busy ? i18n.text('pay.starting') : text}
  </button>`;
}

/** Says to screen readers that a payment is starting. */
const busyView = (view: ViewModel) =>
  html`<span class="hidden" aria-live="polite" aria-atomic="true"
    >${isBusy(view.payment) ? view.i18n.text('pay.starting') : nothing}</span
  >`;

function payView(option: PaymentOption & { is: 'pay' }, { debts, unreadable }: SystemOverview, view: ViewModel) {
  const { i18n, selectedFeeIds, settings } = view;
  const amountOf = (some: readonly Debt[]) => ({ amount: i18n.money(sumOfDebts(some)) });
  // "Alle" must mean every debt of the section.
  const isAll = option.debts.length === debts.length && !unreadable;
  const terms = linkView(settings.termsUrl, i18n.text('terms'), view);
  if (!option.choice) {
    const key = option.by === 'mobilepay' ? 'dibs.payMobile' : isAll && debts.length > 1 ? 'dibs.payAll' : 'dibs.pay';
    return html`<div part="actions">
      ${terms} ${busyView(view)} ${payButton('', option.debts, i18n.text(key, amountOf(option.debts)), view)}
    </div>`;
  }
  const selected = option.debts.filter(({ feeId }) => selectedFeeIds.has(feeId));
  const quiet = (isQuiet: boolean) => (isQuiet ? ' quiet' : '');
  const count = i18n.countedText('count', selected.length);
  const sum = selected.length && i18n.text('dibs.chosen', { count, ...amountOf(selected) });
  return html`${sum ? nothing : html`<p part="note" id="choose">${i18n.text('dibs.choose')}</p>`}
    <p part="note chosen" aria-live="polite" aria-atomic="true">${sum || nothing}</p>
    <div part="actions">
      ${terms} ${busyView(view)}
      ${payButton(
        'pay-selected' + quiet(!selected.length),
        selected,
        i18n.text('dibs.paySelected', amountOf(selected)),
        view,
      )}
      ${payButton(
        'pay-all' + quiet(!!selected.length),
        option.debts,
        i18n.text('dibs.payAll', amountOf(option.debts), !isAll && 'some'),
        view,
        // Where all debts are selected, only one button is busy.
        isBeingPaid(option.debts, view) && !isBeingPaid(selected, view),
      )}
    </div>`;
}

/** The action of a section. */
export function actionView(
  option: PaymentOption,
  system: SystemOverview,
  view: ViewModel,
): TemplateResult | typeof nothing {
  if (option.is === 'go') return linkToPaymentSite(option, view);
  return option.is === 'pay' ? payView(option, system, view) : nothing;
}
