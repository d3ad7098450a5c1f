import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import type { Plugin } from 'vite';
import { path } from './path.js';

const SETTINGS = JSON.parse(readFileSync(path('locales/lit-localize.json'), 'utf8')) as {
  sourceLocale: string;
};
const SOURCE = SETTINGS.sourceLocale;
const DIRECTION = '/direction';

/** Every language that has a file in locales/. */
export const LANGUAGES: readonly string[] = [
  SOURCE,
  ...readdirSync(path('locales')).flatMap((name) => /^(.+)\.xlf$/.exec(name)?.[1] ?? []),
];

/**
 * Every message is a plain string with its id written out (`npm run localize -- --check` sees to it). So the built files
 * need nothing of @lit/localize: in place of `i18n/tables.ts` they have a list of the ids and one of the texts of
 * each language, in the same order: 1.7 kB less.
 *
 * @param languages those that the file is to speak
 */
export function plainMessages(languages: readonly string[]): Plugin {
  const messages = readFileSync(path('src/i18n/messages.ts'), 'utf8');
  const listed = [
    ...messages.matchAll(/^ {2}'?([^':]+)'?: msg\(('[^']+'), \{ id: '([^']+)'/gm),
  ].map(([, key = '', text = '', id]) => ({ key, text, id }));
  const calls = messages.match(/msg\(/g)?.length;
  if (listed.length !== calls || listed.some(({ key, id }) => key !== id)) {
    throw new Error('A message is written in another way than the others.');
  }

  const keys = listed.map(({ key }) => key);
  /** A language's texts by their ids, each as it is written in the code. */
  function textsIn(locale: string): ReadonlyMap<string, string> {
    if (locale === SOURCE) return new Map(listed.map(({ key, text }) => [key, text]));
    const file = path(`src/i18n/generated/${locale}.ts`);
    const texts = new Map<string, string>();
    const visit = (node: ts.Node): void => {
      if (ts.isPropertyAssignment(node)) {
        texts.set((node.name as ts.StringLiteral).text, node.initializer.getText());
      }
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
    if ([...texts.keys()].sort().join() !== [...keys].sort().join()) {
      throw new Error(`${locale} has other messages than the source.`);
    }
    return texts;
  }

  const written = languages.map((locale) => ({ locale, texts: textsIn(locale) }));
  const mirrored = written.some(({ texts }) => texts.get(DIRECTION)?.includes('rtl'));
  const used = keys.filter((key) => mirrored || key !== DIRECTION);
  const lists = written.map(
    ({ locale, texts }) => `${locale}: table([${used.map((key) => texts.get(key)).join()}])`,
  );
  const tables = `
    const keys = ${JSON.stringify(used.join(' '))}.split(' ');
    const table = (texts) => Object.fromEntries(keys.map((key, at) => [key, texts[at]]));
    const tables = { ${lists.join()} };
    export const MAY_MIRROR = ${mirrored};
    export const messagesIn = (locale) => tables[locale];
    export const readLanguages = async () => {};`;

  const codes = languages.filter((locale) => locale !== SOURCE);
  const instead: Readonly<Record<string, string>> = {
    tables,
    'generated/locale-codes': `
      export const sourceLocale = '${SOURCE}';
      export const targetLocales = ${JSON.stringify(codes)};`,
  };
  return {
    name: 'plain-messages',
    apply: 'build',
    enforce: 'pre',
    transform(_, id) {
      const [, module = ''] = /\/i18n\/(.+)\.ts$/.exec(id) ?? [];
      const code = instead[module];
      return code === undefined ? undefined : { code, map: null };
    },
  };
}
