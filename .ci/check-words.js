/** Finds old names for things that have a standard name, in text, identifiers and file names. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** [old words, in lower case and with a space at each boundary in camelCase; the words to use] */
const WORDS = [
  ['tills?|till keepers?|cashiers?|payers?|customers?', 'payment state, store or controller'],
  ['happenings?|deeds?', 'action, effect or reducer'],
  ['hand over|hands over|handed over|handover', 'navigate to the gateway'],
  ['tab memory', 'tab channel or session store'],
  ['scene of|scenes?', 'view model'],
  ['draw into|drawn into', 'render'],
  ['shelf|shelves', 'title cache'],
  ['outdate|outdates', 'invalidate'],
  ['ask by|asked by type|way to pay', 'request option'],
  ['app line|tell app|hear app|ask app', 'native bridge'],
  ['live (?:overview|titles|configuration|debts)', 'controller'],
  ['page life(?! ?cycle)', 'page lifecycle'],
  ['surround|tongues?', 'page options, DOM context or UI language'],
  ['witness(?:es|ed)?', 'monitor'],
  ['patience', 'timeout'],
  ['anew', 'again, or force'],
  ['complain(?:s|ed|ts?)?', 'warn'],
  ['let go|lets go', 'release'],
  ['way back', 'return URL'],
];
const FILES =
  'src demo test docs integrations *.md :!CHANGELOG.md :!*/locales/* :!*.json :!*.svg'.split(' ');
const RULES = WORDS.map(([old, use]) => ({ pattern: new RegExp(`\\b(?:${old})\\b`, 'gi'), use }));
const spaced = (text) => text.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/[-_]/g, ' ');

for (const file of execFileSync('git', ['grep', '-Il', '', '--', ...FILES], { encoding: 'utf8' })
  .trim()
  .split('\n'))
  for (const [index, line] of [file, ...readFileSync(file, 'utf8').split('\n')].entries())
    for (const { pattern, use } of RULES)
      for (const [word] of spaced(line).matchAll(pattern)) {
        console.error(`${file}:${index || 1}: ${word} → ${use}`);
        process.exitCode = 1;
      }
