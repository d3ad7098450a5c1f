import type { Arrangement } from '../bench.js';
import { attributesOf } from '../configured.js';
import { isFlag, ownSlots, ownTexts, type Extra } from './markup.js';

const attribute = ([name, value]: readonly [string, string]): string =>
  isFlag(name, value) ? name : `${name}={${JSON.stringify(value)}}`;

/** For React 19, which gives a custom element its properties. */
export function reactOf(arrangement: Arrangement, extra: Extra = []): string {
  const texts = ownTexts(arrangement);
  const props = [...attributesOf(arrangement), ...extra].map(attribute);
  if (texts) props.push(`config={${JSON.stringify({ texts })}}`);
  const children = ownSlots(arrangement).map(
    ([slot, html]) =>
      `  <div slot="${slot}" dangerouslySetInnerHTML={{ __html: ${JSON.stringify(html)} }} />`,
  );
  const open = `<ddb-debt-overview ${props.join(' ')}`;
  return children.length
    ? `${open}>\n${children.join('\n')}\n</ddb-debt-overview>\n`
    : `${open} />\n`;
}
