/** Runs in the page: what a colour says is also said in words, or in the shape of a thing. */
function faultsWithoutColour() {
  const { a11y } = window;
  const pieces = a11y.all();
  const having = (part) => pieces.filter((one) => one.part?.contains(part));
  const wordsOf = (element) => element.textContent.trim();
  const firstWord = (element) => wordsOf(element).split(/\s/)[0];
  const faults = [];

  // Overdue: another word than what is not overdue begins with.
  const usual = new Set(
    having('date')
      .filter((one) => !one.part.contains('overdue'))
      .map(firstWord),
  );
  for (const one of having('overdue')) {
    if (usual.has(firstWord(one)) || /^\d/.test(wordsOf(one)))
      faults.push(`overdue by colour alone: ${a11y.nameOf(one)}`);
  }

  // What cannot be chosen beside what can: it says why.
  for (const row of having('debt')) {
    const isChoice = row.parentElement.classList.contains('choice');
    const box = row.querySelector('[part=choice]');
    const why = row.querySelector('[part=locked], [part=not-payable]');
    if (isChoice && !box && !(why && wordsOf(why))) faults.push(`why not: ${a11y.nameOf(row)}`);
  }

  // Chosen: a native check box, whose tick is a shape, on a ground that is seen.
  for (const one of having('choice')) {
    const { appearance, accentColor } = getComputedStyle(one);
    if (one.type !== 'checkbox' || appearance === 'none')
      faults.push(`chosen by colour alone: ${a11y.nameOf(one)}`);
    if (accentColor !== 'auto' && a11y.contrast(accentColor, a11y.backgroundOf(one)) < 3)
      faults.push(`a pale tick: ${a11y.nameOf(one)}`);
  }

  // Off: it looks pale; what to do instead, or that it is busy, stands beside it.
  for (const one of pieces.filter((piece) => piece.ariaDisabled === 'true')) {
    const place = one.closest('[part~=section], [part=failure], [part~=payment]');
    const said =
      having('preview').length ||
      place?.matches('[part=failure], [part~=payment]') ||
      place?.querySelector('[part=note]:not(:empty), [part~=payment], [role=status]:not(:empty)');
    if (!said) faults.push(`off by colour alone: ${a11y.nameOf(one)}`);
  }

  // Boxes with a colour begin with a sentence.
  for (const part of ['failure', 'payment', 'preview']) {
    for (const one of having(part)) {
      if (!wordsOf(one.firstElementChild)) faults.push(`a colour without words: ${part}`);
    }
  }

  // A link in words is underlined, what looks like a button has an edge or a ground of its own.
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
        faults.push(`an edge of ${edge.toFixed(2)}:1: ${a11y.nameOf(one)}`);
    } else if (!style.textDecorationLine.includes('underline')) {
      faults.push(`not underlined: ${a11y.nameOf(one)}`);
    }
  }
  return faults;
}

/** WCAG 1.4.1 and, for buttons' edges, 1.4.11. */
export const withoutColour = {
  rule: 'overdue, locked, chosen, off, link and button are told apart without colour (1.4.1, 1.4.11)',
  looks: ['light', 'dark', 'forced', 'dpl', 'ddbasic'],
  look: (tab) => tab.evaluate(faultsWithoutColour),
};
