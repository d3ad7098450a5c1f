import type { TextOverrides } from '../i18n/translator.js';
import { isObject } from '../util/json.js';
import type { Problem } from './problem.js';
import { safeOriginOf } from './setting-types.js';
import {
  attributeOf,
  SETTING_NAMES,
  SETTINGS,
  type SettingName,
  type Settings,
} from './settings.js';
import { readTexts } from './text-overrides.js';

/** What the integrator wrote, in order of authority (CONTRACT 2). */
export interface RawConfig {
  /** The value of an attribute, or `null` where it is absent. */
  attribute(name: string): string | null;
  /** The `config` property. */
  readonly config?: unknown;
  /** The text of the JSON child, where there is one. */
  readonly json?: string | undefined;
}

export interface Configuration {
  readonly settings: Settings;
  readonly texts: TextOverrides;
  readonly problems: readonly Problem[];
}

/** The defaults that follow from other settings (CONTRACT 2). */
function defaultsFollowing(
  { selection, channel, paymentOrigins, dibsPaymentUrl }: Partial<Settings>,
  page: string,
): Pick<Settings, 'selection' | 'paymentOrigins'> {
  const own = dibsPaymentUrl && safeOriginOf(dibsPaymentUrl, page);
  return {
    selection: selection ?? (channel === 'app' ? 'all' : 'any'),
    paymentOrigins: paymentOrigins?.length ? paymentOrigins : own ? [own] : [],
  };
}

/** Reads the whole configuration. Takes anything, never throws. `page` is the URL that relative ones start from. */
export function configure(written: RawConfig, page: string): Configuration {
  const problems: Problem[] = [];
  const complain = (setting: string, value: unknown, message: string): void => {
    problems.push({ setting, value, message });
  };

  const objectOf = (
    parse: () => unknown,
    source: string,
    value: unknown,
  ): ReadonlyMap<string, unknown> => {
    try {
      const json = parse() ?? {};
      if (isObject(json)) {
        // Copied once, so that a getter that throws is heard of here and nowhere later.
        const own = Object.entries(json).filter(([name]) => {
          const known = name === 'texts' || SETTING_NAMES.includes(name as SettingName);
          if (!known) complain(source, name, 'there is no such setting; it is ignored');
          return known;
        });
        return new Map(own);
      }
      complain(source, value, 'takes an object of settings; it is ignored');
    } catch {
      complain(source, value, 'cannot be read; it is ignored');
    }
    return new Map();
  };

  const { config, json } = written;
  const property = objectOf(() => config, 'config', config);
  const child = objectOf(() => (json?.trim() ? JSON.parse(json) : {}), 'JSON child', json);

  const read = (name: SettingName): unknown => {
    const setting = SETTINGS[name];
    const attribute = written.attribute(attributeOf(name));
    for (const value of [attribute, property.get(name), child.get(name)]) {
      if (value === null || value === undefined) continue;
      if (value === false) return setting.fallback;
      const scalar = !/^(object|function|symbol)$/.test(typeof value);
      const words = scalar ? String(value).trim() : '';
      // What a template leaves empty is not set; but a boolean attribute is set by being there.
      const there = setting === SETTINGS.mobilepay && value === attribute;
      if (scalar && !words && !there) continue;
      // Half a character is text to some and an error to others: to links, for one.
      const good = scalar && !/\p{Cs}/u.test(words) ? setting.read(words, page) : undefined;
      if (good !== undefined) return good;
      complain(attributeOf(name), value, `takes ${setting.takes}; it is ignored`);
      return setting.fallback;
    }
    return setting.fallback;
  };

  const asWritten = Object.fromEntries(
    SETTING_NAMES.map((name) => [name, read(name)]),
  ) as unknown as Settings;
  const settings = { ...asWritten, ...defaultsFollowing(asWritten, page) };

  const { switchDate, dibsEndDate } = settings;
  if (switchDate && dibsEndDate && dibsEndDate < switchDate) {
    complain(
      'dibs-end-date',
      dibsEndDate,
      'is before switch-date; nothing can be paid here from that day on',
    );
  }
  if (settings.view === 'summary' && !settings.overviewUrl) {
    complain('overview-url', null, 'is not set');
  }
  const own = { dibs: settings.dibsFeesUrl, oir: settings.oirFeesUrl };
  for (const system of ['dibs', 'oir'] as const) {
    const served =
      own[system] ||
      settings.feesUrl ||
      (settings.systems !== 'both' && settings.systems !== system);
    if (!served && !problems.some(({ setting }) => /fees-url$/.test(setting))) {
      complain(
        'fees-url',
        null,
        `is not set, and neither is ${system}-fees-url; these debts cannot be read`,
      );
    }
  }
  try {
    const texts = readTexts([child.get('texts'), property.get('texts')], settings);
    return { settings, texts: texts.overrides, problems: [...problems, ...texts.problems] };
  } catch {
    complain('texts', property.get('texts'), 'cannot be read; the defaults are shown');
    return { settings, texts: {}, problems };
  }
}
