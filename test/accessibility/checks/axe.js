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
/** The rules whose result depends on style. */
const OF_STYLE = RULES.filter(({ tags }) =>
  ['cat.color', 'cat.sensory-and-visual-cues'].some((tag) => tags.includes(tag)),
);
const idsOf = (rules) => rules.map(({ ruleId }) => ruleId);

/** Runs in the page. */
async function violationsByAxe(rules) {
  const { a11y, axe } = window;
  const { violations, incomplete } = await axe.run(document, {
    runOnly: { type: 'rule', values: rules },
    resultTypes: ['violations', 'incomplete'],
    elementRef: true,
  });
  const describe = ({ id, nodes }, word) =>
    nodes.map(({ target, any, all, none }) => {
      const why = [...any, ...all, ...none].map(({ message }) => message).join('; ');
      return `${word} ${id}: ${target.flat().join(' ')}: ${why}`;
    });
  const explains = {
    // axe leaves text on pictures and on CSS drawings undecided, so it is computed here.
    'color-contrast': (element) =>
      a11y.contrast(getComputedStyle(element).color, a11y.backgroundOf(element)) >=
      a11y.contrastNeeded(element),
    // A bold paragraph under a heading is no heading.
    'p-as-heading': (element) => /^h[1-6]$/.test(element.previousElementSibling?.localName),
  };
  const unexplained = (found) => ({
    ...found,
    nodes: found.nodes.filter(({ element }) => !explains[found.id]?.(element)),
  });
  const left = incomplete.map(unexplained);
  // axe guesses by the length of the next paragraph whether one looks like a heading.
  const violated = violations.map((found) =>
    found.id === 'p-as-heading' ? unexplained(found) : found,
  );
  return {
    violations: [
      ...violated.flatMap((found) => describe(found, 'violates')),
      ...left.flatMap((found) => describe(found, 'is undecided on')),
    ],
    undecided: incomplete.flatMap(({ id, nodes }) => nodes.map(() => id)),
  };
}

/** Looks in which only the texts differ. */
const NIGHTLY_LOOKS = NIGHTLY ? ['english'] : [];

/** All of axe-core's rules for WCAG 2.2 A and AA, and its best practices. */
export const axe = {
  rule: 'axe finds nothing',
  looks: ['light', 'dark', 'forced', 'dpl', 'ddbasic', 'arabic', ...NIGHTLY_LOOKS],
  async inspect(tab, { isFirst, count }) {
    if (isFirst) await tab.evaluate(AXE);
    // After the first look only colours and sizes differ.
    const rules = isFirst ? RULES : OF_STYLE;
    const { violations, undecided } = await tab.evaluate(violationsByAxe, idsOf(rules));
    count(undecided);
    return violations;
  },
};
