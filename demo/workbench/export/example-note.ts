import { attributeOf, type SettingName } from '../../../src/config/settings.js';
import type { WorkbenchState } from '../state.js';

/** The settings that are exported with a value of the example. */
export const exampleSettings = ({
  project,
  arrangement: { settings },
}: Pick<WorkbenchState, 'project' | 'arrangement'>): readonly SettingName[] =>
  project.examples.filter((name) => settings[name]?.trim());

const COMMENTS = {
  html: ['<!-- ', ' -->'],
  yaml: ['# ', ''],
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
  return `${open}SKAL RETTES: Kun eksempler i ${names}.${close}\n${code}`;
}
