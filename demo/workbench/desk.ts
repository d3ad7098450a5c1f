import type { TextKey } from '../../src/localization/localization.js';
import type { CalendarDate } from '../../src/units/calendar-date.js';
import type { Arrangement, Bench, Rehearsal, Sentence, Surroundings } from './bench.js';
import { configured } from './configured.js';
import { anchorOf, entriesOn, readAnswer, scenarioAnswer } from './debts.js';
import type { Place, Seen } from './preview/messages.js';
import { timelineOf } from './timeline.js';

export const TABS = ['setup', 'debts', 'words', 'look', 'check', 'out', 'in', 'stage'] as const;
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
}

/** Holds the bench, and what follows from it. */
export class Desk {
  bench: Bench;
  view: View = {
    tab: 'setup',
    finding: false,
    seen: { cms: [], app: [] },
    colours: {},
  };
  readonly today: CalendarDate;
  /** The answer that was last right: what is typed may be halfway. */
  #answer: { readonly typed: string; readonly entries: readonly unknown[] } | undefined;
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
    const { arrangement } = this.bench;
    this.replace({ ...this.bench, arrangement: { ...arrangement, ...change } });
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

  /** Once for all that changes in one go. */
  #request(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      this.#draw();
    });
  }

  get configuration() {
    return configured(this.bench.arrangement);
  }

  get anchor(): CalendarDate {
    return anchorOf(this.bench.arrangement.settings, this.today);
  }

  /** All debts there ever are, and why those typed are not shown. */
  get answer(): { readonly entries: readonly unknown[]; readonly problem?: Sentence | undefined } {
    const { rehearsal } = this.bench;
    const typed = rehearsal.answer;
    if (typed === undefined) return { entries: scenarioAnswer(rehearsal, this.anchor) };
    if (this.#answer?.typed === typed) return this.#answer;
    const { entries, problem } = readAnswer(typed);
    if (problem) {
      return { entries: this.#answer?.entries ?? scenarioAnswer(rehearsal, this.anchor), problem };
    }
    this.#answer = { typed, entries };
    return this.#answer;
  }

  /** What the systems answer on the day that is shown. */
  get entries(): readonly unknown[] {
    return entriesOn(this.answer.entries, this.bench.rehearsal);
  }

  get timeline() {
    const { settings } = this.configuration;
    return timelineOf(this.answer.entries, settings, this.today, this.bench.rehearsal.date);
  }
}
