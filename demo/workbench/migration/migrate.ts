import type { Arrangement, BilingualText } from '../state.js';
import { isDingDebt, migrateDingDebt } from './ding-debt.js';
import { isDplFees, migrateDplFees } from './dpl-fees.js';
import { addOpenDecisions } from './open-decisions.js';
import { isPage, isTooLong, stripTerminalOutput } from './pasted-text.js';
import { TRUNCATED, parseVariables } from './parse-variables.js';
import { bilingual, Migration, type MigrationLine } from './migration.js';

export type { MigrationLine } from './migration.js';

/** A migrated configuration, and the outcome for each old setting. */
export interface Migrated {
  readonly from: 'ding_debt' | 'dpl_fees';
  readonly arrangement: Arrangement;
  readonly lines: readonly MigrationLine[];
}

export interface ImportFailure {
  readonly problem: BilingualText;
}

const INSTRUCTIONS = bilingual(
  'Indsæt koden fra jeres side, en gemt fil, eller det, som kommandoen »drush vget ding_debt« (DDB CMS) eller »drush config:get dpl_fees.settings« (DPL CMS) skriver.',
  'Paste the code of your page, a saved file, or what the command “drush vget ding_debt” (DDB CMS) or “drush config:get dpl_fees.settings” (DPL CMS) prints.',
);

const failure = (da: string, en: string): ImportFailure => ({
  problem: bilingual(`${da} ${INSTRUCTIONS.da}`, `${en} ${INSTRUCTIONS.en}`),
});

const TOO_LONG = failure(
  'Det er alt for meget tekst til at være en opsætning.',
  'It is far too much text to be a configuration.',
);
const EMPTY = failure('Der er ikke indsat noget.', 'Nothing has been pasted.');
const PAGE = failure(
  'Det ligner en hjemmeside, ikke en opsætning.',
  'It looks like a web page, not a configuration.',
);
const INCOMPLETE = failure(
  'Der mangler noget af teksten. Kopiér det hele, fra første til sidste tegn.',
  'Some of the text is missing. Copy all of it, from the first character to the last.',
);
const UNKNOWN = failure(
  'Der er ingen af de navne i teksten, som vi kender.',
  'There are none of the names in the text that we know.',
);
const UNREADABLE = failure('Teksten kan ikke læses.', 'The text cannot be read.');

function migrateText(pasted: string): Migrated | ImportFailure {
  if (isTooLong(pasted)) return TOO_LONG;
  const text = stripTerminalOutput(pasted);
  if (!text) return EMPTY;
  if (isPage(text)) return PAGE;
  const variables = parseVariables(text);
  if (variables === TRUNCATED) return INCOMPLETE;
  const migration = new Migration();
  const from = isDingDebt(variables) ? 'ding_debt' : isDplFees(variables) ? 'dpl_fees' : undefined;
  if (!from) return UNKNOWN;
  if (from === 'ding_debt') migrateDingDebt(migration, variables);
  else migrateDplFees(migration, variables);
  addOpenDecisions(migration);
  return { from, arrangement: migration.arrangement, lines: migration.lines };
}

/** Migrates the pasted configuration of an older CMS. Never throws. */
export function migrate(pasted: string): Migrated | ImportFailure {
  try {
    return migrateText(pasted);
  } catch {
    return UNREADABLE;
  }
}
