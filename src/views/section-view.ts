import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Debt } from '../debts/debt.js';
import { isBusy } from '../payment/core/selectors.js';
import type { SystemOverview } from '../debts/overview.js';
import { locksOf, paymentOption, type PaymentOption } from '../payment/core/payment-options.js';
import { debtView } from './debt-view.js';
import { heading, withPhoneLinks } from './shared.js';
import type { ViewModel } from './view-model.js';
import { startingView } from './payment-notice-view.js';
import { actionView, noActionView } from './pay-button-view.js';

function titleOf({ system, debts }: SystemOverview, option: PaymentOption, { i18n, settings }: ViewModel): string {
  // It is not known where unreadable debts are paid.
  if (!debts.length) return i18n.text('heading');
  if (system === 'oir') return i18n.text('oir.heading', {}, option.is === 'none' && 'noSite');
  // The heading must be true for every debt in the section.
  const pays =
    option.is === 'pay' || option.is === 'under way' || (option.is === 'none' && option.because === 'dibs.locked');
  const all = pays && debts.every(({ payableByClient }) => payableByClient);
  const mobilepay = settings.channel === 'app' && 'mobilepay';
  return i18n.text('dibs.heading', {}, all ? mobilepay : 'elsewhere');
}

/** The notes under a list. */
function notesView(system: SystemOverview['system'], option: PaymentOption, view: ViewModel) {
  const { i18n, settings } = view;
  const { oirPaymentUrl, dibsEndDate } = settings;
  if (system === 'dibs') {
    return option.is === 'pay' && dibsEndDate
      ? html`<p part="note" class="muted small">${i18n.text('dibs.deadline')}</p>`
      : nothing;
  }
  const about = i18n.text('about.heading', {}, !oirPaymentUrl && 'noSite');
  const text = i18n.text('about.text');
  return html`<p part="note" class="muted small">${withPhoneLinks(i18n.text('oir.registration'), view)}</p>
    ${
      about && text
        ? html`<details part="about" class="muted small">
            <summary part="about-toggle">${about}</summary>
            <p part="about-text">${withPhoneLinks(text, view)}</p>
          </details>`
        : nothing
    }`;
}

function listView({ system, debts }: SystemOverview, option: PaymentOption, view: ViewModel) {
  const { payment, now, selectedFeeIds, select, titleCache, i18n } = view;
  const locks = system === 'dibs' ? locksOf(debts, payment, now) : undefined;
  const othersPayable = option.is === 'pay';
  const selectable = othersPayable && option.choice;
  const busy = isBusy(payment);
  const rowView = (debt: Debt) => {
    const lock = locks?.get(debt.feeId);
    const selected = selectable && debt.payableByClient && !lock ? selectedFeeIds.has(debt.feeId) : undefined;
    const titles = titleCache ? debt.materials.map(({ recordId = '' }) => titleCache.titleOf(recordId)) : [];
    // Draws the row again only if one of these has changed.
    return guard([debt, lock, selected, othersPayable, busy, i18n, titleCache, ...titles], () =>
      debtView(debt, { othersPayable, lock, selected }, view),
    );
  };
  return html`<ul
    part="list"
    role="list"
    class=${selectable ? 'choice' : ''}
    @change=${({ target }: Event) => {
      const { value, checked } = target as HTMLInputElement;
      select(value, checked);
    }}
  >
    ${debts.map(rowView)}
  </ul>`;
}

/** The debts of a system, and how to pay them. */
export function sectionView(known: SystemOverview, view: ViewModel): TemplateResult | typeof nothing {
  const { system, debts, unreadable, amount } = known;
  if (!debts.length && !unreadable) return nothing;
  const { i18n, phase, settings, overview } = view;
  const option = paymentOption(known, phase, settings, view.payment, view.now);
  const level = settings.headingLevel + 1;
  return html`<section part=${`section section-${system}`} class="box" aria-labelledby=${system}>
    <div part="section-header">
      ${heading(level, 'section-heading', titleOf(known, option, view), system)}
      ${
        debts.length && overview.systems.length > 1
          ? html`<p part="count" class="muted">${i18n.countedText('count', debts.length)}</p>`
          : nothing
      }
    </div>
    ${
      debts.length
        ? html`${listView(known, option, view)}
          ${
            amount === undefined
              ? nothing
              : html`<p part="subtotal" translate="no">
                  ${i18n.text(unreadable ? 'subtotal.atLeast' : 'subtotal', { amount: i18n.money(amount) })}
                </p>`
          }
          ${noActionView(option, known, view)}`
        : nothing
    }
    ${unreadable ? html`<p part="note unreadable" class="small">${withPhoneLinks(i18n.countedText('unreadable', unreadable), view)}</p>` : nothing}
    <slot name=${`${system}-info`}></slot>
    ${
      debts.length
        ? html`${notesView(system, option, view)} ${system === 'dibs' ? startingView(view) : nothing}
          ${actionView(option, known, view)}`
        : nothing
    }
  </section>`;
}
