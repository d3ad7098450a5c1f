import { html, type TemplateResult } from 'lit';
import { attributeOf, SETTING_NAMES } from '../../../src/config/settings.js';
import type { TextKey } from '../../../src/i18n/locales.js';
import { checklist, type Item } from '../checklist.js';
import { judge } from '../contrast.js';
import type { Desk } from '../desk.js';
import { say, words } from '../tongue.js';
import { problemIn, subjectIn } from '../words/problems.js';

/** What is wrong, as things to do. */
function problemItems(desk: Desk): Item[] {
  return (
    desk.configuration.problems
      // The checklist says this in its own words.
      .filter(({ value }) => value !== null)
      .map((problem): Item => {
        const setting = SETTING_NAMES.find((name) => attributeOf(name) === problem.setting);
        const [, key] = /^texts\.(?:da|en)\.(.+)$/.exec(problem.setting) ?? [];
        const words = (language: 'da' | 'en'): string =>
          `${subjectIn(language, problem)}: ${problemIn(language, problem)}`;
        return {
          is: 'must',
          says: { da: words('da'), en: words('en') },
          tab: key ? 'words' : 'setup',
          ...(setting && { setting }),
          ...(key && { text: key as TextKey }),
        };
      })
  );
}

/** Everything there is to do before the switch. */
export function itemsOf(desk: Desk): readonly Item[] {
  const { bench, configuration, today, view } = desk;
  const { arrangement } = bench;
  const problems = problemItems(desk);
  const rest = checklist({ arrangement, configuration, today }, judge(view.colours));
  const told = new Set(problems.map(({ setting }) => setting).filter(Boolean));
  return [...problems, ...rest.filter(({ setting }) => !setting || !told.has(setting))];
}

const goTo = (desk: Desk, { tab, setting, text, slot }: Item): void => {
  desk.look({ tab, ...(text && { point: text }) });
  const id = setting
    ? `field-${attributeOf(setting)}`
    : text
      ? `words-${text}`
      : slot
        ? `slot-${slot}`
        : 'panel';
  // After the tab is drawn.
  requestAnimationFrame(() => {
    const field = document.getElementById(id);
    field?.scrollIntoView({ block: 'center' });
    (field?.querySelector('summary') ?? field)?.focus();
  });
};

const listOf = (desk: Desk, items: readonly Item[]): TemplateResult =>
  html`<ul class="checklist">
    ${items.map(
      (item) =>
        html`<li class=${item.is}>
          <p>${say(item.says)}</p>
          <button type="button" class="plain" @click=${() => goTo(desk, item)}>
            ${words('Gå dertil', 'Go there')}<span class="hidden"> ${say(item.says)}</span>
          </button>
        </li>`,
    )}
  </ul>`;

/** What is missing for the switch. */
export function checkView(desk: Desk): TemplateResult {
  const items = itemsOf(desk);
  const must = items.filter(({ is }) => is === 'must');
  const should = items.filter(({ is }) => is === 'should');
  return html`<section class="group" aria-labelledby="group-check">
    <h2 id="group-check">${words('Før natten, hvor I skifter', 'Before the night you switch')}</h2>
    ${
      items.length
        ? ''
        : html`<p class="lead">
            ${words(
              'Alt er på plads. Gennemgå tidslinjen en sidste gang, og tag koden med.',
              'Everything is in place. Go through the timeline one last time, and take the code with you.',
            )}
          </p>`
    }
    ${
      must.length
        ? html`<h3>${words('Skal rettes', 'Must be mended')}</h3>
            ${listOf(desk, must)}`
        : ''
    }
    ${
      should.length
        ? html`<h3>${words('Tag stilling til', 'Decide')}</h3>
            ${listOf(desk, should)}`
        : ''
    }
  </section>`;
}
