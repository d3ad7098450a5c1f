import { readFileSync } from 'node:fs';
import axeCore from 'axe-core';
import { NIGHTLY } from '../../nightly.js';

const AXE = new Function(
  readFileSync(new URL('../../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8'),
);

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const isOn = ({ tags }) => !tags.includes('deprecated');
/** All rules of these tags, also experimental ones and those that are off by default; README says which are left. */
const RULES = axeCore.getRules(TAGS).filter(isOn);
/** What can come out otherwise where only the style is another. */
const OF_STYLE = RULES.filter(({ tags }) =>
  ['cat.color', 'cat.sensory-and-visual-cues'].some((tag) => tags.includes(tag)),
);
const idsOf = (rules) => rules.map(({ ruleId }) => ruleId);

/** Runs in the page. */
async function faultsByAxe(rules) {
  const { a11y, axe } = window;
  const { violations, incomplete } = await axe.run(document, {
    runOnly: { type: 'rule', values: rules },
    resultTypes: ['violations', 'incomplete'],
    elementRef: true,
  });
  const told = ({ id, nodes }, word) =>
    nodes.map(({ target, any, all, none }) => {
      const why = [...any, ...all, ...none].map(({ message }) => message).join('; ');
      return `${word} ${id}: ${target.flat().join(' ')}: ${why}`;
    });
  const explains = {
    // What axe cannot see through, a picture or what is drawn by CSS alone, is worked out here.
    'color-contrast': (element) =>
      a11y.contrast(getComputedStyle(element).color, a11y.backgroundOf(element)) >=
      a11y.contrastNeeded(element),
    // A bold sentence under a heading is no heading.
    'p-as-heading': (element) => /^h[1-6]$/.test(element.previousElementSibling?.localName),
  };
  const unexplained = (found) => ({
    ...found,
    nodes: found.nodes.filter(({ element }) => !explains[found.id]?.(element)),
  });
  const left = incomplete.map(unexplained);
  // Whether a sentence looks like a heading axe only guesses, by how long the next one is.
  const violated = violations.map((found) =>
    found.id === 'p-as-heading' ? unexplained(found) : found,
  );
  return {
    faults: [
      ...violated.flatMap((found) => told(found, 'violates')),
      ...left.flatMap((found) => told(found, 'is undecided on')),
    ],
    undecided: incomplete.flatMap(({ id, nodes }) => nodes.map(() => id)),
  };
}

/** Only the words are others there. */
const NIGHTLY_LOOKS = NIGHTLY ? ['english'] : [];

/** Whatever axe-core knows of WCAG 2.2 A and AA, and what it takes for good practice. */
export const axe = {
  rule: 'axe finds nothing',
  looks: ['light', 'dark', 'forced', 'dpl', 'ddbasic', 'arabic', ...NIGHTLY_LOOKS],
  async look(tab, { isFirst, count }) {
    if (isFirst) await tab.evaluate(AXE);
    // In a page that has been looked at only the colours and sizes are others.
    const rules = isFirst ? RULES : OF_STYLE;
    const { faults, undecided } = await tab.evaluate(faultsByAxe, idsOf(rules));
    count(undecided);
    return faults;
  },
};
