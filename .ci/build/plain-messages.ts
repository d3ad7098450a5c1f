import { readFileSync } from 'node:fs';
import ts from 'typescript';
import type { Plugin } from 'vite';
import { path } from './path.js';

/**
 * Every message is a plain string with its id written out (`npm run localize -- --check` sees to it). So of @lit/localize
 * the built files need next to nothing, no templates with values, no hashed ids, no events, no active language but while
 * each is read; and what the source repeats for each message becomes two lists, in which an id is a place: 1.6 kB.
 */
export function plainMessages(): Plugin {
  const LOCALIZE = `
    let templates;
    export const msg = (text, { id }) => templates?.[id] ?? text;
    export const configureLocalization = ({ loadLocale }) => ({
      async setLocale(locale) { ({ templates } = await loadLocale(locale)); },
    });`;
  const messages = readFileSync(path('src/localization/messages.ts'), 'utf8');
  const listed = [
    ...messages.matchAll(/^ {2}'?([^':]+)'?: msg\(('[^']+'), \{ id: '([^']+)'/gm),
  ].map(([, key, text, id]) => ({ key, text, id }));
  const keys = listed.map(({ key }) => key);
  const calls = messages.match(/msg\(/g)?.length;
  if (listed.length !== calls || listed.some(({ key, id }) => key !== id)) {
    throw new Error('A message is written in another way than the others.');
  }
  const IN_LISTS = `
    import { msg } from '@lit/localize';
    const texts = [${listed.map(({ text }) => text).join()}];
    export const messages = () => Object.fromEntries(
      ${JSON.stringify(keys.join(' '))}.split(' ').map((key, id) => [key, msg(texts[id], { id })]),
    );`;

  /** The translations in the order of the source. */
  function inOrder(code: string, id: string): string {
    const texts = new Map<string, string>();
    const visit = (node: ts.Node): void => {
      if (ts.isPropertyAssignment(node)) {
        texts.set((node.name as ts.StringLiteral).text, node.initializer.getText());
      }
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(id, code, ts.ScriptTarget.Latest, true));
    if ([...texts.keys()].sort().join() !== [...keys].sort().join()) {
      throw new Error(`${id} has other messages than the source.`);
    }
    return `export const templates = [${keys.map((key) => texts.get(key ?? '')).join()}];`;
  }

  return {
    name: 'plain-messages',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (id === '@lit/localize' ? '\0plain-messages' : undefined),
    load: (id) => (id === '\0plain-messages' ? LOCALIZE : undefined),
    transform(code, id) {
      if (id.endsWith('/localization/messages.ts')) return { code: IN_LISTS, map: null };
      return /\/localization\/generated\/(?!locale-codes)/.test(id)
        ? { code: inOrder(code, id), map: null }
        : undefined;
    },
  };
}
