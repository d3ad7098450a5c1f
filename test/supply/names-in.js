import ts from 'typescript';

/** The name of a node: `fetch`, `location.assign`, `location.href=`, `import()`. */
function namesOf(node) {
  if (node.kind === ts.SyntaxKind.ImportKeyword) return ['import()'];
  if (ts.isIdentifier(node)) return [node.text];
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
    return [`${node.expression.text}.${node.name.text}`];
  }
  const isAssignment =
    ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  return isAssignment ? namesOf(node.left).map((name) => `${name}=`) : [];
}

/** The number of occurrences of each name in a script. */
export function namesIn(code) {
  const times = new Map();
  const visit = (node) => {
    for (const name of namesOf(node)) times.set(name, (times.get(name) ?? 0) + 1);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('a.js', code, ts.ScriptTarget.Latest));
  return times;
}
