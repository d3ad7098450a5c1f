import { readdirSync, readFileSync } from 'node:fs';
import MagicString from 'magic-string';
import ts from 'typescript';
import type { Plugin } from 'vite';
import { path } from './path.js';

/** The `this` of a class's own methods; a nested function or class has another. */
function eachThis(node: ts.Node, visit: (found: ts.Node) => void): void {
  if (node.kind === ts.SyntaxKind.ThisKeyword) visit(node);
  if (ts.isFunctionExpression(node) || ts.isFunctionDeclaration(node) || ts.isClassLike(node)) {
    return;
  }
  ts.forEachChild(node, (child) => eachThis(child, visit));
}

const has = (node: ts.Node, kind: ts.SyntaxKind): boolean =>
  ts.canHaveModifiers(node) && !!ts.getModifiers(node)?.some((one) => one.kind === kind);

/** The variable that stands for a private field. */
const variable = <T extends string | undefined>(field: T) =>
  field?.replace('#', '$') as T extends string ? string : string | undefined;

const statementOf = (node: ts.Node): ts.Node =>
  ts.isExpressionStatement(node) ? node : statementOf(node.parent);

/** `this.#field = parameter`: the parameter's name and the field's. */
function assigned(statement: ts.Node): [parameter: string, field: string] | undefined {
  const [, field, parameter] = /^this\.(#\w+) = (\w+);$/.exec(statement.getText()) ?? [];
  return field && parameter ? [parameter, field] : undefined;
}

const isKept = (statement: ts.Node, kept: ReadonlyMap<string, string>): boolean =>
  kept.has(assigned(statement)?.[0] ?? '');

/** The parameters that a constructor only keeps in a field: they become that field. */
function keptBy(maker: ts.ConstructorDeclaration): Map<string, string> {
  const parameters = maker.parameters.map(({ name }) => name.getText());
  const body = maker.body?.getText() ?? '';
  return new Map(
    maker.body?.statements.flatMap((statement) => {
      const pair = assigned(statement);
      if (!pair || !parameters.includes(pair[0])) return [];
      return body.split(new RegExp(`\\b(?<!#)${pair[0]}\\b`)).length === 2 ? [pair] : [];
    }),
  );
}

/**
 * Writes one class as a function that answers an object: private fields become its variables and private methods its
 * functions. Everything keeps its own letters, moved or not, so that the source map holds.
 */
function asFunction(declaration: ts.ClassDeclaration, out: MagicString): void {
  const { members } = declaration;
  const name = declaration.name?.text ?? '';
  const isHidden = (one: ts.ClassElement): boolean =>
    !!one.name && ts.isPrivateIdentifier(one.name);
  const getters = members.filter((one) => isHidden(one) && ts.isGetAccessor(one));
  const called = new Set(getters.map((one) => one.name?.getText()));
  const maker = members.find(ts.isConstructorDeclaration);
  const kept = maker ? keptBy(maker) : new Map<string, string>();
  const fields = new Set(kept.values());

  const brace = declaration.getText().indexOf('{') + declaration.getStart();
  const given = maker?.parameters.map(
    (one) => variable(kept.get(one.name.getText())) ?? one.getText(),
  );
  const exported = has(declaration, ts.SyntaxKind.ExportKeyword) ? 'export ' : '';
  const opening = `${exported}const ${name} = function (${given?.join() ?? ''}) { const self = `;
  out.overwrite(declaration.getStart(), brace, opening);
  out.overwrite(brace + 1, brace + 2, '};\n');
  out.overwrite(declaration.end - 1, declaration.end, 'return self; };');

  for (const member of members) {
    if (has(member, ts.SyntaxKind.StaticKeyword)) throw new Error(`${name}: a static member`);
    const [start, end] = [member.getStart(), member.end];
    const own = member.name?.getText() ?? '';
    if (ts.isConstructorDeclaration(member) && member.body) {
      const { body } = member;
      out.remove(start, body.getStart() + 1).remove(body.end - 1, end);
      for (const statement of body.statements) {
        if (isKept(statement, kept)) out.remove(statement.getStart(), statement.end);
      }
      out.move(start, end, declaration.end - 1);
    } else if (ts.isPropertyDeclaration(member)) {
      const { initializer, name: field, exclamationToken, questionToken } = member;
      const named = (exclamationToken ?? questionToken ?? field).end;
      if (fields.has(own) || (!isHidden(member) && !initializer)) out.remove(start, end);
      else if (isHidden(member)) out.overwrite(start, named, `let ${variable(own)}`);
      else if (initializer) out.overwrite(start, initializer.getStart(), `self.${own} = `);
    } else if (isHidden(member)) {
      const kind = has(member, ts.SyntaxKind.AsyncKeyword) ? 'async function' : 'function';
      out.overwrite(start, member.name?.end ?? start, `${kind} ${variable(own)}`);
    } else {
      out.appendLeft(end, ',');
      out.move(start, end, brace + 1);
    }
    eachThis(member, (found) => {
      if (ts.isConstructorDeclaration(member) && isKept(statementOf(found), kept)) return;
      const access = found.parent;
      if (ts.isPropertyAccessExpression(access) && ts.isPrivateIdentifier(access.name)) {
        const { text } = access.name;
        out.overwrite(
          found.getStart(),
          access.end,
          `${variable(text)}${called.has(text) ? '()' : ''}`,
        );
      } else out.overwrite(found.getStart(), found.end, 'self');
    });
  }
}

/**
 * Stays a class, for it outlives the element that makes it: as a function it would be written into that element's own by the
 * minifier, and hold on to it for the page's life (`npm run test:soak`).
 */
const KEPT = ['Shelf'];

const isOwn = (statement: ts.Node): statement is ts.ClassDeclaration =>
  ts.isClassDeclaration(statement) &&
  !statement.heritageClauses &&
  !KEPT.includes(statement.name?.text ?? '');

/** The names of all such classes. */
const NAMES = new Set(
  readdirSync(path('src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const code = readFileSync(path(`src/${name}`), 'utf8');
      return ts
        .createSourceFile(name, code, ts.ScriptTarget.Latest)
        .statements.flatMap((statement) => (isOwn(statement) && statement.name?.text) || []);
    }),
);

/** The classes that nobody outside a page's one script sees, as functions: 130 B less than with `this.#`. */
export const closures = (): Plugin => ({
  name: 'closures',
  apply: 'build',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/src\/.*\.ts$/.test(id)) return undefined;
    const out = new MagicString(code);
    const source = ts.createSourceFile(id, code, ts.ScriptTarget.Latest, true);
    const call = (node: ts.Node): void => {
      if (ts.isNewExpression(node) && NAMES.has(node.expression.getText())) {
        out.remove(node.getStart(), node.expression.getStart());
        if (!node.arguments) out.appendLeft(node.end, '()');
      }
      ts.forEachChild(node, call);
    };
    call(source);
    for (const statement of source.statements) if (isOwn(statement)) asFunction(statement, out);
    return out.hasChanged()
      ? { code: out.toString(), map: out.generateMap({ hires: true }) }
      : undefined;
  },
});
