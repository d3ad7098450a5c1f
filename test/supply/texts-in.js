import ts from 'typescript';

/** The string literals in a script that are longer than a word, with their positions; not template literals. */
export function* textsIn(code) {
  const script = ts.createSourceFile('a.js', code, ts.ScriptTarget.Latest);
  const nodes = [script];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (ts.isStringLiteral(node) && node.text.length > 9) {
      const { line, character } = script.getLineAndCharacterOfPosition(node.getStart(script));
      yield { text: node.text, line, column: character };
    }
    ts.forEachChild(node, (child) => void nodes.push(child));
  }
}
