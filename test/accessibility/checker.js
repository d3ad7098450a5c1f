import { readFileSync } from 'node:fs';

/** accessibility-checker-engine by IBM; it sets `window.ace_ibma`. */
const ENGINE = new Function(
  readFileSync(
    new URL('../../node_modules/accessibility-checker-engine/ace-window.js', import.meta.url),
    'utf8',
  ),
);

/** Runs in the page. */
async function findingsOf(ruleset) {
  const { results } = await new window.ace_ibma.Checker().check(document, [ruleset]);
  return results
    .filter(({ value }) => value[1] !== 'PASS')
    .map(({ value: [, verdict], ruleId, message, path }) => ({
      verdict,
      rule: ruleId,
      text: `${ruleId}: ${message}: ${path.dom}`,
    }));
}

/**
 * What accessibility-checker-engine finds in a page, shadow trees included, by its rules for WCAG 2.2 A and AA.
 * @param {(script: (...args: any[]) => unknown, ...args: unknown[]) => Promise<any>} evaluate runs in the page:
 *   `(...given) => page.evaluate(...given)`
 * @returns {Promise<{ verdict: 'FAIL' | 'POTENTIAL' | 'MANUAL', rule: string, text: string }[]>} a failure; what a person
 *   must decide; what the engine does not look at
 */
export async function checkPage(evaluate) {
  await evaluate(ENGINE);
  return evaluate(findingsOf, 'WCAG_2_2');
}
