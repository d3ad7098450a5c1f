import { GROUPS, type Field } from '../../demo/workbench/labels/fields.js';
import { TEXT_GROUPS, TEXT_LOCATIONS } from '../../demo/workbench/labels/text-locations.js';
import { attributeOf, SETTING_NAMES, type SettingName } from '../../src/config/settings.js';
import { dictionaryOf, isTextKey, LOCALES, type TextKey } from '../../src/i18n/locales.js';
import { ADMIN_GROUP } from './admin-group.js';
import { textRulesOf, type TextRules } from './text-rules.js';
import { CONTACT_URL, HTTPS_URL, ORIGINS, WEB_URL } from './url-patterns.js';

type Json = Readonly<Record<string, unknown>>;

/** An attribute in dist/custom-elements.json. */
interface Attribute {
  readonly name: string;
  readonly type: { readonly text: string };
  readonly default?: string;
}

/** The days of the years 1900–2999, with leap years. */
const DATE = [
  '(?:19|2[0-9])[0-9]{2}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])',
  '(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))',
  '(?:(?:19|2[0-9])(?:0[48]|[2468][048]|[13579][26])|2[048]00)-02-29',
].join('|');

const HOURS = '0*(?:8760(?:[.]0+)?|(?:[0-7]?[0-9]{1,3}|8[0-6][0-9]{2}|87[0-5][0-9])(?:[.][0-9]+)?)';

const text = (pattern: string): Json => ({ type: 'string', minLength: 1, pattern });

const TYPES = {
  text: { type: 'string', minLength: 1 },
  date: { ...text(`^(?:${DATE})$`), format: 'date' },
  webUrl: text(WEB_URL),
  httpsUrl: text(HTTPS_URL),
  contactUrl: text(CONTACT_URL),
  origins: text(ORIGINS),
};

const ref = (name: keyof typeof TYPES | 'texts', within = ''): Json => ({
  $ref: `#/$defs/${name}${within}`,
});

/** A number may be written as text, as in an attribute. */
const number = (type: string, minimum: number, maximum: number, pattern: string): Json => ({
  type: [type, 'string'],
  minimum,
  maximum,
  pattern: `^(?:${pattern})$`,
});

const OTHERS: Partial<Record<SettingName, Json>> = {
  oirPaymentUrl: ref('httpsUrl'),
  helpUrl: ref('contactUrl'),
  paymentOrigins: ref('origins'),
  registrationHours: number('number', 0, 8760, HOURS),
  headingLevel: number('integer', 1, 6, '[1-6]'),
  // What an attribute may hold; the name itself is the value in XHTML.
  mobilepay: { enum: [true, false, 'true', 'mobilepay'] },
};

/** What a setting takes: by its attribute in the manifest, its name, or the table above. */
function valueSchema(name: SettingName, { type }: Attribute): Json {
  const own = OTHERS[name];
  if (own) return own;
  const choices = [...type.text.matchAll(/'([^']+)'/g)].map(([, choice]) => choice);
  if (choices.length) return { enum: choices };
  if (name.endsWith('Date')) return ref('date');
  if (name.endsWith('Url')) return ref('webUrl');
  if (type.text === 'string') return ref('text');
  throw new Error(`${name} has no rule for JSON Schema.`);
}

function fieldSchema(field: Field, attribute: Attribute): Json {
  const { name, kind, label, explains, takes, example, options } = field;
  const schema = valueSchema(name, attribute);
  const value = attribute.default;
  return {
    title: label.en,
    description: explains.en,
    ...schema,
    ...(value && { default: Array.isArray(schema.type) ? Number(value) : value }),
    ...(example && { examples: [kind === 'flag' ? true : example] }),
    'x-attribute': attribute.name,
    'x-kind': kind,
    'x-label': label,
    'x-explains': explains,
    'x-takes': takes,
    ...(options && { 'x-options': options }),
  };
}

function textSchema(key: TextKey, { optional, required, allowed, needs }: TextRules): Json {
  const unknown = String.raw`[\s\S]*\{(?!(?:${allowed.join('|') || '(?!)'})\})[^{}]*\}`;
  const has = required.map((name) => String.raw`(?=[\s\S]*\{${name}\})`);
  const location = TEXT_LOCATIONS[key];
  return {
    description: location.en,
    type: 'string',
    ...(!optional && { minLength: 1 }),
    pattern: `^${has.join('')}(?!${unknown})`,
    'x-location': location,
    'x-default': Object.fromEntries(LOCALES.map((locale) => [locale, dictionaryOf(locale)[key]])),
    'x-placeholders': allowed,
    ...(required.length && { 'x-required': required }),
    ...(Object.keys(needs).length && { 'x-needs': needs }),
  };
}

const TEXT_KEYS = Object.keys(dictionaryOf('da')).filter(isTextKey);

/**
 * The JSON Schema of the settings, with labels and explanations for a form: the keywords that begin with `x-`. It describes
 * settings after the white space around them is removed, and empty ones are left out.
 *
 * @param attributes the element's attributes in dist/custom-elements.json
 */
export function settingsSchema(attributes: readonly Attribute[]): Json {
  const groups = [...GROUPS, ADMIN_GROUP];
  const fields = new Map(groups.flatMap((group) => group.fields).map((one) => [one.name, one]));
  const property = (name: SettingName): [string, Json] => {
    const attribute = attributes.find((one) => one.name === attributeOf(name));
    const field = fields.get(name);
    if (!field || !attribute) throw new Error(`${name} has no label or no attribute.`);
    return [name, fieldSchema(field, attribute)];
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Settings of <ddb-debt-overview>',
    type: 'object',
    additionalProperties: false,
    properties: {
      ...Object.fromEntries(SETTING_NAMES.map(property)),
      texts: {
        title: 'The library’s own texts',
        description: 'By language and key, or by key for all languages.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries([
          ...LOCALES.map((locale) => [locale, ref('texts')]),
          ...TEXT_KEYS.map((key) => [key, ref('texts', `/properties/${key}`)]),
        ]),
      },
    },
    $defs: {
      ...TYPES,
      texts: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          TEXT_KEYS.map((key) => [key, textSchema(key, textRulesOf(key))]),
        ),
      },
    },
    'x-groups': groups.map(({ id, title, lead, fields: own }) => ({
      id,
      title,
      lead,
      settings: own.map(({ name }) => name),
    })),
    'x-text-groups': TEXT_GROUPS.map(({ title, keys }) => ({ title, keys })),
  };
}
