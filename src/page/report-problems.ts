import { warn } from '../util/warn.js';
import { formatValue, type Problem } from '../config/problem.js';

/** Tells the integrator of each problem that is not among those `told` (CONTRACT 2: once). */
export function reportProblems(problems: readonly Problem[], told: Set<string>): void {
  for (const { setting, value, message } of problems) {
    const written = value === null ? '' : `="${formatValue(value)}"`;
    const line = `${setting}${written}: ${message}`;
    if (!told.has(line)) warn(line);
    told.add(line);
  }
}
