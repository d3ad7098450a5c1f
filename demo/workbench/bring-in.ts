import type { CalendarDate } from '../../src/util/calendar-date.js';
import type { Bench, Sentence } from './bench.js';
import { beginning } from './beginning.js';
import { configured } from './configured.js';
import { readOwn, RESTORED, withArrangement } from './read-own.js';
import { openFragment } from './share.js';
import { takeOver, type Line, type NotTaken } from './take-over/take-over.js';

export interface Brought {
  readonly bench: Bench;
  readonly says: readonly Sentence[];
  /** What became of each thing, where it was another system's. */
  readonly lines: readonly Line[];
}

/** Characters: no bench is as long, and a long text takes long to be looked through. */
const MOST = 2_000_000;

const REACT: Sentence = {
  da: 'Det er koden til React. Sæt JSON eller HTML ind i stedet; begge står under Tag med.',
  en: 'That is the code for React. Paste JSON or HTML instead; both are under Take out.',
};

const faulty = (count: number): Sentence => ({
  da: `${count === 1 ? 'Én ting' : `${count} ting`} i den skal rettes: Se tjeklisten.`,
  en: `${count === 1 ? 'One thing' : `${count} things`} in it must be mended: see the checklist.`,
});

/** A link to a bench, as it is copied here. */
const fragmentIn = (pasted: string): string =>
  /^\s*https?:\S+(#\d+\.\S+)\s*$/.exec(pasted)?.[1] ?? '';

function fromLink(fragment: string, today: CalendarDate): Brought | NotTaken | undefined {
  const { bench, says } = openFragment(fragment, beginning(today));
  if (bench) return { bench, says: [RESTORED, ...(says ? [says] : [])], lines: [] };
  return says && { problem: says };
}

/**
 * Whatever a library may have: a link, a file, a tag, JSON, or an older system's configuration. Never throws.
 * @param base what is on the bench now: what is not in it stays
 */
export function bringIn(pasted: string, base: Bench, today: CalendarDate): Brought | NotTaken {
  const link = fromLink(fragmentIn(pasted), today);
  if (link) return link;
  if (/<ddb-debt-overview[^>]*\s[\w-]+=\{/.test(pasted)) return { problem: REACT };
  const own = pasted.length > MOST ? undefined : readOwn(pasted, base);
  if (own) {
    const count = configured(own.bench.arrangement).problems.length;
    return { ...own, says: [...own.says, ...(count ? [faulty(count)] : [])], lines: [] };
  }
  const taken = takeOver(pasted);
  if ('problem' in taken) return taken;
  const { from, arrangement, lines } = taken;
  const system = from === 'ding_debt' ? 'DDB CMS' : 'DPL CMS';
  const says = {
    da: `Opsætningen fra ${system} er hentet. Se, hvad der blev af hver ting:`,
    en: `The configuration of ${system} has been taken over. See what became of each thing:`,
  };
  return { bench: withArrangement(base, arrangement), says: [says], lines };
}
