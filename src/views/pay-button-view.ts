import { html, nothing, type TemplateResult } from 'lit';
import type { Debt } from '../debts/debt.js';
import type { SystemOverview } from '../debts/overview.js';
import { sumOfDebts, type PaymentOption } from '../payment/core/payment-options.js';
import { feeIdsOf } from '../payment/core/order.js';
import { isBusy } from '../payment/core/selectors.js';
import { actionsView, linkView, withPhoneLinks } from './shared.js';
import type { ViewModel } from './view-model.js';

/** What the patron can do where nothing can be paid here (CONTRACT 4: no dead ends). */
export function noActionView(option: PaymentOption, { debts }: SystemOverview, view: ViewModel) {
  if (option.is !== 'none') return nothing;
  // The app must not send the patron to a web page where these debts cannot be paid either.
  const nowhere = option.because === 'dibs.app' && !debts.some((debt) => debt.payableByClient);
  const key = nowhere ? 'dibs.unavailable' : option.because;
  return html`<p part="note no-action" class="small">${withPhoneLinks(view.text(key, {}, option.variant), view)}</p>`;
}

function linkToPaymentSite({ url }: PaymentOption & { is: 'go' }, { settings, text, leave }: ViewModel) {
  return actionsView(
    html`<a
      part="action go-link"
      href=${url}
      target="_blank"
      rel="noopener noreferrer"
      @click=${(click: Event) => leave(click, url)}
      >${text('oir.go')}<span class="hidden"
        >${` (${text('oir.opens', {}, settings.channel === 'app' && 'app')})`}</span
      ></a
    >`,
  );
}

function isBeingPaid(debts: readonly Debt[], { payment }: ViewModel): boolean {
  const { order } = payment.current;
  if (!order || !isBusy(payment)) return false;
  const feeIds = feeIdsOf(order);
  return debts.length === feeIds.length && debts.every(({ feeId }) => feeIds.includes(feeId));
}

const digitsOf = (text: string | null): string => `${text}`.replace(/\D/g, '');

interface PayButton {
  readonly part: string;
  readonly debts: readonly Debt[];
  /** Has the sum of the debts. */
  readonly label: string;
}

/** A button that pays exactly its debts. */
function payButtonView({ part, debts, label }: PayButton, isStarting: boolean, view: ViewModel) {
  const { payment, text, locale, settings, pay, redraw } = view;
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
      if (digitsOf((currentTarget as Element).textContent) === digitsOf(label)) pay(debts, locale);
      else redraw();
    }}
  >
    ${isStarting ? text('pay.starting') : label}
  </button>`;
}

/** The buttons of a section: for the selected debts and for all, or one. */
function payButtonsOf(
  option: PaymentOption & { is: 'pay' },
  selected: readonly Debt[],
  { debts, unreadable }: SystemOverview,
  { text, money }: ViewModel,
): readonly PayButton[] {
  const all = option.debts;
  // "Alle" must mean every debt of the section.
  const isAll = all.length === debts.length && !unreadable;
  const amountOf = (some: readonly Debt[]) => ({ amount: money(sumOfDebts(some)) });
  if (!option.choice) {
    const key = option.by === 'mobilepay' ? 'dibs.payMobile' : isAll && debts.length > 1 ? 'dibs.payAll' : 'dibs.pay';
    return [{ part: '', debts: all, label: text(key, amountOf(all)) }];
  }
  const some = selected.length > 0;
  return [
    {
      part: some ? 'pay-selected' : 'pay-selected quiet',
      debts: selected,
      label: text('dibs.paySelected', amountOf(selected)),
    },
    {
      part: some ? 'pay-all quiet' : 'pay-all',
      debts: all,
      label: text('dibs.payAll', amountOf(all), !isAll && 'some'),
    },
  ];
}

function selectionView(selected: readonly Debt[], { text, money, countedText }: ViewModel) {
  const count = countedText('count', selected.length);
  const sum = selected.length && text('dibs.chosen', { count, amount: money(sumOfDebts(selected)) });
  return html`${sum ? nothing : html`<p part="note" class="muted small" id="choose">${text('dibs.choose')}</p>`}
    <p part="note chosen" class="muted small" aria-live="polite" aria-atomic="true">${sum || nothing}</p>`;
}

function payView(option: PaymentOption & { is: 'pay' }, system: SystemOverview, view: ViewModel) {
  const { text, selectedFeeIds, settings, payment } = view;
  const selected = option.debts.filter(({ feeId }) => selectedFeeIds.has(feeId));
  const buttons = payButtonsOf(option, selected, system, view);
  // Where all debts are selected, only one button says so.
  const starting = buttons.find(({ debts }) => isBeingPaid(debts, view));
  return html`${option.choice ? selectionView(selected, view) : nothing}
  ${actionsView(
    linkView(settings.termsUrl, text('terms'), view),
    html`<span class="hidden" aria-live="polite" aria-atomic="true"
      >${isBusy(payment) ? text('pay.starting') : nothing}</span
    >`,
    buttons.map((button) => payButtonView(button, button === starting, view)),
  )}`;
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
