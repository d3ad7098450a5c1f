import { configure, type Configuration } from '../../src/config/configuration.js';
import { attributeOf, type SettingName } from '../../src/config/settings.js';
import type { Arrangement } from './bench.js';

/** Where relative addresses start from: some library's page. */
const PAGE = 'https://bibliotek.example/min-side';

/** The settings as the attributes of a tag; what is not set is not there. */
export const attributesOf = ({ settings }: Pick<Arrangement, 'settings'>): [string, string][] =>
  (Object.entries(settings) as [SettingName, string][])
    .map(([name, value]): [string, string] => [attributeOf(name), value.trim()])
    .filter(([, value]) => value);

/** What the widget makes of the arrangement, with its problems. */
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
