import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tells, unreleased } from './changelog.js';
import { changedNames, leastSize } from './changed-names.js';
import { changedFiles, git, ROOT } from './git.js';
import { publicNames } from './public-names.js';
import { Refusal } from './refusal.js';
import { compare, next, parse, SIZES, sizeOf } from './version.js';

const read = (file) => readFileSync(join(ROOT, file), 'utf8');

/** All versions that were ever released from here, the highest last. */
const releases = () =>
  git('tag', '--list', 'v*')
    .split('\n')
    .map((tag) => tag.slice(1))
    .filter(parse)
    .sort(compare);

function checkTree() {
  const [changed] = changedFiles();
  if (changed) {
    throw new Refusal(`The tree is not clean (${changed}): commit it, or take it away.`);
  }
  try {
    git('var', 'GIT_COMMITTER_IDENT');
  } catch {
    throw new Refusal('git does not know who you are: set user.name and user.email.');
  }
  const branch = git('branch', '--show-current');
  if (branch !== 'main') {
    throw new Refusal(`This is ${branch || 'no branch'}: a release is made on main.`);
  }
}

function checkVersion(version, last, current) {
  if (git('tag', '--list', `v${version}`)) throw new Refusal(`There is a tag v${version} already.`);
  if (last && compare(version, last) <= 0) {
    throw new Refusal(`${version} is not higher than the last release, ${last}.`);
  }
  if (!last && compare(version, current) < 0) {
    throw new Refusal(`${version} is lower than the version in package.json, ${current}.`);
  }
  if (existsSync(join(ROOT, 'release', version))) {
    throw new Refusal(`There is a folder release/${version} already: take it away first.`);
  }
}

/** A few names; the rest are counted. */
function few(names) {
  const rest = names.length - 3;
  return names.slice(0, 3).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

function checkSize(version, full, names) {
  const least = leastSize(names, full);
  if (SIZES.indexOf(sizeOf(full, version)) >= SIZES.indexOf(least)) return;
  const why = names.removed.length
    ? `without ${few(names.removed)}`
    : `with ${few(names.added)} added`;
  throw new Refusal(
    `${version} is too small: ${why} since ${full}, it must be at least ${next(full, least)}.`,
  );
}

/** What a release would be; it refuses where there must be none. Nothing is changed. */
export async function plan(wanted) {
  checkTree();
  const current = JSON.parse(read('package.json')).version;
  const all = releases();
  const last = all.at(-1);
  const version = SIZES.includes(wanted) ? next(last ?? current, wanted) : wanted;
  checkVersion(version, last, current);
  const section = unreleased(read('CHANGELOG.md'));
  if (!tells(section)) {
    throw new Refusal('CHANGELOG.md has nothing under Unreleased: say there what has changed.');
  }
  // A candidate is no release that others rely on: what has changed is counted from the last full one.
  const full = all.filter((one) => !parse(one).pre).at(-1);
  const names = full && changedNames(...(await Promise.all([`v${full}`, 'HEAD'].map(publicNames))));
  if (names) checkSize(version, full, names);
  return { version, current, full, names, section };
}
