import { html, nothing, type TemplateResult } from 'lit';
import { assignmentOf } from '../config/problem.js';
import { emptyText, heading, linkView, withPhoneLinks } from './shared.js';
import { failuresView } from './failure-view.js';
import { resultsView, startingView } from './payment-notice-view.js';
import { isLoading, isLoggedOut, type ViewModel } from './view-model.js';
import { sectionView } from './section-view.js';
import { summaryView } from './summary-view.js';

function totalOf({ overview, text, money }: ViewModel): string {
  const { total, atLeast } = overview;
  // "At least 0,00 kr." says nothing.
  if (!total) return '';
  return text(atLeast ? 'total.atLeast' : 'total', { amount: money(total) });
}

function introText({ text, hasOwnText, phase, settings }: ViewModel): string {
  const { systems, switchDate, oirPaymentUrl } = settings;
  const key = `intro.${phase}` as const;
  // A library that shows the old system only, without a date, has not announced the new one.
  if (systems === 'dibs' && !switchDate && !hasOwnText(key)) return '';
  return text(key, {}, !oirPaymentUrl && 'noSite');
}

function previewView({ text, dayOf, settings, problems, overview }: ViewModel) {
  if (!settings.previewDate) return nothing;
  return html`<div part="preview" class="box notice">
    <p id="preview">${text('preview', { date: dayOf(overview.today) })}</p>
    ${
      problems.length
        ? html`<p>${text('preview.problems')}</p>
            <ul part="problems" lang="en" dir="ltr">
              ${problems.map((problem) => html`<li><code>${assignmentOf(problem)}</code> ${problem.message}</li>`)}
            </ul>`
        : nothing
    }
  </div>`;
}

/** Reserves room for a section that is loading. */
const placeholderView = () => html`<div part="placeholder" class="box" aria-hidden="true"><i></i><i></i><i></i></div>`;

function loadingView(view: ViewModel) {
  const retrying = view.endpointStates.some(({ retrying, status }) => retrying && status === 'loading');
  return isLoading(view)
    ? html`<span part="loading" class="muted">${view.text(retrying ? 'loading.slow' : 'loading')}</span>`
    : nothing;
}

/**
 * The total, with the number of debts for screen readers, or the number alone where one system is shown. While debts are
 * loading, the same line says so, so that nothing moves.
 */
function totalView(view: ViewModel) {
  const { overview, countedText, endpointStates } = view;
  const total = totalOf(view);
  const count = overview.systems.flatMap(({ debts }) => debts).length;
  // Neither is known if a system could not be read.
  const known = endpointStates.every(({ status, failure }) => status === 'ready' && !failure);
  const number = known && count ? countedText('count', count) : '';
  // In one element, which arrives as a whole, and is said once.
  const sum =
    number || total
      ? html`<span>${number && total ? html`<span class="hidden">${number + '. '}</span>` : number}${total}</span>`
      : nothing;
  // Nothing comes in this line while the patron is logged out.
  const reserved = isLoggedOut(view) ? '' : 'reserved';
  return html`<p part="total" class=${reserved} translate="no" aria-live="polite" aria-atomic="true">
    ${[loadingView(view), sum]}
  </p>`;
}

/** Drawn with the debts, so that it does not move. */
function footerView(view: ViewModel) {
  const { text, settings } = view;
  const { ratesUrl, helpUrl } = settings;
  if (isLoading(view)) return nothing;
  return html`${
      ratesUrl || helpUrl
        ? html`<p part="footer" class="small">
            ${linkView(ratesUrl, text('rates'), view)} ${linkView(helpUrl, text('help'), view)}
          </p>`
        : nothing
    }<slot name="footer"></slot>`;
}

function fullView(view: ViewModel): TemplateResult {
  const { text, overview, settings } = view;
  const intro = introText(view);
  // Where debts can be paid here, the section of these debts shows it.
  const payable = overview.systems.some(({ system, debts }) => system === 'dibs' && debts.length);
  return html`<div part="header">${heading(settings.headingLevel, 'heading', text('heading'))} ${totalView(view)}</div>
    <slot name="intro">${intro ? html`<p part="intro">${withPhoneLinks(intro, view)}</p>` : nothing}</slot>
    ${resultsView(view)} ${payable || isLoading(view) ? nothing : startingView(view)} ${failuresView(view)}
    ${overview.systems.map((system) => (system.state === 'loading' ? placeholderView() : sectionView(system, view)))}
    <div aria-live="polite" aria-atomic="true">
      ${overview.empty ? html`<p part="empty">${emptyText(view)}</p>` : nothing}
    </div>
    ${footerView(view)}`;
}

/** The whole element: the overview, or the summary. */
export function overviewView(view: ViewModel): TemplateResult {
  const { locale, direction, settings, payment } = view;
  const full = settings.view === 'full';
  const receipt = payment.notices.some(({ is }) => is === 'receipt' || is === 'partly');
  return html`<div
    part="base"
    class=${full ? settings.channel + (receipt ? ' receipt' : '') : ''}
    lang=${locale}
    dir=${direction}
  >
    ${previewView(view)} ${full ? fullView(view) : summaryView(view)}
  </div>`;
}
