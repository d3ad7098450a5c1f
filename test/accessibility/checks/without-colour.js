/** Runs in the page: everything that a colour means is also in a text or a shape. */
function violationsWithoutColour() {
  const { a11y } = window;
  const pieces = a11y.all();
  const having = (part) => pieces.filter((one) => one.part?.contains(part));
  const wordsOf = (element) => element.textContent.trim();
  const firstWord = (element) => wordsOf(element).split(/\s/)[0];
  const violations = [];

  // Overdue: the text begins with another word than for debts that are not overdue.
  const usual = new Set(
    having('date')
      .filter((one) => !one.part.contains('overdue'))
      .map(firstWord),
  );
  for (const one of having('overdue')) {
    if (usual.has(firstWord(one)) || /^\d/.test(wordsOf(one)))
      violations.push(`overdue by colour alone: ${a11y.nameOf(one)}`);
  }

  // A debt that cannot be chosen says why.
  for (const row of having('debt')) {
    const isChoice = row.parentElement.classList.contains('choice');
    const box = row.querySelector('[part=choice]');
    const why = row.querySelector('[part=locked], [part=not-payable]');
    if (isChoice && !box && !(why && wordsOf(why))) violations.push(`why not: ${a11y.nameOf(row)}`);
  }

  // Chosen: a native check box, whose tick is a shape with contrast.
  for (const one of having('choice')) {
    const { appearance, accentColor } = getComputedStyle(one);
    if (one.type !== 'checkbox' || appearance === 'none')
      violations.push(`chosen by colour alone: ${a11y.nameOf(one)}`);
    if (accentColor !== 'auto' && a11y.contrast(accentColor, a11y.backgroundOf(one)) < 3)
      violations.push(`a pale tick: ${a11y.nameOf(one)}`);
  }

  // Off: it looks pale, and a text beside it says why.
  for (const one of pieces.filter((piece) => piece.ariaDisabled === 'true')) {
    const place = one.closest('[part~=section], [part=failure], [part~=payment]');
    const said =
      having('preview').length ||
      place?.matches('[part=failure], [part~=payment]') ||
      place?.querySelector('[part=note]:not(:empty), [part~=payment], [aria-live]:not(:empty)');
    if (!said) violations.push(`off by colour alone: ${a11y.nameOf(one)}`);
  }

  // Coloured boxes begin with a text.
  for (const part of ['failure', 'payment', 'preview']) {
    for (const one of having(part)) {
      if (!wordsOf(one.firstElementChild)) violations.push(`a colour without words: ${part}`);
    }
  }

  // A link in a text is underlined; a button has a border or a background.
  for (const one of pieces.filter((piece) => piece.matches('a[href], button, summary'))) {
    if (one.getRootNode() === document) continue;
    const style = getComputedStyle(one);
    const around = a11y.backgroundOf(a11y.parentOf(one));
    const edge = Math.max(
      a11y.contrast(style.borderTopColor, around) * (parseFloat(style.borderTopWidth) >= 1),
      a11y.contrast(style.backgroundColor, around),
    );
    if (one.part.contains('action')) {
      if (edge < 3 && one.ariaDisabled !== 'true')
        violations.push(`an edge of ${edge.toFixed(2)}:1: ${a11y.nameOf(one)}`);
    } else if (!style.textDecorationLine.includes('underline')) {
      violations.push(`not underlined: ${a11y.nameOf(one)}`);
    }
  }
  return violations;
}

/** WCAG 1.4.1 and, for buttons' edges, 1.4.11. */
export const withoutColour = {
  rule: 'overdue, locked, chosen, off, link and button are told apart without colour (1.4.1, 1.4.11)',
  looks: ['light', 'dark', 'forced', 'dpl', 'ddbasic'],
  inspect: (tab) => tab.evaluate(violationsWithoutColour),
};
