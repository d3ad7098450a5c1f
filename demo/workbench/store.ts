import type { Configuration } from '../../src/config/configuration.js';
import type { SettingName } from '../../src/config/settings.js';
import type { TextKey } from '../../src/i18n/locales.js';
import { calendarDate, type CalendarDate } from '../../src/util/time.js';
import type {
  Arrangement,
  WorkbenchState,
  Project,
  Simulation,
  BilingualText,
  PageOptions,
} from './state.js';
import { configured } from './configured.js';
import { daysBetween } from './days.js';
import { anchorOf, entriesOn, parseAnswer, scenarioAnswer, type ParsedAnswer } from './debts.js';
import type { PreviewName, VisibleText } from './preview/messages.js';
import type { MigrationLine } from './migration/migrate.js';
import { timelineOf, type Timeline } from './timeline.js';

/** The preview is only a tab on screens too narrow to show it beside the panel. */
export const TABS = [
  'preview',
  'setup',
  'debts',
  'texts',
  'look',
  'check',
  'export',
  'import',
] as const;
export type Tab = (typeof TABS)[number];

/** The view state: what is open, and what the previews reported. It is not saved. */
export interface View {
  readonly tab: Tab;
  /** Whether a click in a preview selects its text. */
  readonly findingText: boolean;
  readonly highlighted?: TextKey | undefined;
  readonly visibleTexts: Readonly<Record<PreviewName, readonly VisibleText[]>>;
  readonly colours: Readonly<Record<string, string>>;
  /** The message in the status region. */
  readonly status?: BilingualText | undefined;
  /** The result of the last import. */
  readonly importResult: ImportResult;
  /** Options for the exported code. */
  readonly exportOptions: { readonly channel: 'cms' | 'app'; readonly dated: boolean };
  /** Whether to list only texts that are visible in a preview. */
  readonly onlyVisible: boolean;
}

export interface ImportResult {
  readonly pasted: string;
  readonly problem?: BilingualText | undefined;
  readonly messages: readonly BilingualText[];
  readonly lines: readonly MigrationLine[];
}

const EMPTY_IMPORT: ImportResult = { pasted: '', messages: [], lines: [] };

/** In milliseconds. */
export const ANNOUNCED_FOR = 5000;

/** In days. The shown day moves with the switch date if it would be farther away, where a scenario has no debts yet. */
const MAX_DISTANCE = 60;

/** The day to show: the current one, or the switch date if it has moved far away. */
function dayToShow(
  shown: CalendarDate,
  { settings: before }: Arrangement,
  { settings }: Arrangement,
): CalendarDate {
  const to = calendarDate(settings.switchDate?.trim());
  const moved = to && settings.switchDate !== before.switchDate;
  return moved && Math.abs(daysBetween(shown, to)) > MAX_DISTANCE ? to : shown;
}

/** The values derived from a state. */
interface Derived {
  readonly state: WorkbenchState;
  readonly configuration: Configuration;
  readonly answer: {
    readonly entries: readonly unknown[];
    /** Why the typed answer is not shown. */
    readonly problem?: BilingualText | undefined;
  };
  /** The entries that the systems answer on the shown day. */
  readonly entries: readonly unknown[];
  readonly timeline: Timeline;
}

const same = (a: readonly unknown[], b: readonly unknown[] = []): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index]);

/** Holds the state of the workbench, and the values derived from it. */
export class WorkbenchStore {
  state: WorkbenchState;
  view: View = {
    tab: 'setup',
    findingText: false,
    visibleTexts: { cms: [], app: [] },
    colours: {},
    importResult: EMPTY_IMPORT,
    exportOptions: { channel: 'cms', dated: false },
    onlyVisible: false,
  };
  readonly today: CalendarDate;
  #derived: Derived | undefined;
  /** The last typed answer, parsed. */
  #typed: { readonly text: string; readonly answer: ParsedAnswer } | undefined;
  #renderRequested = false;
  readonly #render: () => void;
  readonly #saveToHistory: (state: WorkbenchState) => void;

  /** @param saveToHistory stores a state that is about to be replaced, so that Back restores it */
  constructor(
    state: WorkbenchState,
    today: CalendarDate,
    render: () => void,
    saveToHistory: (state: WorkbenchState) => void,
  ) {
    this.state = state;
    this.today = today;
    this.#render = render;
    this.#saveToHistory = saveToHistory;
  }

  updateArrangement(change: Partial<Arrangement>): void {
    const { arrangement, simulation } = this.state;
    const next = { ...arrangement, ...change };
    const date = dayToShow(simulation.date, arrangement, next);
    this.setState({ ...this.state, arrangement: next, simulation: { ...simulation, date } });
  }

  updateProject(change: Partial<Project>): void {
    this.setState({ ...this.state, project: { ...this.state.project, ...change } });
  }

  /** Sets a setting. It is no example any more. */
  set(name: SettingName, value: string): void {
    const { settings } = this.state.arrangement;
    this.keepExample(name);
    this.updateArrangement({ settings: { ...settings, [name]: value } });
  }

  /** Takes the value of the example as the library's own. */
  keepExample(name: SettingName): void {
    const { examples } = this.state.project;
    if (examples.includes(name)) {
      this.updateProject({ examples: examples.filter((one) => one !== name) });
    }
  }

  updateSimulation(change: Partial<Simulation>): void {
    const { simulation } = this.state;
    this.setState({ ...this.state, simulation: { ...simulation, ...change } });
  }

  updatePageOptions(change: Partial<PageOptions>): void {
    const { pageOptions } = this.state;
    this.setState({ ...this.state, pageOptions: { ...pageOptions, ...change } });
  }

  updateView(change: Partial<View>): void {
    this.view = { ...this.view, ...change };
    this.#requestRender();
  }

  /** Shows a message in the status region for some seconds. */
  announce(status: BilingualText): void {
    this.updateView({ status });
    setTimeout(() => {
      // Another message stays.
      if (this.view.status === status) this.updateView({ status: undefined });
    }, ANNOUNCED_FOR);
  }

  setState(state: WorkbenchState): void {
    this.state = state;
    this.#requestRender();
  }

  /** Replaces the whole state. The Back button restores the old one. */
  loadState(state: WorkbenchState): void {
    this.#saveToHistory(this.state);
    this.setState(state);
  }

  /** Restores a state from the history or a link. Clears the last import, which is not part of it. */
  restoreState(state: WorkbenchState): void {
    this.updateView({ importResult: EMPTY_IMPORT });
    this.setState(state);
  }

  /** Renders once for all changes in the same task. */
  #requestRender(): void {
    if (this.#renderRequested) return;
    this.#renderRequested = true;
    queueMicrotask(() => {
      this.#renderRequested = false;
      this.#render();
    });
  }

  get configuration(): Configuration {
    return this.#derive().configuration;
  }

  get answer(): Derived['answer'] {
    return this.#derive().answer;
  }

  get entries(): readonly unknown[] {
    return this.#derive().entries;
  }

  get timeline(): Timeline {
    return this.#derive().timeline;
  }

  /** Computes the derived values once for each state. */
  #derive(): Derived {
    const { state } = this;
    const before = this.#derived;
    if (before?.state === state) return before;
    const { arrangement, simulation } = state;
    const configuration =
      before?.state.arrangement === arrangement ? before.configuration : configured(arrangement);
    const answer = this.#answerOf(state);
    const now = entriesOn(answer.entries, simulation);
    // Keep the same array if nothing changed, because the previews compare it by identity.
    const entries = before && same(now, before.entries) ? before.entries : now;
    const { date, leaveOutLater } = simulation;
    const { settings } = configuration;
    const timeline = timelineOf(answer.entries, settings, this.today, date, leaveOutLater);
    this.#derived = { state, configuration, answer, entries, timeline };
    return this.#derived;
  }

  /** All debts of the scenario or the typed answer. While the typed answer is invalid, the last valid one stays. */
  #answerOf({ arrangement, simulation }: WorkbenchState): Derived['answer'] {
    const before = this.#derived;
    const { answer: text } = simulation;
    const from = anchorOf(arrangement.settings, this.today);
    if (text === undefined) {
      const entries = scenarioAnswer(simulation, from);
      const known = before?.answer.entries;
      const isSame = known && JSON.stringify(known) === JSON.stringify(entries);
      return { entries: isSame ? known : entries };
    }
    if (this.#typed?.text !== text) this.#typed = { text, answer: parseAnswer(text) };
    const { answer } = this.#typed;
    if (!answer.problem) return answer;
    return {
      entries: before?.answer.entries ?? scenarioAnswer(simulation, from),
      ...(answer.problem && { problem: answer.problem }),
    };
  }
}
