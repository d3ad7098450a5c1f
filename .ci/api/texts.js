import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DOMParser } from '@xmldom/xmldom';
import { format, resolveConfig } from 'prettier';

export const TEXTS = fileURLToPath(new URL('../../docs/texts.md', import.meta.url));

/** The groups of the page, by the beginning of a key. */
const GROUPS = {
  'Heading and total': /^(heading|total|count|subtotal)/,
  Introduction: /^intro/,
  'While debts are loading, and where there are none': /^(loading|empty|summary)/,
  'A debt': /^debt/,
  'The old system': /^dibs/,
  'The new system': /^(oir|about)/,
  'A payment': /^(pay|receipt|terms)/,
  'What could not be read': /^(failed|unreadable|retry)/,
  'Links and preview': /./,
};

const cell = (text) => text.replaceAll('|', '\\|');

/** All texts with their defaults, for libraries, as one page of Markdown. */
export async function texts() {
  const file = fileURLToPath(new URL('../../locales/en.xlf', import.meta.url));
  const units = [
    ...new DOMParser()
      .parseFromString(readFileSync(file, 'utf8'), 'text/xml')
      .getElementsByTagName('trans-unit'),
  ];
  const rows = units
    .map((unit) => ({
      id: unit.getAttribute('id'),
      ...Object.fromEntries(
        ['source', 'target', 'note'].map((name) => [
          name,
          unit.getElementsByTagName(name)[0].textContent,
        ]),
      ),
    }))
    .filter(({ id }) => !id.startsWith('/'))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
  const groupOf = ({ id }) => Object.keys(GROUPS).find((group) => GROUPS[group].test(id));
  const sections = Object.keys(GROUPS).map((group) => {
    const lines = rows
      .filter((row) => groupOf(row) === group)
      .map(({ id, source, target, note }) =>
        ['', `\`${id}\``, cell(source), cell(target), cell(note), ''].join(' | ').trim(),
      );
    return [
      `## ${group}`,
      '',
      '| key | Danish | English | where |',
      '| - | - | - | - |',
      ...lines,
    ].join('\n');
  });
  const page = [
    '# Texts',
    'Each sentence has a key, and a library can replace it in one language or in all:',
    '```json\n{ "texts": { "da": { "oir.go": "Betal i {name}" }, "en": { "oir.go": "Pay in {name}" } } }\n```',
    `\`{name}\` is the name of the payment site, \`{date}\` the switch date, \`{endDate}\` the day from which old debts can no longer
be paid here, \`{hours}\` the setting \`registration-hours\`. Every text can use them. \`{amount}\`, \`{count}\`, \`{order}\` and \`{time}\`
can be used where the default has them. The texts of pay buttons must keep \`{amount}\`. \`intro.…\` and \`about.…\` can be empty.`,
    'A key with a slash is another default of the same text: `oir.heading/noSite` is the default of `oir.heading` without a payment site. A text of yours replaces all defaults of its key. Plain Danish telephone numbers in your texts become links.',
    '`node .ci/api/write-reference.js` writes this page. Do not edit it.',
    ...sections,
  ];
  return format(page.join('\n\n'), { ...(await resolveConfig(TEXTS)), parser: 'markdown' });
}
