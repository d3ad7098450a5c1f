import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Voice } from '../config/voice.js';
import type { Debt } from '../debts/debt.js';
import type { CalendarDate } from '../units/calendar-date.js';

/** When it is, or was, to be paid; where nobody says, when it came to be; and else nothing. */
function dateView({ dueOn, createdOn }: Debt, voice: Voice, today: CalendarDate) {
  if (dueOn && dueOn < today) {
    return html`<p part="date overdue">
      ${voice.text('debt.overdue', { date: voice.day(dueOn) })}
    </p>`;
  }
  const day = dueOn ?? createdOn;
  return day
    ? html`<p part="date">
        ${voice.text(dueOn ? 'debt.due' : 'debt.created', { date: voice.day(day) })}
      </p>`
    : nothing;
}

/** The first thing the debt is for that has a name or a number, and how many more there are. */
function materialsView({ materials }: Debt, voice: Voice) {
  const first = materials.find(({ itemNumber, periodical }) => itemNumber || periodical);
  if (!first) return nothing;
  const pieces = [
    first.periodical,
    first.itemNumber && `${voice.text('debt.material')} ${first.itemNumber}`,
    materials.length > 1 && voice.counted('debt.more', materials.length - 1),
  ];
  return html`<p part="materials">${pieces.filter(Boolean).join(' · ')}</p>`;
}

/** One debt as an item of the list. `payable`: others beside it can be paid, so it says so where this one cannot. */
export function debtView(
  debt: Debt,
  voice: Voice,
  today: CalendarDate,
  payable: boolean,
): TemplateResult {
  // The library system's words are Danish in every language of the page (DOMAIN).
  const reason = debt.reason
    ? html`<p part="reason" lang="da">${debt.reason}</p>`
    : html`<p part="reason">${voice.text(`debt.${debt.type}`)}</p>`;
  return html`<li part="debt">
    ${reason} ${dateView(debt, voice, today)} ${materialsView(debt, voice)}
    ${
      payable && !debt.payableByClient
        ? html`<p part="not-payable">${voice.text('debt.notPayable')}</p>`
        : nothing
    }
    <p part="amount">${voice.amount(debt.amount)}</p>
  </li>`;
}
