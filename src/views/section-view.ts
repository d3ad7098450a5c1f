import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Debt } from '../debts/debt.js';
import { isBusy } from '../payment/core/selectors.js';
import type { SystemOverview } from '../debts/overview.js';
import { locksOf, paymentOption, type PaymentOption } from '../payment/core/payment-options.js';
import { debtView } from './debt-view.js';
import { heading } from './heading.js';
import type { ViewModel } from './view-model.js';
import { startingView } from './payment-view.js';
import { actionView, insteadView } from './action-view.js';

function titleOf(
  { system, debts }: SystemOverview,
  way: PaymentOption,
  { i18n, settings }: ViewModel,
): string {
  // Of what could not be read nobody knows where it is paid.
  if (!debts.length) return i18n.text('heading');
  if (system === 'oir') return i18n.text('oir.heading', {}, way.is === 'none' && 'noSite');
  // It promises no more than what holds for every debt in it.
  const pays =
    way.is === 'pay' ||
    way.is === 'under way' ||
    (way.is === 'none' && way.because === 'dibs.locked');
  const all = pays && debts.every(({ payableByClient }) => payableByClient);
  const mobilepay = settings.channel === 'app' && 'mobilepay';
  return i18n.text('dibs.heading', {}, all ? mobilepay : 'elsewhere');
}

/** What a section says under its list, beside what to do. */
function notesView(system: SystemOverview['system'], way: PaymentOption, view: ViewModel) {
  const { i18n, settings } = view;
  const { oirPaymentUrl, dibsEndDate } = settings;
  if (system === 'dibs') {
    return way.is === 'pay' && dibsEndDate
      ? html`<p part="note">${i18n.text('dibs.deadline')}</p>`
      : nothing;
  }
  const about = i18n.text('about.heading', {}, !oirPaymentUrl && 'noSite');
  const text = i18n.text('about.text');
  return html`<p part="note">${i18n.text('oir.registration')}</p>
    ${
      about && text
        ? html`<details part="about">
            <summary part="about-toggle">${about}</summary>
            <p part="about-text">${text}</p>
          </details>`
        : nothing
    }`;
}

function listView({ system, debts }: SystemOverview, way: PaymentOption, view: ViewModel) {
  const { payment, now, selectedFeeIds, select, titleCache, i18n } = view;
  const locks = system === 'dibs' ? locksOf(debts, payment, now) : undefined;
  const othersPayable = way.is === 'pay';
  const selectable = othersPayable && way.choice;
  const busy = isBusy(payment);
  const rowView = (debt: Debt) => {
    const lock = locks?.get(debt.feeId);
    const selected =
      selectable && debt.payableByClient && !lock ? selectedFeeIds.has(debt.feeId) : undefined;
    const titles = titleCache
      ? debt.materials.map(({ recordId = '' }) => titleCache.titleOf(recordId))
      : [];
    // A row is drawn again only when something in it has changed.
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

/** One system's debts with the way to pay them; nothing where there are none. */
export function sectionView(
  known: SystemOverview,
  view: ViewModel,
): TemplateResult | typeof nothing {
  const { system, debts, unreadable, amount } = known;
  if (!debts.length && !unreadable) return nothing;
  const { i18n, phase, settings, overview } = view;
  const way = paymentOption(known, phase, settings, view.payment, view.now);
  const level = settings.headingLevel + 1;
  const sum = i18n.text(unreadable ? 'subtotal.atLeast' : 'subtotal', {
    amount: i18n.money(amount),
  });
  return html`<section part=${`section section-${system}`} aria-labelledby=${system}>
    <div part="section-header">
      ${heading(level, 'section-heading', html`<span id=${system}>${titleOf(known, way, view)}</span>`)}
      ${
        debts.length && overview.systems.length > 1
          ? html`<p part="count">${i18n.countedText('count', debts.length)}</p>`
          : nothing
      }
    </div>
    ${
      debts.length
        ? html`${listView(known, way, view)}
            <p part="subtotal">${sum}</p>
            ${insteadView(way, known, view)}`
        : nothing
    }
    ${
      unreadable
        ? html`<p part="note unreadable">${i18n.countedText('unreadable', unreadable)}</p>`
        : nothing
    }
    <slot name=${`${system}-info`}></slot>
    ${
      debts.length
        ? html`${notesView(system, way, view)} ${system === 'dibs' ? startingView(view) : nothing}
          ${actionView(way, known, view)}`
        : nothing
    }
  </section>`;
}
