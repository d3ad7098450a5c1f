/**
 * `npm run release -- minor`: checks, builds, packs, commits and tags a version. It pushes and publishes nothing, and where
 * anything fails the tree is as it was. CONTRIBUTING says how to use it.
 */
import { readArguments } from './arguments.js';
import { stop } from './command.js';
import { make } from './make.js';
import { plan } from './plan.js';
import { Refusal } from './refusal.js';
import { foretell, tellWhatIsLeft } from './tell.js';
import { Undo } from './undo.js';

const today = () => {
  const now = new Date();
  const two = (number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

const say = (text) => console.log(text);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);

const undo = new Undo();
try {
  const { wanted, checks, dryRun } = readArguments(process.argv.slice(2), process.env);
  const planned = await plan(wanted);
  say(foretell(planned, checks));
  if (dryRun) say('It was only asked for: nothing is done.');
  else {
    const release = { ...planned, checks, date: today() };
    const tarball = await make(release, undo, (step) => say(`\n--- ${step}`));
    say(`\n${tellWhatIsLeft(release.version, tarball)}`);
  }
} catch (error) {
  process.exitCode = 1;
  console.error(error.message);
  const faults = undo.all();
  for (const fault of faults) console.error(fault.message);
  if (!(error instanceof Refusal)) {
    console.error(
      faults.length ? 'Nothing is released.' : 'Nothing is released; the tree is as it was.',
    );
  }
}
