/** Where the version is written, and how it is written there. */
const WRITERS = {
  'package.json': (text, version) => text.replace(/("version": )"[^"]*"/, `$1"${version}"`),
  'package-lock.json': (text, version) => {
    const lock = JSON.parse(text);
    lock.version = version;
    lock.packages[''].version = version;
    return `${JSON.stringify(lock, null, 2)}\n`;
  },
  'src/version.ts': (text, version) => text.replace(/(VERSION = )'[^']*'/, `$1'${version}'`),
};

export const VERSION_FILES = Object.keys(WRITERS);

/** The text of one of those files with another version in it. */
export const withVersion = (file, text, version) => WRITERS[file](text, version);
