import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { Phase } from '../../../src/config/phase.js';
import { phaseOn } from '../../../src/config/phase.js';
import { formatsOf } from '../../../src/i18n/formats.js';
import { calendarDate, instantOf, type CalendarDate } from '../../../src/util/time.js';
import { addDays, daysBetween } from '../days.js';
import type { WorkbenchStore } from '../store.js';
import { nextChange, type Mark, type Timeline } from '../timeline.js';
import { localize, uiLanguage, words } from '../ui-language.js';

export const phaseName = (phase: Phase): string =>
  ({
    before: words('Før skiftet', 'Before the switch'),
    transition: words('Overgangen', 'The transition'),
    after: words('Efter DIBS', 'After DIBS'),
  })[phase];

const short = new Intl.DateTimeFormat(uiLanguage === 'da' ? 'da-DK' : 'en-GB', {
  dateStyle: 'medium',
  timeZone: 'UTC',
});

const shortDay = (date: CalendarDate): string => short.format(instantOf(date));

export const dayName = (date: CalendarDate): string => formatsOf(uiLanguage).dayOf(date);

const part = (timeline: Timeline, date: CalendarDate): number =>
  daysBetween(timeline.from, date) / daysBetween(timeline.from, timeline.to);

/** Whether a mark has a name on the timeline. */
const isMain = ({ kind }: Mark): boolean => kind !== 'created' && kind !== 'overdue';

const phaseBands = (timeline: Timeline): TemplateResult[] =>
  timeline.phases.map(({ from, phase }, index) => {
    const next = timeline.phases[index + 1]?.from ?? timeline.to;
    const width = part(timeline, next) - part(timeline, from);
    return html`<span class="band ${phase}" style=${styleMap({ flexGrow: String(width) })}
      >${width > 0.12 ? phaseName(phase) : ''}</span
    >`;
  });

/** One tick for each day. The most important mark comes last, and wins. */
const ticks = (timeline: Timeline): TemplateResult[] =>
  [
    ...new Map(
      [...timeline.marks].sort((a, b) => +isMain(a) - +isMain(b)).map((mark) => [mark.date, mark]),
    ).values(),
  ].map(
    (mark) =>
      html`<i
        class="tick ${isMain(mark) ? 'main' : ''}"
        style=${styleMap({ insetInlineStart: `${part(timeline, mark.date) * 100}%` })}
        title="${dayName(mark.date)}: ${localize(mark.description)}"
      ></i>`,
  );

/** The descriptions of at most three marks. */
const listed = (marks: readonly Mark[]): string =>
  marks
    .slice(0, 3)
    .map(({ description }) => localize(description))
    .join(' · ') + (marks.length > 3 ? ' …' : '');

/** Whether the slider has focus. It announces each day itself, so nothing else must. */
const isSliding = (): boolean => document.activeElement?.matches('input[type=range]') ?? false;

/** Describes the changes on the day, or else the next ones. The current day is none. */
function changeText({ marks: all, ...timeline }: Timeline, date: CalendarDate): string {
  const marks = all.filter(({ kind }) => kind !== 'today');
  const onTheDay = marks.filter((mark) => mark.date === date);
  if (onTheDay.length) return listed(onTheDay);
  const next = nextChange({ ...timeline, marks }, date);
  const isToday = all.some((mark) => mark.kind === 'today' && mark.date === date);
  const now = isToday ? `${words('I dag', 'Today')}. ` : '';
  if (!next)
    return (
      now + words('Herefter ændrer siden sig ikke mere.', 'After this the page does not change.')
    );
  const days = daysBetween(date, next);
  const what = listed(marks.filter((mark) => mark.date === next));
  const when = words(
    days === 1 ? 'I morgen' : `Om ${days} dage`,
    days === 1 ? 'Tomorrow' : `In ${days} days`,
  );
  return `${now}${when}: ${what}`;
}

/** The shown day, and the controls to change it. */
export function timelineView(store: WorkbenchStore): TemplateResult {
  const { timeline, configuration } = store;
  const { date } = store.state.simulation;
  const go = (to: CalendarDate | undefined): void => {
    if (to) store.updateSimulation({ date: to });
  };
  const phase = phaseOn(date, configuration.settings);
  const before = nextChange(timeline, date, true);
  const after = nextChange(timeline, date);
  return html`<section class="timeline" aria-label=${words('Tidslinje', 'Timeline')}>
    <div class="moment">
      <p class="day">
        <strong>${dayName(date)}</strong> <span class="phase ${phase}">${phaseName(phase)}</span>
      </p>
      <div class="steps">
        <button
          type="button"
          class="tertiary"
          aria-disabled=${!before}
          @click=${() => go(before)}
          aria-label=${words('Forrige ændring', 'Previous change')}
          title=${words('Forrige ændring', 'Previous change')}
        >
          ‹
        </button>
        <span class="date-field"
          ><input
            type="date"
            aria-label=${words('Vis en bestemt dag', 'Show a certain day')}
            data-name="date"
            .value=${live(date)}
            @change=${({ target }: Event) => go(calendarDate((target as HTMLInputElement).value))}
        /></span>
        <button
          type="button"
          class="tertiary"
          aria-disabled=${!after}
          @click=${() => go(after)}
          aria-label=${words('Næste ændring', 'Next change')}
          title=${words('Næste ændring', 'Next change')}
        >
          ›
        </button>
      </div>
    </div>
    <div class="track">
      <div class="bands" aria-hidden="true">${phaseBands(timeline)}</div>
      <div class="ticks" aria-hidden="true">${ticks(timeline)}</div>
      <input
        type="range"
        min="0"
        max=${daysBetween(timeline.from, timeline.to)}
        .value=${live(String(daysBetween(timeline.from, date)))}
        aria-label=${words('Dag, der vises', 'Day shown')}
        aria-valuetext="${dayName(date)}, ${phaseName(phase)}"
        @input=${({ target }: Event) =>
          go(addDays(timeline.from, (target as HTMLInputElement).valueAsNumber))}
      />
    </div>
    <ul class="marks">
      ${timeline.marks.filter(isMain).map(
        (mark) =>
          html`<li class=${mark.kind}>
            <button type="button" @click=${() => go(mark.date)} aria-pressed=${mark.date === date}>
              <span>${localize(mark.name)}</span> ${shortDay(mark.date)}
            </button>
          </li>`,
      )}
    </ul>
    <p class="happens" aria-live=${isSliding() ? 'off' : 'polite'}>
      ${changeText(timeline, date) || nothing}
    </p>
  </section>`;
}
