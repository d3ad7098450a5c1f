const LISTS = [
  'src/localization/tables.ts',
  'src/localization/messages.ts',
  'src/localization/generated/en.ts',
];
const LIST = /"((?:[^"\\]|\\.)*)"\.split\("(.)"\)/;

/** Each item of the one list that a source has become, with its place. */
function itemsOf(code, owners, source) {
  const from = owners.indexOf(source);
  const list = LIST.exec(code.slice(from, owners.lastIndexOf(source) + 1));
  if (!list) throw new Error(`The texts of ${source} are written in another way.`);
  const [, words, separator] = list;
  let at = from + list.index + 1;
  return words.split(separator).map((item) => {
    const place = { item, from: at, to: at + item.length + 1 };
    at = place.to;
    return place;
  });
}

/**
 * The name of the text that each letter of a built file is of: of its name there, and of its wording in each language.
 * @returns {(string | undefined)[]}
 */
export function textNames(code, owners) {
  const [names, ...languages] = LISTS.map((source) => itemsOf(code, owners, source));
  const of = new Array(code.length);
  for (const items of [names, ...languages]) {
    if (items.length !== names.length) {
      throw new Error(`${names.length} names of texts, and ${items.length} texts.`);
    }
    items.forEach(({ from, to }, at) => of.fill(names[at].item, from, to));
  }
  return of;
}
