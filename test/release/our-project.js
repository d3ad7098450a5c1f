import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyProject } from '../copy-project.js';
import { makeRepository } from './repository.js';

/** A changelog entry for the tests. */
export const NEWS = '- What is new, in a sentence.';

/** Copies this project into a repository without history, with something to release. */
export const copyOurProject = () =>
  makeRepository((folder) => {
    copyProject(folder);
    const file = join(folder, 'CHANGELOG.md');
    const news = readFileSync(file, 'utf8').replace(/^## \[?Unreleased.*$/m, `$&\n\n${NEWS}`);
    writeFileSync(file, news);
  });
