import { html, nothing, type TemplateResult } from 'lit';
import { formatValue } from '../config/problem.js';
import { emptyText } from './empty-text.js';
import { failuresView } from './failure-view.js';
import { heading } from './heading.js';
import { resultsView, startingView } from './payment-view.js';
import { linkView } from './link-view.js';
import { isLoading, type ViewModel } from './view-model.js';
import { sectionView } from './section-view.js';
import { summaryView } from './summary-view.js';

function totalOf({ overview, i18n }: ViewModel): string {
  const { total, atLeast } = overview;
  // "At least 0,00 kr." says nothing.
  if (!total) return '';
  return i18n.text(atLeast ? 'total.atLeast' : 'total', { amount: i18n.money(total) });
}

function introText({ i18n, phase, settings }: ViewModel): string {
  const { systems, switchDate, oirPaymentUrl } = settings;
  const key = `intro.${phase}` as const;
  // A library that shows the old system only, and has no date, has notice of no new one.
  if (systems === 'dibs' && !switchDate && !i18n.hasOwnText(key)) return '';
  return i18n.text(key, {}, !oirPaymentUrl && 'noSite');
}

function previewView({ i18n, settings, problems, overview }: ViewModel) {
  if (!settings.previewDate) return nothing;
  return html`<div part="preview">
    <p id="preview">${i18n.text('preview', { date: i18n.dayOf(overview.today) })}</p>
    ${
      problems.length
        ? html`<p>${i18n.text('preview.problems')}</p>
            <ul part="problems" lang="en" dir="ltr">
              ${problems.map(
                ({ setting, value, message }) =>
                  html`<li><code>${`${setting}="${formatValue(value)}"`}</code> ${message}</li>`,
              )}
            </ul>`
        : nothing
    }
  </div>`;
}

/** Room for what is being read, so that the page does not jump. */
const placeholderView = () =>
  html`<div part="placeholder" aria-hidden="true"><i></i><i></i><i></i></div>`;

/** That debts are being read, while they are. */
function loadingView(view: ViewModel) {
  const slow = view.endpointStates.some(
    (reading) => reading.retrying && reading.status === 'loading',
  );
  return isLoading(view)
    ? html`<span part="loading">${view.i18n.text(slow ? 'loading.slow' : 'loading')}</span>`
    : nothing;
}

/**
 * The total, with the number of debts for those who do not see the list come; where one system is shown, the number
 * alone. While debts are read it says so, in the same line, so that nothing moves.
 */
function totalView(view: ViewModel) {
  const { overview, i18n, endpointStates } = view;
  const total = totalOf(view);
  const count = overview.systems.flatMap(({ debts }) => debts).length;
  // Of a part of the debts neither is said.
  const known = endpointStates.every(({ status: state, failure }) => state === 'ready' && !failure);
  const number =
    known && count
      ? html`<span class=${total ? 'hidden' : ''}
          >${i18n.countedText('count', count)}${total && '. '}</span
        >`
      : nothing;
  return html`<p part="total" role="status">${[loadingView(view), number, total]}</p>`;
}

/** What comes after the debts; it comes with them, so that it does not move. */
function footerView(view: ViewModel) {
  const { i18n, settings } = view;
  const { ratesUrl, helpUrl } = settings;
  if (isLoading(view)) return nothing;
  return html`${
      ratesUrl || helpUrl
        ? html`<p part="footer">
            ${linkView(ratesUrl, i18n.text('rates'), view)}
            ${linkView(helpUrl, i18n.text('help'), view)}
          </p>`
        : nothing
    }<slot name="footer"></slot>`;
}

/** The whole overview, beneath what stands before it as before the one line. */
function fullView(view: ViewModel): TemplateResult {
  const { i18n, overview, settings } = view;
  const intro = introText(view);
  // Where there is a list of what is paid here, it has its place there.
  const payable = overview.systems.some(({ system, debts }) => system === 'dibs' && debts.length);
  return html`<div part="header">
      ${heading(settings.headingLevel, 'heading', i18n.text('heading'))} ${totalView(view)}
    </div>
    <slot name="intro">${intro ? html`<p part="intro">${intro}</p>` : nothing}</slot>
    ${resultsView(view)} ${payable || isLoading(view) ? nothing : startingView(view)}
    ${failuresView(view)}
    ${overview.systems.map((system) =>
      system.state === 'loading' ? placeholderView() : sectionView(system, view),
    )}
    <div role="status">
      ${overview.empty ? html`<p part="empty">${emptyText(view)}</p>` : nothing}
    </div>
    ${footerView(view)}`;
}

/** The whole widget. */
export function overviewView(view: ViewModel): TemplateResult {
  const { i18n, settings, payment } = view;
  const full = settings.view === 'full';
  const receipt = payment.notices.some(({ is }) => is === 'receipt' || is === 'partly');
  return html`<div
    part="base"
    class=${full ? settings.channel + (receipt ? ' receipt' : '') : ''}
    lang=${i18n.locale}
    dir=${i18n.direction}
  >
    ${previewView(view)} ${full ? fullView(view) : summaryView(view)}
  </div>`;
}
