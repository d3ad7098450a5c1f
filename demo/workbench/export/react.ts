import type { Arrangement } from '../state.js';
import { attributesOf } from '../configured.js';
import { asciiJson } from './ascii.js';
import { isFlag, ownSlots, ownTexts, type ExtraAttributes } from './markup.js';

const attribute = ([name, value]: readonly [string, string]): string =>
  isFlag(name, value) ? name : `${name}={${JSON.stringify(value)}}`;

/** JSX for React 19, which sets properties of custom elements. */
export function reactOf(arrangement: Arrangement, extra: ExtraAttributes = []): string {
  const texts = ownTexts(arrangement);
  const props = [...attributesOf(arrangement), ...extra].map(attribute);
  if (texts) props.push(`config={${JSON.stringify({ texts })}}`);
  const children = ownSlots(arrangement).map(
    ([slot, html]) =>
      `  <div slot="${slot}" dangerouslySetInnerHTML={{ __html: ${JSON.stringify(html)} }} />`,
  );
  const open = `<ddb-debt-overview ${props.join(' ')}`;
  // Only strings have other characters.
  return asciiJson(
    children.length ? `${open}>\n${children.join('\n')}\n</ddb-debt-overview>\n` : `${open} />\n`,
  );
}
