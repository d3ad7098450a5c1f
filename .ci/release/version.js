/** A version as numbers; a release candidate (or alpha, beta) is before what it is a candidate for. */
const WRITTEN = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-(alpha|beta|rc)\.(0|[1-9]\d*))?$/;

/** From the smallest. */
export const SIZES = ['patch', 'minor', 'major'];

/** @returns {{ core: number[], pre: [string, number] | undefined } | undefined} */
export function parse(text) {
  const [whole, major, minor, patch, word, number] = WRITTEN.exec(text) ?? [];
  if (!whole) return undefined;
  return {
    core: [Number(major), Number(minor), Number(patch)],
    pre: word ? [word, Number(number)] : undefined,
  };
}

const asText = (core) => core.join('.');

/** Below zero where `a` comes before `b`. */
export function compare(a, b) {
  const [first, second] = [parse(a), parse(b)];
  const place = first.core.findIndex((number, at) => number !== second.core[at]);
  if (place >= 0) return first.core[place] - second.core[place];
  if (!first.pre || !second.pre) return Number(!first.pre) - Number(!second.pre);
  const [[word, number], [otherWord, otherNumber]] = [first.pre, second.pre];
  if (word !== otherWord) return word < otherWord ? -1 : 1;
  return number - otherNumber;
}

/** The next version of a size; a candidate becomes what it is a candidate for, if that is large enough. */
export function next(version, size) {
  const { core, pre } = parse(version);
  const rising = 2 - SIZES.indexOf(size);
  if (pre && core.slice(rising + 1).every((number) => number === 0)) return asText(core);
  return asText(core.map((number, at) => (at < rising ? number : at === rising ? number + 1 : 0)));
}

/** How large the step from one version to a higher one is. */
export function sizeOf(from, to) {
  const [before, after] = [parse(from).core, parse(to).core];
  const place = before.findIndex((number, at) => number !== after[at]);
  return SIZES[2 - place] ?? 'patch';
}
