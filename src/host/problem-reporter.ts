import { printed, type Problem } from '../config/problem.js';

/** Tells the integrator of each problem once (CONTRACT 2). */
export class ProblemReporter {
  readonly #told = new Set<string>();

  report(problems: readonly Problem[]): void {
    for (const { setting, value, message } of problems) {
      const written = value === null ? '' : `="${printed(value)}"`;
      const line = `<ddb-debt-overview> ${setting}${written}: ${message}.`;
      if (!this.#told.has(line)) console.warn(line);
      this.#told.add(line);
    }
  }
}
