import ts from 'typescript';

/** What stands for a node among the names: `fetch`, `location.assign`, `location.href=`, `import()`. */
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

/** How often each name stands in a script. */
export function namesIn(code) {
  const times = new Map();
  const visit = (node) => {
    for (const name of namesOf(node)) times.set(name, (times.get(name) ?? 0) + 1);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('a.js', code, ts.ScriptTarget.Latest));
  return times;
}
