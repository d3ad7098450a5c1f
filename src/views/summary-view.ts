import { html, nothing, type TemplateResult } from 'lit';
import { totalOf } from '../util/ore.js';
import { emptyText, joinParts, withRtlMark } from './shared.js';
import { isLoading, isLoggedOut, type ViewModel } from './view-model.js';

/** The number of debts, their sum and how many are overdue, or why that is not known (CONTRACT 2, `view`). */
function summaryOf(view: ViewModel): string {
  const { overview, endpointStates, text, money, countedText } = view;
  const { systems, atLeast, empty, today } = overview;
  const failed = endpointStates.filter(({ failure }) => failure);
  const debts = systems.flatMap((system) => system.debts);
  if (empty) return emptyText(view, 'short');
  if (isLoggedOut(view)) return text('failed.unauthorized');
  if (isLoading(view)) return text('loading');
  // Older debts may have been paid since. Only the overview says when they were read.
  if (!debts.length || failed.some(({ readAt }) => readAt)) return text('failed');
  const lower = atLeast || failed.length;
  const sum = totalOf(systems.map(({ amount }) => amount));
  const amount = sum === undefined ? '' : money(sum);
  const overdue = debts.filter(({ dueOn }) => dueOn && dueOn < today).length;
  return joinParts(
    countedText('count', debts.length),
    lower && amount ? text('subtotal.atLeast', { amount }) : amount,
    !lower && overdue && countedText('summary.overdue', overdue),
  );
}

/** One line, which links to the overview. */
export function summaryView(view: ViewModel): TemplateResult {
  const { overviewUrl } = view.settings;
  const line = summaryOf(view);
  const words = withRtlMark(view, line);
  return html`<p part="summary" class="small" aria-live="polite" aria-atomic="true">
    ${overviewUrl ? html`<a part="summary-link link" href=${overviewUrl}>${words}</a>` : words || nothing}
  </p>`;
}
