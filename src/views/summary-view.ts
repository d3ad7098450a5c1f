import { html, nothing, type TemplateResult } from 'lit/html.js';
import { sumOf } from '../units/ore.js';
import { emptyText } from './empty-text.js';
import { isLoading, isLoggedOut, type Scene } from './scene.js';
import { facing, MAY_MIRROR, sentence } from './sentence.js';

/** How many debts, how much, how many of them overdue; or why that is not known (CONTRACT 2, `view`). */
function summaryOf(scene: Scene): string {
  const { overview, readings, voice } = scene;
  const { systems, atLeast, empty, today } = overview;
  const failed = readings.filter(({ failure }) => failure);
  const debts = systems.flatMap((system) => system.debts);
  if (empty) return emptyText(scene, 'short');
  if (isLoggedOut(scene)) return voice.say('failed.unauthorized');
  if (isLoading(scene)) return voice.say('loading');
  // What was read before a failure may have been paid since: the overview says when it was.
  if (!debts.length || failed.some(({ readAt }) => readAt)) return voice.say('failed');
  const lower = atLeast || failed.length;
  const amount = voice.money(sumOf(systems.map((system) => system.amount)));
  const overdue = debts.filter(({ dueOn }) => dueOn && dueOn < today).length;
  return sentence(
    voice.counted('count', debts.length),
    lower ? voice.say('subtotal.atLeast', { amount }) : amount,
    !lower && overdue && voice.counted('summary.overdue', overdue),
  );
}

/** The whole widget as one line, which leads to the overview. */
export function summaryView(scene: Scene): TemplateResult {
  const { overviewUrl } = scene.settings;
  const line = summaryOf(scene);
  const words = MAY_MIRROR ? facing(scene, line) : line;
  return html`<p part="summary" role="status">
    ${overviewUrl ? html`<a part="summary-link link" href=${overviewUrl}>${words}</a>` : words || nothing}
  </p>`;
}
