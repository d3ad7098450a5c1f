import { parse } from './version.js';

/** Which public names have come, and which have gone. */
export function changedNames(before, now) {
  const [old, current] = [new Set(before), new Set(now)];
  return {
    added: [...current].filter((name) => !old.has(name)),
    removed: [...old].filter((name) => !current.has(name)),
  };
}

/**
 * The smallest step that tells others what the changed names mean for them. Before 1.0.0 a minor version may break what
 * was (semver.org, 4).
 */
export function leastSize({ added, removed }, last) {
  const [major] = parse(last).core;
  if (removed.length) return major > 0 ? 'major' : 'minor';
  return added.length ? 'minor' : 'patch';
}
