import { ALL_CHECKS } from './arguments.js';

const tag = ({ name, integrity }) => `\`\`\`html
<script
  type="module"
  src="/libraries/${name}"
  integrity="${integrity}"
  crossorigin="anonymous"
></script>
\`\`\``;

/** What a release is told with: what has changed, the tag to paste, the files, and what has been checked. */
export function notes({ version, date, section, files, checks }) {
  const named = (ending) =>
    files.find(({ name }) => name === `ddb-debt-overview-${version}${ending}`);
  return `# ddb-debt-overview ${version}

${date}

${section}

## In a page

Put the file on your site, under the name that it has here; \`src\` says where. In Danish and English:

${tag(named('.js'))}

In all languages:

${tag(named('.intl.js'))}

Before either, to request the debts while the script is loading:

${tag(named('.start.js'))}

## Files

| file | bytes | integrity |
| --- | --- | --- |
${files.map(({ name, size, integrity }) => `| \`${name}\` | ${size} | \`${integrity}\` |`).join('\n')}

\`sha256sum -c SHA256SUMS\` checks what was downloaded.

## Checked

- ${
    checks === ALL_CHECKS
      ? `All checks have passed (\`${ALL_CHECKS}\`).`
      : `**Not all checks were run**: \`${checks}\` has passed, in place of \`${ALL_CHECKS}\`.`
  }
- Two builds, in two folders, time zones and languages, are the same to the byte (Node ${process.version}).
- The package was installed from its tarball in an empty folder, and says that it is ${version}.
`;
}
