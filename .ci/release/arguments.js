import { parseArgs } from 'node:util';
import { Refusal } from './refusal.js';
import { parse, SIZES } from './version.js';

const USAGE =
  'Say which version: npm run release -- patch, minor, major, or a number such as 1.2.0 or 1.2.0-rc.1.';

/** Everything, as for a merge. */
export const ALL_CHECKS = '.ci/run';

/**
 * What was asked for on the command line.
 * @param {NodeJS.ProcessEnv} env where npm puts a `--dry-run` that stands before its own `--`
 */
export function readArguments(args, env) {
  let given;
  try {
    given = parseArgs({
      args,
      allowPositionals: true,
      options: { checks: { type: 'string' }, 'dry-run': { type: 'boolean' } },
    });
  } catch (error) {
    // Node goes on about positional arguments.
    const [what] = error.message.split('. ');
    throw new Refusal(`${what}. ${USAGE}`);
  }
  const { positionals, values } = given;
  const [wanted = ''] = positionals;
  if (positionals.length !== 1 || !(SIZES.includes(wanted) || parse(wanted))) {
    throw new Refusal(USAGE);
  }
  if (values.checks?.trim() === '') throw new Refusal('--checks must name a command.');
  const dryRun = values['dry-run'] ?? env.npm_config_dry_run === 'true';
  return { wanted, checks: values.checks ?? ALL_CHECKS, dryRun };
}
