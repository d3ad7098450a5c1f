import { SETTING_NAMES } from '../../../src/config/settings.js';
import type { Arrangement } from '../state.js';
import { isFlag, ownTexts, type ExtraAttributes } from './markup.js';

const camel = (name: string): string =>
  name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The configuration as JSON, for the `config` property, a JSON child, or the answer of an app. */
export function jsonOf(arrangement: Arrangement, extra: ExtraAttributes = []): string {
  const { settings } = arrangement;
  const own = SETTING_NAMES.flatMap((name): [string, string | boolean][] => {
    const value = settings[name]?.trim();
    return value ? [[name, isFlag(name, value) || value]] : [];
  });
  const more = extra.map(([name, value]) => [camel(name), value]);
  const texts = ownTexts(arrangement);
  return `${JSON.stringify({ ...Object.fromEntries([...own, ...more]), ...(texts && { texts }) }, null, 2)}\n`;
}
