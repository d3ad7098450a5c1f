/** Code in ASCII, so that the encoding of the page or file that it is pasted into does not matter. */

const hex = (character: string): string => character.charCodeAt(0).toString(16).padStart(4, '0');

/** JSON, or JavaScript in which only strings have other characters. */
export const asciiJson = (json: string): string =>
  json.replace(/[\u0080-\uffff]/g, (character) => `\\u${hex(character)}`);

/** HTML. A character reference to U+0080–U+009F means another character, so these control characters stay. */
export const asciiHtml = (html: string): string =>
  html.replace(/[^\0-\x9f]/gu, (character) => `&#${character.codePointAt(0)};`);

export const asciiCss = (css: string): string =>
  css.replace(/[^\0-\x7f]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `);
