import type { CalendarDate } from '../../src/util/time.js';
import type { WorkbenchState, BilingualText } from './state.js';
import { initialState } from './initial-state.js';
import { configured } from './configured.js';
import { parseConfiguration, RESTORED, withArrangement } from './parse-configuration.js';
import { openFragment } from './share.js';
import { migrate, type MigrationLine, type ImportFailure } from './migration/migrate.js';

export interface Imported {
  readonly state: WorkbenchState;
  readonly messages: readonly BilingualText[];
  /** The outcome for each setting of another system. */
  readonly lines: readonly MigrationLine[];
}

/** In characters. A longer text cannot be a configuration, and takes long to parse. */
const MAX_LENGTH = 2_000_000;

const REACT: BilingualText = {
  da: 'Det er koden til React. Sæt JSON eller HTML ind i stedet; begge står under Hent koden.',
  en: 'That is the code for React. Paste JSON or HTML instead; both are under Get the code.',
};

const problemNote = (count: number): BilingualText => ({
  da: `${count === 1 ? 'Én ting' : `${count} ting`} i den skal rettes: Se tjeklisten.`,
  en: `${count === 1 ? 'One thing' : `${count} things`} in it must be corrected: see the checklist.`,
});

/** The fragment of a link from the workbench. */
const fragmentIn = (pasted: string): string =>
  /^\s*https?:\S+(#\d+\.\S+)\s*$/.exec(pasted)?.[1] ?? '';

function fromLink(fragment: string, today: CalendarDate): Imported | ImportFailure | undefined {
  const { state, message } = openFragment(fragment, initialState(today));
  if (state) return { state, messages: [RESTORED, ...(message ? [message] : [])], lines: [] };
  return message && { problem: message };
}

/**
 * Imports a link, a file, a tag, JSON, or the configuration of an older system. Never throws.
 * @param base the current state; what the imported text does not set stays
 */
export function importConfiguration(
  pasted: string,
  base: WorkbenchState,
  today: CalendarDate,
): Imported | ImportFailure {
  const link = fromLink(fragmentIn(pasted), today);
  if (link) return link;
  if (/<ddb-debt-overview[^>]*\s[\w-]+=\{/.test(pasted)) return { problem: REACT };
  const own = pasted.length > MAX_LENGTH ? undefined : parseConfiguration(pasted, base);
  if (own) {
    const count = configured(own.state.arrangement).problems.length;
    return {
      ...own,
      messages: [...own.messages, ...(count ? [problemNote(count)] : [])],
      lines: [],
    };
  }
  const migrated = migrate(pasted);
  if ('problem' in migrated) return migrated;
  const { from, arrangement, lines } = migrated;
  const system = from === 'ding_debt' ? 'DDB CMS' : 'DPL CMS';
  const message = {
    da: `Opsætningen fra ${system} er hentet. Se, hvad der blev af hver ting:`,
    en: `The configuration of ${system} has been imported. See what became of each thing:`,
  };
  return { state: withArrangement(base, arrangement), messages: [message], lines };
}
