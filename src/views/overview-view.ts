import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { DebtorSystem } from '../config/debtor-system.js';
import { printed } from '../config/problem.js';
import { failuresView } from './failure-view.js';
import { heading } from './heading.js';
import { linkView } from './link-view.js';
import type { Scene } from './scene.js';
import { sectionView } from './section-view.js';

const isLoading = ({ readings }: Scene): boolean =>
  readings.some(({ state }) => state === 'loading');

function totalOf({ overview, voice }: Scene): string {
  const { total, atLeast, empty } = overview;
  if (total === undefined || empty) return '';
  return voice.text(atLeast ? 'total.atLeast' : 'total', { amount: voice.amount(total) });
}

/** That nothing is owed, in words that reach no further than what is known (CONTRACT 4, Scoped words). */
function emptyText(
  { voice, configuration }: Scene,
  scope: 'both' | DebtorSystem = configuration.settings.systems,
): string {
  if (scope === 'both') return voice.text('empty');
  return scope === 'dibs'
    ? voice.text('empty.dibs')
    : voice.text('empty.oir', {}, !configuration.settings.oirPaymentUrl && 'noSite');
}

function introText({ voice, phase, configuration }: Scene): string {
  const { systems, switchDate, oirPaymentUrl } = configuration.settings;
  const key = `intro.${phase}` as const;
  // A library that shows the old system only, and has no date, has told of no new one.
  if (systems === 'dibs' && !switchDate && !voice.has(key)) return '';
  return voice.text(key, {}, !oirPaymentUrl && 'noSite');
}

function previewView({ voice, configuration, overview }: Scene) {
  const { settings, problems } = configuration;
  if (!settings.previewDate) return nothing;
  return html`<div part="preview">
    <p>${voice.text('preview', { date: voice.date(overview.today) })}</p>
    ${
      problems.length
        ? html`<p>${voice.text('preview.problems')}</p>
            <ul part="problems" lang="en">
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

/** What is said, on screen and by a screen reader, where there is no list: that it is being read, or that it is empty. */
function stateView(scene: Scene) {
  const { overview, voice, readings } = scene;
  if (overview.empty) return html`<p part="empty">${emptyText(scene)}</p>`;
  if (isLoading(scene)) {
    const slow = readings.some((reading) => reading.slow && reading.state === 'loading');
    return html`<p part="loading">${voice.text(slow ? 'loading.slow' : 'loading')}</p>`;
  }
  // One system failed: the other one's "none" is known all the same.
  const none = overview.systems.find(
    ({ state, failure, debts, unreadable }) =>
      state === 'ready' && !failure && !debts.length && !unreadable,
  );
  return none && readings.some(({ failure }) => failure)
    ? html`<p part="empty">${emptyText(scene, none.system)}</p>`
    : nothing;
}

/** The total, with the number of debts for those who do not see the list come. While it is awaited, its line is kept. */
function totalView(scene: Scene) {
  const { overview, voice, configuration } = scene;
  const loading = isLoading(scene);
  const awaited = loading && configuration.settings.systems === 'both';
  const count = overview.systems.reduce((sum, { debts }) => sum + debts.length, 0);
  return html`<p part="total" class=${awaited ? 'awaited' : ''} role="status">
    ${
      count && !loading
        ? html`<span class="hidden">${voice.counted('count', count)}.</span>`
        : nothing
    }${totalOf(scene) || nothing}
  </p>`;
}

/** What comes after the debts; it comes with them, so that it does not move. */
function footerView(scene: Scene) {
  const { voice, configuration } = scene;
  const { ratesUrl, helpUrl } = configuration.settings;
  if (isLoading(scene)) return nothing;
  return html`${
      ratesUrl || helpUrl
        ? html`<p part="footer">
            ${linkView(ratesUrl, voice.text('rates'))} ${linkView(helpUrl, voice.text('help'))}
          </p>`
        : nothing
    }<slot name="footer"></slot>`;
}

/** The whole widget. */
export function overviewView(scene: Scene): TemplateResult {
  const { voice, overview, configuration } = scene;
  const { headingLevel, channel } = configuration.settings;
  const intro = introText(scene);
  return html`<div part="base" class=${channel} lang=${voice.locale}>
    ${previewView(scene)}
    <div part="header">
      ${heading(headingLevel, 'heading', voice.text('heading'))} ${totalView(scene)}
    </div>
    <slot name="intro">${intro ? html`<p part="intro">${intro}</p>` : nothing}</slot>
    ${failuresView(scene)}
    <div role="status">${stateView(scene)}</div>
    ${overview.systems.map((system) =>
      system.state === 'loading' ? placeholderView() : sectionView(system, scene),
    )}
    ${footerView(scene)}
  </div>`;
}
