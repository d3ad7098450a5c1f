const named = ({ name, description }) => ({ name, description });

/** What JetBrains' editors read: dist/web-types.json. */
export const webTypes = (element) => ({
  $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
  name: element.package,
  version: element.version,
  'js-types-syntax': 'typescript',
  'description-markup': 'markdown',
  contributions: {
    html: {
      elements: [
        {
          ...named({ ...element, name: element.tag }),
          attributes: element.attributes.map((attribute) => ({
            ...named(attribute),
            default: attribute.default,
            value:
              attribute.type === 'boolean'
                ? { kind: 'no-value', type: 'boolean' }
                : { type: attribute.type },
          })),
          slots: element.slots.map(named),
          js: {
            properties: element.properties.map((property) => ({
              ...named(property),
              type: property.type,
              'read-only': property.readonly,
            })),
            events: element.events.map((event) => ({ ...named(event), type: event.type })),
          },
        },
      ],
    },
    css: {
      properties: element.customProperties.map((property) => ({
        ...named(property),
        default: property.default,
      })),
      'pseudo-elements': element.parts.map((part) => ({
        ...named(part),
        name: `part(${part.name})`,
      })),
    },
  },
});
