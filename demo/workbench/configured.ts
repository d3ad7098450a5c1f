import { configure, type Configuration } from '../../src/config/configuration.js';
import { attributeOf, type SettingName } from '../../src/config/settings.js';
import type { Arrangement } from './state.js';

/** The base for relative URLs. */
export const PAGE = 'https://bibliotek.example/min-side';

/** The settings as attributes of the tag, without empty ones. */
export const attributesOf = ({ settings }: Pick<Arrangement, 'settings'>): [string, string][] =>
  (Object.entries(settings) as [SettingName, string][])
    .map(([name, value]): [string, string] => [attributeOf(name), value.trim()])
    .filter(([, value]) => value);

/** The configuration that the widget reads from the arrangement, with its problems. */
export function configured(arrangement: Arrangement): Configuration {
  const attributes = new Map(attributesOf(arrangement));
  return configure(
    {
      attribute: (name) => attributes.get(name) ?? null,
      config: { texts: arrangement.texts },
    },
    PAGE,
  );
}
