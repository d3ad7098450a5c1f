import { html, nothing, type TemplateResult } from 'lit/html.js';
import { printed } from '../config/problem.js';
import { failuresView } from './failure-view.js';
import { heading } from './heading.js';
import { linkView } from './link-view.js';
import type { Scene } from './scene.js';
import { sectionView } from './section-view.js';

function totalOf({ overview, voice }: Scene): string {
  const { total, atLeast, empty } = overview;
  if (total === undefined || empty) return '';
  return voice.text(atLeast ? 'total.atLeast' : 'total', { amount: voice.amount(total) });
}

function emptyText({ voice, configuration }: Scene): string {
  const { systems, oirPaymentUrl } = configuration.settings;
  if (systems === 'both') return voice.text('empty');
  return systems === 'dibs'
    ? voice.text('empty.dibs')
    : voice.text('empty.oir', {}, !oirPaymentUrl && 'noSite');
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
    <p>${voice.text('preview', { date: voice.day(overview.today) })}</p>
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
  const loading = readings.filter(({ state }) => state === 'loading');
  if (!loading.length) return nothing;
  const slow = loading.some((reading) => reading.slow);
  return html`<p part="loading">${voice.text(slow ? 'loading.slow' : 'loading')}</p>`;
}

/** The total, with the number of debts for those who do not see the list come. */
function totalView(scene: Scene) {
  const { overview, voice, readings } = scene;
  const count = overview.systems.reduce((sum, { debts }) => sum + debts.length, 0);
  const announced = count > 0 && readings.every(({ state }) => state !== 'loading');
  return html`<p part="total" role="status">
    ${announced ? html`<span class="hidden">${voice.counted('count', count)}.</span>` : nothing}
    ${totalOf(scene)}
  </p>`;
}

function footerView({ voice, configuration }: Scene) {
  const { ratesUrl, helpUrl } = configuration.settings;
  return ratesUrl || helpUrl
    ? html`<p part="footer">
        ${linkView(ratesUrl, voice.text('rates'))} ${linkView(helpUrl, voice.text('help'))}
      </p>`
    : nothing;
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
    <slot name="footer"></slot>
  </div>`;
}
