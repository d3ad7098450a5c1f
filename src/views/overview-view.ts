import { html, nothing, type TemplateResult } from 'lit/html.js';
import { printed } from '../config/problem.js';
import { emptyText } from './empty-text.js';
import { failuresView } from './failure-view.js';
import { heading } from './heading.js';
import { resultsView, startingView } from './payment-view.js';
import { linkView } from './link-view.js';
import { isLoading, type Scene } from './scene.js';
import { sectionView } from './section-view.js';
import { summaryView } from './summary-view.js';

function totalOf({ overview, voice }: Scene): string {
  const { total, atLeast } = overview;
  // "At least 0,00 kr." says nothing.
  if (!total) return '';
  return voice.say(atLeast ? 'total.atLeast' : 'total', { amount: voice.money(total) });
}

function introText({ voice, phase, settings }: Scene): string {
  const { systems, switchDate, oirPaymentUrl } = settings;
  const key = `intro.${phase}` as const;
  // A library that shows the old system only, and has no date, has told of no new one.
  if (systems === 'dibs' && !switchDate && !voice.has(key)) return '';
  return voice.say(key, {}, !oirPaymentUrl && 'noSite');
}

function previewView({ voice, settings, problems, overview }: Scene) {
  if (!settings.previewDate) return nothing;
  return html`<div part="preview">
    <p id="preview">${voice.say('preview', { date: voice.dayOf(overview.today) })}</p>
    ${
      problems.length
        ? html`<p>${voice.say('preview.problems')}</p>
            <ul part="problems" lang="en" dir="ltr">
              ${problems.map(
                ({ setting, value, message }) =>
                  html`<li><code>${`${setting}="${printed(value)}"`}</code> ${message}</li>`,
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
function loadingView(scene: Scene) {
  const slow = scene.readings.some((reading) => reading.slow && reading.state === 'loading');
  return isLoading(scene)
    ? html`<span part="loading">${scene.voice.say(slow ? 'loading.slow' : 'loading')}</span>`
    : nothing;
}

/**
 * The total, with the number of debts for those who do not see the list come; where one system is shown, the number
 * alone. While debts are read it says so, in the same line, so that nothing moves.
 */
function totalView(scene: Scene) {
  const { overview, voice, readings } = scene;
  const total = totalOf(scene);
  const count = overview.systems.flatMap(({ debts }) => debts).length;
  // Of a part of the debts neither is said.
  const known = readings.every(({ state, failure }) => state === 'ready' && !failure);
  const number =
    known && count
      ? html`<span class=${total ? 'hidden' : ''}
          >${voice.counted('count', count)}${total && '. '}</span
        >`
      : nothing;
  return html`<p part="total" role="status">${[loadingView(scene), number, total]}</p>`;
}

/** What comes after the debts; it comes with them, so that it does not move. */
function footerView(scene: Scene) {
  const { voice, settings } = scene;
  const { ratesUrl, helpUrl } = settings;
  if (isLoading(scene)) return nothing;
  return html`${
      ratesUrl || helpUrl
        ? html`<p part="footer">
            ${linkView(ratesUrl, voice.say('rates'), scene)}
            ${linkView(helpUrl, voice.say('help'), scene)}
          </p>`
        : nothing
    }<slot name="footer"></slot>`;
}

/** The whole overview, beneath what stands before it as before the one line. */
function fullView(scene: Scene): TemplateResult {
  const { voice, overview, settings } = scene;
  const intro = introText(scene);
  // Where there is a list of what is paid here, it has its place there.
  const payable = overview.systems.some(({ system, debts }) => system === 'dibs' && debts.length);
  return html`<div part="header">
      ${heading(settings.headingLevel, 'heading', voice.say('heading'))} ${totalView(scene)}
    </div>
    <slot name="intro">${intro ? html`<p part="intro">${intro}</p>` : nothing}</slot>
    ${resultsView(scene)} ${payable || isLoading(scene) ? nothing : startingView(scene)}
    ${failuresView(scene)}
    ${overview.systems.map((system) =>
      system.state === 'loading' ? placeholderView() : sectionView(system, scene),
    )}
    <div role="status">
      ${overview.empty ? html`<p part="empty">${emptyText(scene)}</p>` : nothing}
    </div>
    ${footerView(scene)}`;
}

/** The whole widget. */
export function overviewView(scene: Scene): TemplateResult {
  const { voice, settings, till } = scene;
  const full = settings.view === 'full';
  const receipt = till.told.some(({ is }) => is === 'receipt' || is === 'partly');
  return html`<div
    part="base"
    class=${full ? settings.channel + (receipt ? ' receipt' : '') : ''}
    lang=${voice.locale}
    dir=${voice.direction}
  >
    ${previewView(scene)} ${full ? fullView(scene) : summaryView(scene)}
  </div>`;
}
