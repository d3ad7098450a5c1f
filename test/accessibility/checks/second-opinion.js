import { readFileSync } from 'node:fs';
import { checkPage } from '../checker.js';

const DOCUMENT = readFileSync(new URL('../../../ACCESSIBILITY.md', import.meta.url), 'utf8');
const [, SECTION] = DOCUMENT.split('## A second opinion');
const [TABLE] = SECTION.split('\n## ');

/** The rules by which the engine asks a person, and the document answers. */
const ANSWERED = [...TABLE.matchAll(/^\| `(\w+)`/gm)].map(([, rule]) => rule);

/** A failure by accessibility-checker-engine, or a question that the document does not answer. */
export const secondOpinion = {
  rule: 'accessibility-checker-engine finds nothing, and asks nothing new',
  looks: ['light', 'dark', 'english', 'arabic'],
  browsers: ['Chromium'],
  async inspect(tab) {
    const findings = await checkPage(tab.evaluate);
    return findings
      .filter(({ verdict, rule }) => verdict === 'FAIL' || !ANSWERED.includes(rule))
      .map(({ verdict, text }) => `${verdict} ${text}`);
  },
};
