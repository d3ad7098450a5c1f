import { SETTING_NAMES, type SettingName } from '../../../src/config/settings.js';
import type { Arrangement } from '../state.js';
import { asciiJson } from './ascii.js';
import { isFlag, ownTexts, type ExtraAttributes } from './markup.js';

/** The name of the entry for settings with a value of the example. */
export const EXAMPLES = 'eksempler';

const camel = (name: string): string =>
  name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/**
 * The configuration as JSON, for the `config` property, a JSON child, or the answer of an app.
 * @param examples settings with a value of the example. JSON has no comments, so an entry names them; the widget reports it.
 */
export function jsonOf(
  arrangement: Arrangement,
  extra: ExtraAttributes = [],
  examples: readonly SettingName[] = [],
): string {
  const { settings } = arrangement;
  const own = SETTING_NAMES.flatMap((name): [string, string | boolean][] => {
    const value = settings[name]?.trim();
    return value ? [[name, isFlag(name, value) || value]] : [];
  });
  const more = extra.map(([name, value]) => [camel(name), value]);
  const texts = ownTexts(arrangement);
  return `${asciiJson(JSON.stringify({ ...(examples.length && { [EXAMPLES]: examples }), ...Object.fromEntries([...own, ...more]), ...(texts && { texts }) }, null, 2))}\n`;
}
