/** Editors show these beside what is typed: short, and no values but those that may be chosen. */
const withDefault = ({ description, default: value }) =>
  value ? `${description} (default: ${value})` : description;

/** VS Code's custom data for HTML: dist/vscode.html-custom-data.json. */
export const vsCodeHtml = ({ tag, description, attributes }) => ({
  version: 1.1,
  tags: [
    {
      name: tag,
      description,
      attributes: attributes.map((attribute) => ({
        name: attribute.name,
        description: withDefault(attribute),
        // The value set "v" is the one of attributes that are set by being there.
        ...(attribute.type === 'boolean' ? { valueSet: 'v' } : {}),
        ...(attribute.values.length
          ? { values: attribute.values.map((value) => ({ name: value })) }
          : {}),
      })),
    },
  ],
});

/** VS Code's custom data for CSS: dist/vscode.css-custom-data.json. */
export const vsCodeCss = ({ customProperties }) => ({
  version: 1.1,
  properties: customProperties.map((property) => ({
    name: property.name,
    description: withDefault(property),
  })),
});
