import type { Configuration } from '../../src/config/configuration.js';
import type { TextKey } from '../../src/i18n/locales.js';
import { calendarDate, type CalendarDate } from '../../src/util/calendar-date.js';
import type { Arrangement, Bench, Rehearsal, Sentence, Surroundings } from './bench.js';
import { configured } from './configured.js';
import { daysBetween } from './days.js';
import { anchorOf, entriesOn, readAnswer, scenarioAnswer, type Answer } from './debts.js';
import type { Place, Seen } from './preview/messages.js';
import type { Line } from './take-over/take-over.js';
import { timelineOf, type Timeline } from './timeline.js';

/** The preview is a tab only where there is no room for it beside the others. */
export const TABS = ['stage', 'setup', 'debts', 'words', 'look', 'check', 'out', 'in'] as const;
export type Tab = (typeof TABS)[number];

/** Beside the bench: what is open, and what the previews have said. Nothing of it is saved. */
export interface View {
  readonly tab: Tab;
  /** A click in a preview looks for its text. */
  readonly finding: boolean;
  readonly point?: TextKey | undefined;
  readonly seen: Readonly<Record<Place, readonly Seen[]>>;
  readonly colours: Readonly<Record<string, string>>;
  /** What has happened, for everybody to know. */
  readonly news?: Sentence | undefined;
  /** What was brought in last. */
  readonly intake: Intake;
  /** Where the code that is taken out is for. */
  readonly out: { readonly channel: 'cms' | 'app'; readonly dated: boolean };
  /** Of the texts only those that are on the screen are listed. */
  readonly onlySeen: boolean;
}

export interface Intake {
  readonly pasted: string;
  readonly problem?: Sentence | undefined;
  readonly says: readonly Sentence[];
  readonly lines: readonly Line[];
}

const NOTHING_YET: Intake = { pasted: '', says: [], lines: [] };

/** More days than this from the switch nobody wants to see. */
const FAR = 400;

/** The day that is shown, or the switch itself where that has been moved far away from it. */
function dayToShow(
  shown: CalendarDate,
  { settings: before }: Arrangement,
  { settings }: Arrangement,
): CalendarDate {
  const to = calendarDate(settings.switchDate?.trim());
  const moved = to && settings.switchDate !== before.switchDate;
  return moved && Math.abs(daysBetween(shown, to)) > FAR ? to : shown;
}

/** What follows from a bench. */
interface Followed {
  readonly bench: Bench;
  readonly configuration: Configuration;
  readonly answer: {
    readonly entries: readonly unknown[];
    /** Why what is typed is not shown, where it is not. */
    readonly problem?: Sentence | undefined;
  };
  /** What the systems answer on the day that is shown. */
  readonly entries: readonly unknown[];
  readonly timeline: Timeline;
}

const same = (a: readonly unknown[], b: readonly unknown[] = []): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index]);

/** Holds the bench, and what follows from it. */
export class Desk {
  bench: Bench;
  view: View = {
    tab: 'setup',
    finding: false,
    seen: { cms: [], app: [] },
    colours: {},
    intake: NOTHING_YET,
    out: { channel: 'cms', dated: false },
    onlySeen: false,
  };
  readonly today: CalendarDate;
  #followed: Followed | undefined;
  /** What was typed last, and read. */
  #typed: { readonly text: string; readonly answer: Answer } | undefined;
  #isDue = false;
  readonly #draw: () => void;
  readonly #keep: (bench: Bench) => void;

  /** @param keep keeps a bench that is being exchanged */
  constructor(bench: Bench, today: CalendarDate, draw: () => void, keep: (bench: Bench) => void) {
    this.bench = bench;
    this.today = today;
    this.#draw = draw;
    this.#keep = keep;
  }

  arrange(change: Partial<Arrangement>): void {
    const { arrangement, rehearsal } = this.bench;
    const next = { ...arrangement, ...change };
    const date = dayToShow(rehearsal.date, arrangement, next);
    this.replace({ ...this.bench, arrangement: next, rehearsal: { ...rehearsal, date } });
  }

  rehearse(change: Partial<Rehearsal>): void {
    const { rehearsal } = this.bench;
    this.replace({ ...this.bench, rehearsal: { ...rehearsal, ...change } });
  }

  surround(change: Partial<Surroundings>): void {
    const { surroundings } = this.bench;
    this.replace({ ...this.bench, surroundings: { ...surroundings, ...change } });
  }

  look(change: Partial<View>): void {
    this.view = { ...this.view, ...change };
    this.#request();
  }

  replace(bench: Bench): void {
    this.bench = bench;
    this.#request();
  }

  /** Another bench altogether; Back leads to the one that was here. */
  exchange(bench: Bench): void {
    this.#keep(this.bench);
    this.replace(bench);
  }

  /** The one of before, or of a link: what was brought in since is not in it. */
  restore(bench: Bench): void {
    this.look({ intake: NOTHING_YET });
    this.replace(bench);
  }

  /** Once for all that changes in one go. */
  #request(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      this.#draw();
    });
  }

  get configuration(): Configuration {
    return this.#follow().configuration;
  }

  get answer(): Followed['answer'] {
    return this.#follow().answer;
  }

  get entries(): readonly unknown[] {
    return this.#follow().entries;
  }

  get timeline(): Timeline {
    return this.#follow().timeline;
  }

  /** Worked out once for each bench. */
  #follow(): Followed {
    const { bench } = this;
    const before = this.#followed;
    if (before?.bench === bench) return before;
    const { arrangement, rehearsal } = bench;
    const configuration =
      before?.bench.arrangement === arrangement ? before.configuration : configured(arrangement);
    const answer = this.#answerTo(bench);
    const now = entriesOn(answer.entries, rehearsal);
    // The previews compare what they are given.
    const entries = before && same(now, before.entries) ? before.entries : now;
    const { date, leaveOutLater } = rehearsal;
    const { settings } = configuration;
    const timeline = timelineOf(answer.entries, settings, this.today, date, leaveOutLater);
    this.#followed = { bench, configuration, answer, entries, timeline };
    return this.#followed;
  }

  /** All debts there ever are. What is typed may be halfway: then what was last right stays. */
  #answerTo({ arrangement, rehearsal }: Bench): Followed['answer'] {
    const before = this.#followed;
    const { answer: text } = rehearsal;
    const from = anchorOf(arrangement.settings, this.today);
    if (text === undefined) {
      const entries = scenarioAnswer(rehearsal, from);
      const known = before?.answer.entries;
      const isSame = known && JSON.stringify(known) === JSON.stringify(entries);
      return { entries: isSame ? known : entries };
    }
    if (this.#typed?.text !== text) this.#typed = { text, answer: readAnswer(text) };
    const { answer } = this.#typed;
    if (!answer.problem) return answer;
    return {
      entries: before?.answer.entries ?? scenarioAnswer(rehearsal, from),
      ...(answer.problem && { problem: answer.problem }),
    };
  }
}
