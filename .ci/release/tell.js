import { join } from 'node:path';
import { VERSION_FILES } from './version-files.js';

const indented = (lines) => lines.map((line) => `  ${line}`.trimEnd()).join('\n');

/** What a release will be. */
export function foretell({ version, current, full, names, section }, checks) {
  const changes = names
    ? [
        ...names.added.map((name) => `+ ${name}`),
        ...names.removed.map((name) => `- ${name}`),
        ...(names.added.length + names.removed.length ? [] : ['(none)']),
      ]
    : [];
  return [
    `Release ${version} (package.json says ${current}).`,
    full ? `Public names since ${full}:` : 'It is the first: no public names to compare.',
    ...(full ? [indented(changes)] : []),
    'CHANGELOG.md tells of it:',
    indented(section.split('\n')),
    'What is done:',
    indented([
      `write ${version} into ${VERSION_FILES.join(', ')}, and as a heading into CHANGELOG.md`,
      `run ${checks}`,
      'build twice, and compare',
      `pack into release/${version}: the tarball, the single files, the CMS modules, integrity.json, SHA256SUMS, NOTES.md`,
      'install the tarball in an empty folder, and load it',
      `commit "Release ${version}", and tag it v${version}`,
    ]),
  ].join('\n');
}

/** What is left to do: nothing has left this machine. */
export function tellWhatIsLeft(version, tarball) {
  const candidate = version.includes('-') ? ' --tag next' : '';
  return [
    `Released ${version}, here. Nothing has been pushed or published; these two do it:`,
    indented([
      `git push origin main v${version}`,
      `npm publish ${join('release', version, tarball)}${candidate}`,
    ]),
  ].join('\n');
}
