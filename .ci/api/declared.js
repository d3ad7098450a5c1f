import ts from 'typescript';
import { dist } from './dist.js';

const INDEX = dist('index.d.ts');
const FORMAT =
  ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope;

/**
 * What the classes that the package exports declare themselves: their members' types by name, written out. The manifest
 * has only the words of the source, which mean nothing outside (`Ways['fetcher']`).
 */
export function readDeclared() {
  const program = ts.createProgram([INDEX], {
    strict: true,
    target: ts.ScriptTarget.ES2022,
    types: [],
  });
  const checker = program.getTypeChecker();
  const index = checker.getSymbolAtLocation(program.getSourceFile(INDEX));
  const exported = new Map(checker.getExportsOfModule(index).map((one) => [one.name, one]));

  return (className) => {
    const alias = exported.get(className);
    if (!alias) throw new Error(`The package exports no ${className}.`);
    const own = checker.getAliasedSymbol(alias).valueDeclaration;
    const members = checker
      .getTypeAtLocation(own)
      .getProperties()
      .filter(({ valueDeclaration }) => valueDeclaration?.parent === own);
    return new Map(
      members.map((member) => [
        member.name,
        checker.typeToString(checker.getTypeOfSymbol(member), undefined, FORMAT),
      ]),
    );
  };
}
