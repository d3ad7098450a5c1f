import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DOMParser } from '@xmldom/xmldom';
import { format, resolveConfig } from 'prettier';

export const TEXTS = fileURLToPath(new URL('../../docs/texts.md', import.meta.url));

/** The groups of the page, by the beginning of a key. */
const GROUPS = {
  'Heading and total': /^(heading|total|count|subtotal)/,
  Introduction: /^intro/,
  'While debts are loading, and if there are none': /^(loading|empty|summary)/,
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
    '```json\n{ "texts": { "da": { "oir.go": "Betal på {name}" }, "en": { "oir.go": "Pay on {name}" } } }\n```',
    'Every text can use these placeholders:',
    `- \`{name}\`: the name of the payment site;
- \`{date}\`: the switch date, if \`switch-date\` is set;
- \`{endDate}\`: the first day on which debts in the old system can no longer be paid here, if \`dibs-end-date\` is set;
- \`{hours}\`: the setting \`registration-hours\`.`,
    `A text can use \`{amount}\`, \`{count}\`, \`{order}\` and \`{time}\` only if its default has them. The texts of pay buttons must
contain \`{amount}\`. \`pay.gone\`, \`pay.registering\` and \`pay.received\` must contain \`{order}\`. \`oir.site\` is the value of
\`{name}\` if \`oir-payment-name\` is not set. It cannot contain placeholders. Only \`intro.…\` and \`about.…\` can be empty.`,
    `Some texts have more than one default. The part after the slash says when a default is used: \`oir.heading/noSite\` is the
default of \`oir.heading\` if there is no payment site. Set only keys without a slash: your text replaces all defaults of its key. A
key with a slash is ignored, and reported as a problem.`,
    `Danish telephone numbers in the introduction and in the sentences below the debts become \`tel:\` links: eight digits, also in
groups of two or four, with or without \`+45\`.`,
    '`node .ci/api/write-reference.js` writes this page. Do not edit it.',
    ...sections,
  ];
  return format(page.join('\n\n'), { ...(await resolveConfig(TEXTS)), parser: 'markdown' });
}
