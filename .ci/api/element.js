import { readFileSync } from 'node:fs';
import { readDeclared } from './declared.js';
import { dist } from './dist.js';
import { typeOf } from './type-of.js';

const json = (file) => JSON.parse(readFileSync(dist(file), 'utf8'));

/** What the element has for its users: the words of the manifest, the types of the built declarations. */
export function readElement() {
  const { name, version } = json('../package.json');
  const found = json('custom-elements.json')
    .modules.flatMap(({ declarations }) => declarations)
    .find(({ tagName }) => tagName);
  const declared = readDeclared();
  const types = declared(found.name);
  // A setting's property is its attribute's: it is said once.
  const settings = new Set(found.attributes.map(({ fieldName }) => fieldName));
  const members = found.members
    .filter((member) => !member.static && !settings.has(member.name))
    .map((member) => ({ ...member, type: types.get(member.name) }));
  return {
    package: name,
    version,
    tag: found.tagName,
    className: found.name,
    description: found.description,
    attributes: found.attributes.map((attribute) => ({
      ...attribute,
      property: attribute.fieldName,
      takes: attribute.type.text,
      ...typeOf(attribute.type.text),
    })),
    properties: members.filter(({ kind }) => kind === 'field'),
    methods: members.filter(({ kind }) => kind === 'method'),
    events: found.events.map((event) => ({
      ...event,
      type: event.type.text,
      carries: [...declared(event.type.text)].map(([field, type]) => ({ name: field, type })),
    })),
    slots: found.slots,
    parts: found.cssParts,
    customProperties: found.cssProperties,
  };
}
