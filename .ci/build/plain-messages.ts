import { readFileSync } from 'node:fs';
import ts from 'typescript';
import type { Plugin } from 'vite';
import { path } from './path.js';

/**
 * Every message is a plain string with its id written out (`npm run localize -- --check` sees to it). So the built files
 * need nothing of @lit/localize: in place of `localization/tables.ts` they have a list of the ids and one of the texts of
 * each language, in the same order: 1.7 kB less.
 */
export function plainMessages(): Plugin {
  const messages = readFileSync(path('src/localization/messages.ts'), 'utf8');
  const listed = [
    ...messages.matchAll(/^ {2}'?([^':]+)'?: msg\(('[^']+'), \{ id: '([^']+)'/gm),
  ].map(([, key = '', text = '', id]) => ({ key, text, id }));
  const keys = listed.map(({ key }) => key);
  const calls = messages.match(/msg\(/g)?.length;
  if (listed.length !== calls || listed.some(({ key, id }) => key !== id)) {
    throw new Error('A message is written in another way than the others.');
  }

  /** A language's translations in the order of the source. */
  function textsIn(locale: string): string {
    const file = path(`src/localization/generated/${locale}.ts`);
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
    return keys.map((key) => texts.get(key)).join();
  }

  const { sourceLocale, targetLocales } = JSON.parse(
    readFileSync(path('locales/lit-localize.json'), 'utf8'),
  ) as { sourceLocale: string; targetLocales: string[] };
  const lists = [
    `${sourceLocale}: table([${listed.map(({ text }) => text).join()}])`,
    ...targetLocales.map((locale) => `${locale}: table([${textsIn(locale)}])`),
  ];
  const tables = `
    const keys = ${JSON.stringify(keys.join(' '))}.split(' ');
    const table = (texts) => Object.fromEntries(keys.map((key, at) => [key, texts[at]]));
    const tables = { ${lists.join()} };
    export const messagesIn = (locale) => tables[locale];
    export const readLanguages = async () => {};`;

  return {
    name: 'plain-messages',
    apply: 'build',
    enforce: 'pre',
    transform: (_, id) =>
      id.endsWith('/localization/tables.ts') ? { code: tables, map: null } : undefined,
  };
}
