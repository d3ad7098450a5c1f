import type { Arrangement, Sentence } from '../bench.js';
import { isDingDebt, takeDingDebt } from './ding-debt.js';
import { isDplFees, takeDplFees } from './dpl-fees.js';
import { decideTheRest } from './not-known-before.js';
import { isPage, isTooLong, tidied } from './pasted.js';
import { CUT, readVariables } from './read-variables.js';
import { say, Taking, type Line } from './taking.js';

export type { Line } from './taking.js';

/** A library's old configuration as ours, and what became of each thing in it. */
export interface TakenOver {
  readonly from: 'ding_debt' | 'dpl_fees';
  readonly arrangement: Arrangement;
  readonly lines: readonly Line[];
}

export interface NotTaken {
  readonly problem: Sentence;
}

const HOW = say(
  'Indsæt koden fra jeres side, en gemt fil, eller det, som kommandoen »drush vget ding_debt« (DDB CMS) eller »drush config:get dpl_fees.settings« (DPL CMS) skriver.',
  'Paste the code of your page, a saved file, or what the command “drush vget ding_debt” (DDB CMS) or “drush config:get dpl_fees.settings” (DPL CMS) prints.',
);

const not = (da: string, en: string): NotTaken => ({
  problem: say(`${da} ${HOW.da}`, `${en} ${HOW.en}`),
});

const TOO_LONG = not(
  'Det er alt for meget tekst til at være en opsætning.',
  'It is far too much text to be a configuration.',
);
const EMPTY = not('Der er ikke indsat noget.', 'Nothing has been pasted.');
const PAGE = not(
  'Det ligner en hjemmeside, ikke en opsætning.',
  'It looks like a web page, not a configuration.',
);
const NOT_ALL = not(
  'Der mangler noget af teksten. Kopiér det hele, fra første til sidste tegn.',
  'Some of the text is missing. Copy all of it, from the first character to the last.',
);
const UNKNOWN = not(
  'Der er ingen af de navne i teksten, som vi kender.',
  'There are none of the names in the text that we know.',
);
const TROUBLE = not('Teksten kan ikke læses.', 'The text cannot be read.');

function read(pasted: string): TakenOver | NotTaken {
  if (isTooLong(pasted)) return TOO_LONG;
  const written = tidied(pasted);
  if (!written) return EMPTY;
  if (isPage(written)) return PAGE;
  const variables = readVariables(written);
  if (variables === CUT) return NOT_ALL;
  const taking = new Taking();
  const from = isDingDebt(variables) ? 'ding_debt' : isDplFees(variables) ? 'dpl_fees' : undefined;
  if (!from) return UNKNOWN;
  if (from === 'ding_debt') takeDingDebt(taking, variables);
  else takeDplFees(taking, variables);
  decideTheRest(taking);
  return { from, arrangement: taking.arrangement, lines: taking.lines };
}

/** Takes anything that can be pasted, and never throws. */
export function takeOver(pasted: string): TakenOver | NotTaken {
  try {
    return read(pasted);
  } catch {
    return TROUBLE;
  }
}
