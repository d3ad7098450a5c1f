import { featureOf } from './feature-of.js';
import { textNames } from './text-names.js';
import { only, weigh } from './weigh.js';

const ENGLISH = 'src/localization/generated/en.ts';
const SHEET = /-?styles\.ts$/;

/** Which letters of the styles are of a rule that was applied. */
function applied(code, owners, rules) {
  const of = new Uint8Array(code.length);
  for (const rule of rules) {
    for (let at = code.indexOf(rule); at >= 0; at = code.indexOf(rule, at + 1)) {
      if (SHEET.test(owners[at])) of.fill(1, at, at + rule.length);
    }
  }
  return of;
}

/**
 * How little a first load could be, if the rest came after the list: nothing but what was needed for it. Nothing can be less,
 * and anything that works is more.
 */
export async function firstLoad(code, owners, { blocks, functions, texts, rules }) {
  const names = textNames(code, owners);
  const styles = applied(code, owners, rules);
  const danish = (at) => owners[at] !== ENGLISH;
  const read = (at) => danish(at) && (!names[at] || texts.has(`da ${names[at]}`));
  const dressed = (at) => read(at) && (!SHEET.test(owners[at]) || styles[at]);
  const payment = new Set(
    [...new Set(owners)].filter((source) => featureOf(source) === 'Payment here'),
  );
  const scopes = {
    'with all texts and styles': () => true,
    'without English': danish,
    'with only the texts that were read': read,
    '… and only the rules that were applied': dressed,
    '… and nothing of "Payment here"': (at) => dressed(at) && !payment.has(owners[at]),
  };
  return Promise.all(
    Object.entries(scopes).map(async ([scope, kept]) => ({
      scope,
      blocks: await weigh(only(code, (at) => blocks[at] && kept(at))),
      functions: await weigh(only(code, (at) => functions[at] && kept(at))),
    })),
  );
}
