import { html, nothing, type TemplateResult } from 'lit';
import type { Debt } from '../debts/debt.js';
import { stripBidiControls } from '../i18n/translator.js';
import type { Lock } from '../payment/core/claims.js';
import { isBusy } from '../payment/core/selectors.js';
import { materialsView } from './material-view.js';
import type { ViewModel } from './view-model.js';

/** What the other debts of a list, and payments, mean for a row. */
export interface RowState {
  /** Other debts of the list can be paid here, so a debt that cannot says so. */
  readonly othersPayable: boolean;
  readonly lock: Lock | undefined;
  /** Whether its check box is ticked; `undefined` where it has none. */
  readonly selected: boolean | undefined;
}

/** The id of an element of a row. The check box keeps the focus by its id (`RenderingController`). */
const idOf = (element: string, { feeId }: Debt): string => `${element}-${feeId}`;

/** What is owed. Where the debt can be selected, it is the label of a check box. */
function reasonView(debt: Debt, words: string, { selected }: RowState, { payment, locale }: ViewModel) {
  const id = idOf('reason', debt);
  const lang = debt.reason ? 'da' : locale;
  if (selected === undefined) {
    return html`<p part="reason" id=${id} lang=${lang}><bdi .textContent=${words}></bdi></p>`;
  }
  const checkboxId = idOf('select', debt);
  return html`<input
      type="checkbox"
      id=${checkboxId}
      value=${debt.feeId}
      part="choice"
      aria-labelledby=${['reason', 'amount', 'date'].map((element) => idOf(element, debt)).join(' ')}
      aria-describedby=${idOf('what', debt)}
      .checked=${selected}
      .disabled=${isBusy(payment)}
    />
    <p part="reason" id=${id} lang=${lang}>
      <label for=${checkboxId}><bdi .textContent=${words}></bdi></label>
    </p>`;
}

/** The due date, or else the day the debt was created. */
function dateView(debt: Debt, { text, shortDay, overview }: ViewModel) {
  const { dueOn, createdOn } = debt;
  const day = dueOn ?? createdOn;
  if (!day) return nothing;
  const overdue = dueOn && dueOn < overview.today;
  const key = overdue ? 'debt.overdue' : dueOn ? 'debt.due' : 'debt.created';
  return html`<p
    part=${overdue ? 'date overdue' : 'date'}
    class="muted small"
    id=${idOf('date', debt)}
    .textContent=${text(key, { date: shortDay(day) })}
  ></p>`;
}

/** Why the debt cannot be selected or paid here. */
function statusView(debt: Debt, { lock, othersPayable }: RowState, { text }: ViewModel) {
  const locked = lock && html`<p part="locked" class="small">${text(`debt.${lock}`)}</p>`;
  if (debt.payableByClient || !othersPayable) return locked ?? nothing;
  return html`${locked}
    <p part="not-payable" class="small">${text('debt.notPayable')}</p>`;
}

/** The start of a reason that is so long that it would push everything else away. */
const startOf = (reason: string): string | undefined => /^(?:.{80,120}(?=\s)|.{120})(?=.{40})/su.exec(reason)?.[0];

function wholeReasonView(reason: string, id: string, { text }: ViewModel) {
  return html`<details part="more" class="small">
    <summary part="more-toggle" aria-describedby=${id}>${text('debt.wholeReason')}</summary>
    <p lang="da">${reason}</p>
  </details>`;
}

/** One debt as an item of the list. Text is set by `textContent`, which takes fewer nodes than a child expression. */
export function debtView(debt: Debt, row: RowState, view: ViewModel): TemplateResult {
  const { text, money } = view;
  const reason = stripBidiControls(debt.reason);
  const start = startOf(reason);
  const words = (start ? `${start} …` : reason) || text(`debt.${debt.type}`);
  return html`<li part="debt">
    ${reasonView(debt, words, row, view)}${start ? wholeReasonView(reason, idOf('reason', debt), view) : nothing}
    ${dateView(debt, view)}${materialsView(debt, view, idOf('what', debt))}${statusView(debt, row, view)}
    <p part="amount" translate="no" id=${idOf('amount', debt)} .textContent=${money(debt.amount)}></p>
  </li>`;
}
