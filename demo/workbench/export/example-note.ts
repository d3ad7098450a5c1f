import { attributeOf, SETTING_NAMES, type SettingName } from '../../../src/config/settings.js';
import type { WorkbenchState } from '../state.js';

/** The settings that are exported with a value of the example. */
export const exampleSettings = ({
  project,
  arrangement: { settings },
}: Pick<WorkbenchState, 'project' | 'arrangement'>): readonly SettingName[] =>
  project.examples.filter((name) => settings[name]?.trim());

const NOTE = 'SKAL RETTES: Kun eksempler i';

const COMMENTS = {
  html: ['<!-- ', ' -->'],
  jsx: ['/* ', ' */'],
} as const;

/** The code, after a comment that names the settings with a value of the example. In ASCII, as the code. */
export function withExampleNote(
  code: string,
  syntax: keyof typeof COMMENTS,
  examples: readonly SettingName[],
): string {
  if (!examples.length) return code;
  const [open, close] = COMMENTS[syntax];
  const names = examples.map(attributeOf).join(', ');
  return `${open}${NOTE} ${names}.${close}\n${code}`;
}

/** The settings that such a comment names. */
export function namedExamples(code: string): readonly SettingName[] {
  const [, names = ''] = new RegExp(`${NOTE} ([a-z, -]+)\\.`).exec(code) ?? [];
  return SETTING_NAMES.filter((name) => names.split(', ').includes(attributeOf(name)));
}
