import { html, nothing, type TemplateResult } from 'lit/html.js';
import { stripBidiControls } from '../i18n/placeholders.js';
import type { Translator } from '../i18n/translator.js';
import type { Debt } from '../debts/debt.js';
import type { Lock } from '../payment/core/claims.js';
import { isBusy } from '../payment/core/selectors.js';
import type { CalendarDate } from '../util/calendar-date.js';
import { materialsView } from './material-view.js';
import type { ViewModel } from './view-model.js';

/** When it is, or was, to be paid; where nobody says, when it came to be; and else nothing. */
function dateView({ dueOn, createdOn }: Debt, i18n: Translator, today: CalendarDate, id: string) {
  if (dueOn && dueOn < today) {
    return html`<p part="date overdue" id=${id}>
      ${i18n.text('debt.overdue', { date: i18n.shortDay(dueOn) })}
    </p>`;
  }
  const day = dueOn ?? createdOn;
  return day
    ? html`<p part="date" id=${id}>
        ${i18n.text(dueOn ? 'debt.due' : 'debt.created', { date: i18n.shortDay(day) })}
      </p>`
    : nothing;
}

/** How a debt stands among those beside it. */
export interface RowState {
  /** Others beside it can be paid here, so it says so where this one cannot. */
  readonly payable: boolean;
  readonly lock: Lock | undefined;
  /** It can be selected: whether it is. */
  readonly selected: boolean | undefined;
}

/** The ids of a row's pieces: the debt's own, so that the keyboard stays with it (`drawInto`). */
const idsOf =
  ({ feeId }: Debt) =>
  (piece: string): string =>
    `${piece}-${feeId}`;

function boxView(debt: Debt, { selected }: RowState, { select, payment }: ViewModel) {
  const idOf = idsOf(debt);
  if (selected === undefined) return nothing;
  return html`<input
    type="checkbox"
    id=${idOf('pick')}
    part="choice"
    aria-labelledby=${['reason', 'amount', 'date'].map(idOf).join(' ')}
    .checked=${selected}
    aria-describedby=${idOf('what')}
    .disabled=${isBusy(payment)}
    @change=${({ target }: Event) => select(debt.feeId, (target as HTMLInputElement).checked)}
  />`;
}

/** One debt as an item of the list. */
export function debtView(debt: Debt, standing: RowState, view: ViewModel): TemplateResult {
  const { i18n, overview } = view;
  const { payable, lock, selected } = standing;
  const words = stripBidiControls(debt.reason) || i18n.text(`debt.${debt.type}`);
  // Of a language and a direction of its own.
  const reason = html`<bdi>${words}</bdi>`;
  const idOf = idsOf(debt);
  return html`<li part="debt">
    ${boxView(debt, standing, view)}
    <p
      part="reason"
      id=${idOf('reason')}
      lang=${
        // The library system's words are Danish in every language of the page (DOMAIN).
        debt.reason ? 'da' : i18n.locale
      }
    >
      ${selected === undefined ? reason : html`<label for=${idOf('pick')}>${reason}</label>`}
    </p>
    ${dateView(debt, i18n, overview.today, idOf('date'))} ${materialsView(debt, view, idOf('what'))}
    ${lock ? html`<p part="locked">${i18n.text(`debt.${lock}`)}</p>` : nothing}
    ${
      payable && !debt.payableByClient
        ? html`<p part="not-payable">${i18n.text('debt.notPayable')}</p>`
        : nothing
    }
    <p part="amount" id=${idOf('amount')}>${i18n.money(debt.amount)}</p>
  </li>`;
}
