const only = ({ name, description }) => ({ name, description });

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
          ...only({ ...element, name: element.tag }),
          attributes: element.attributes.map((attribute) => ({
            ...only(attribute),
            default: attribute.default,
            value:
              attribute.type === 'boolean'
                ? { kind: 'no-value', type: 'boolean' }
                : { type: attribute.type },
          })),
          slots: element.slots.map(only),
          js: {
            properties: element.properties.map((property) => ({
              ...only(property),
              type: property.type,
              'read-only': property.readonly,
            })),
            events: element.events.map((event) => ({ ...only(event), type: event.type })),
          },
        },
      ],
    },
    css: {
      properties: element.customProperties.map((property) => ({
        ...only(property),
        default: property.default,
      })),
      'pseudo-elements': element.parts.map((part) => ({
        ...only(part),
        name: `part(${part.name})`,
      })),
    },
  },
});
