import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Debt } from '../debts/debt.js';
import { isBusy } from '../payment/core/selectors.js';
import type { SystemOverview } from '../debts/overview.js';
import { locksOfDebts, paymentOption, type PaymentOption } from '../payment/core/payment-options.js';
import { debtView } from './debt-view.js';
import { heading, withPhoneLinks } from './shared.js';
import type { ViewModel } from './view-model.js';
import { startingView } from './payment-notice-view.js';
import { actionView, noActionView } from './pay-button-view.js';

function titleOf({ system, debts }: SystemOverview, option: PaymentOption, { text, settings }: ViewModel): string {
  // It is not known where unreadable debts are paid.
  if (!debts.length) return text('heading');
  if (system === 'oir') return text('oir.heading', {}, option.is === 'none' && 'noSite');
  // The heading must be true for every debt in the section.
  const pays =
    option.is === 'pay' || option.is === 'inProgress' || (option.is === 'none' && option.because === 'dibs.locked');
  const all = pays && debts.every(({ payableByClient }) => payableByClient);
  const mobilepay = settings.channel === 'app' && 'mobilepay';
  return text('dibs.heading', {}, all ? mobilepay : 'elsewhere');
}

function notesView(system: SystemOverview['system'], option: PaymentOption, view: ViewModel) {
  const { text, settings } = view;
  if (system === 'dibs') {
    return option.is === 'pay' && settings.dibsEndDate
      ? html`<p part="note" class="muted small">${text('dibs.deadline')}</p>`
      : nothing;
  }
  const about = text('about.heading', {}, !settings.oirPaymentUrl && 'noSite');
  const answer = text('about.text');
  return html`<p part="note" class="muted small">${withPhoneLinks(text('oir.registration'), view)}</p>
    ${
      about && answer
        ? html`<details part="about" class="muted small">
            <summary part="about-toggle">${about}</summary>
            <p part="about-text">${withPhoneLinks(answer, view)}</p>
          </details>`
        : nothing
    }`;
}

function listView({ system, debts }: SystemOverview, option: PaymentOption, view: ViewModel) {
  const { payment, now, selectedFeeIds, select, titleCache, text } = view;
  const locks = system === 'dibs' ? locksOfDebts(debts, payment, now) : undefined;
  const othersPayable = option.is === 'pay';
  const selectable = othersPayable && option.choice;
  const busy = isBusy(payment);
  const rowView = (debt: Debt) => {
    const lock = locks?.get(debt.feeId);
    const selected = selectable && debt.payableByClient && !lock ? selectedFeeIds.has(debt.feeId) : undefined;
    const titles = titleCache ? debt.materials.map(({ recordId = '' }) => titleCache.titleOf(recordId)) : [];
    // Draws the row again only if one of these has changed.
    return guard([debt, lock, selected, othersPayable, busy, text, titleCache, ...titles], () =>
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
  const { text, money, countedText, phase, settings, overview } = view;
  const option = paymentOption(known, phase, settings, view.payment, view.now);
  return html`<section part=${`section section-${system}`} class="box" aria-labelledby=${system}>
    <div part="section-header">
      ${heading(settings.headingLevel + 1, 'section-heading', titleOf(known, option, view), system)}
      ${
        debts.length && overview.systems.length > 1
          ? html`<p part="count" class="muted">${countedText('count', debts.length)}</p>`
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
                  ${text(unreadable ? 'subtotal.atLeast' : 'subtotal', { amount: money(amount) })}
                </p>`
          }
          ${noActionView(option, known, view)}`
        : nothing
    }
    ${unreadable ? html`<p part="note unreadable" class="small">${withPhoneLinks(countedText('unreadable', unreadable), view)}</p>` : nothing}
    <slot name=${`${system}-info`}></slot>
    ${
      debts.length
        ? html`${notesView(system, option, view)} ${system === 'dibs' ? startingView(view) : nothing}
          ${actionView(option, known, view)}`
        : nothing
    }
  </section>`;
}
