import type { TextOverrides } from '../i18n/translator.js';
import { isObject } from '../util/json.js';
import { unknownName, type Problem } from './problem.js';
import { flag, safeOriginOf } from './setting-types.js';
import { attributeOf, SETTING_NAMES, SETTINGS, type SettingName, type Settings } from './settings.js';
import { readTexts } from './text-overrides.js';

/** The sources of settings, in order of precedence (CONTRACT 2). */
export interface RawConfig {
  /** The value of an attribute, or `null` if it is absent. */
  attribute(name: string): string | null;
  /** The `config` property. */
  readonly config?: unknown;
  /** The text of the JSON child. */
  readonly json?: string | undefined;
  /** What is wrong with the tag itself. */
  readonly problems?: readonly Problem[] | undefined;
}

export interface Configuration {
  readonly settings: Settings;
  readonly texts: TextOverrides;
  readonly problems: readonly Problem[];
}

/** The defaults that depend on other settings (CONTRACT 2). */
function dependentDefaults(
  { selection, channel, paymentOrigins, dibsPaymentUrl }: Partial<Settings>,
  page: string,
): Pick<Settings, 'selection' | 'paymentOrigins'> {
  const own = dibsPaymentUrl && safeOriginOf(dibsPaymentUrl, page);
  return {
    selection: selection ?? (channel === 'app' ? 'all' : 'any'),
    paymentOrigins: paymentOrigins?.length ? paymentOrigins : own ? [own] : [],
  };
}

/** Reads the whole configuration. Takes anything, never throws. @param page the base of relative URLs */
export function configure(raw: RawConfig, page: string): Configuration {
  const problems = [...(raw.problems ?? [])];
  const addProblem = (setting: string, value: unknown, message: string): void => {
    problems.push({ setting, value, message });
  };

  /** The settings in an object, or in its JSON. */
  const settingsIn = (source: string, value: unknown, parse = (): unknown => value): ReadonlyMap<string, unknown> => {
    try {
      const object = parse() ?? {};
      if (isObject(object)) {
        // Copied here, so that a getter that throws does so here.
        const found = new Map(Object.entries(object));
        const names = [...SETTING_NAMES, 'texts'];
        for (const name of found.keys()) {
          if (!names.includes(name)) addProblem(source, name, unknownName('setting', name, names));
        }
        return found;
      }
      addProblem(source, value, 'takes an object of settings; it is ignored');
    } catch (error) {
      const why = error instanceof SyntaxError ? `: ${error.message}` : '';
      addProblem(source, value, `cannot be read${why}; it is ignored`);
    }
    return new Map();
  };

  const { config, json } = raw;
  const property = settingsIn('config', config);
  const child = settingsIn('JSON child', json, () => (json?.trim() ? JSON.parse(json) : {}));

  const read = (name: SettingName): unknown => {
    const setting = SETTINGS[name];
    const attribute = raw.attribute(attributeOf(name));
    for (const value of [attribute, property.get(name), child.get(name)]) {
      if (value === null || value === undefined) continue;
      if (value === false) return setting.fallback;
      const scalar = !/^(object|function|symbol)$/.test(typeof value);
      const text = scalar ? String(value).trim() : '';
      // Templates leave attributes empty that are not set. A boolean attribute is set by its presence.
      const present = setting === flag && value === attribute;
      if (scalar && !text && !present) continue;
      // A lone surrogate is an error in a URL.
      const parsed = scalar && !/\p{Cs}/u.test(text) ? setting.read(text, page) : undefined;
      if (parsed !== undefined) return parsed;
      addProblem(attributeOf(name), value, `takes ${setting.takes}; it is ignored`);
      return setting.fallback;
    }
    return setting.fallback;
  };

  const ownSettings = Object.fromEntries(SETTING_NAMES.map((name) => [name, read(name)])) as unknown as Settings;
  const settings = { ...ownSettings, ...dependentDefaults(ownSettings, page) };

  const { switchDate, dibsEndDate } = settings;
  if (switchDate && dibsEndDate && dibsEndDate < switchDate) {
    addProblem('dibs-end-date', dibsEndDate, 'is before switch-date; nothing can be paid here from that day on');
  }
  if (settings.view === 'summary' && !settings.overviewUrl) {
    addProblem('overview-url', null, 'is not set');
  }
  const own = { dibs: settings.dibsFeesUrl, oir: settings.oirFeesUrl };
  for (const system of ['dibs', 'oir'] as const) {
    const hasEndpoint = own[system] || settings.feesUrl || (settings.systems !== 'both' && settings.systems !== system);
    if (!hasEndpoint && !problems.some(({ setting }) => /fees-url$/.test(setting))) {
      addProblem('fees-url', null, `is not set, and neither is ${system}-fees-url; these debts cannot be read`);
    }
  }
  try {
    const texts = readTexts([child.get('texts'), property.get('texts')], settings);
    return { settings, texts: texts.overrides, problems: [...problems, ...texts.problems] };
  } catch {
    addProblem('texts', property.get('texts'), 'cannot be read; the defaults are shown');
    return { settings, texts: {}, problems };
  }
}
