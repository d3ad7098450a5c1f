/** `## Unreleased`, or `## [Unreleased]`. */
const HEADING = /^## \[?Unreleased\]?[ \t]*$/im;

/** What stands under Unreleased, to the next version's heading. */
export function unreleased(changelog) {
  const heading = HEADING.exec(changelog);
  if (!heading) return '';
  const after = changelog.slice(heading.index + heading[0].length);
  return after.split(/^## /m)[0].trim();
}

/** Whether it tells of anything: headings alone do not. */
export const tells = (section) => section.split('\n').some((line) => /^[^#\s]/.test(line));

/** What is unreleased becomes a version's; above it begins an empty Unreleased. */
export const released = (changelog, version, date) =>
  changelog.replace(HEADING, (heading) => `${heading.trimEnd()}\n\n## [${version}] - ${date}`);
