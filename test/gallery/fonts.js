import { fileURLToPath } from 'node:url';

/** The font weights of the widget and the themes. */
const WEIGHTS = [400, 500, 600, 700];
const LATIN = 'U+0000-024F, U+2000-206F, U+20AC';
const ARABIC = 'U+0600-06FF, U+0750-077F, U+FB50-FDFF, U+FE70-FEFF';
/** Includes the arrow of external links. */
const ARROWS = 'U+2190-21FF';

const fontOf = (package_, subset, weight, range) => {
  const name = `${package_}-${subset}-${weight}-normal.woff2`;
  const path = `../../node_modules/@fontsource/${package_}/files/${name}`;
  return { name, weight, range, file: fileURLToPath(new URL(path, import.meta.url)) };
};

/** The gallery uses only these fonts, so that screenshots do not depend on the fonts of the machine. */
const FONTS = [
  ...WEIGHTS.map((weight) => fontOf('noto-sans-arabic', 'latin', weight, LATIN)),
  ...WEIGHTS.map((weight) => fontOf('noto-sans-arabic', 'arabic', weight, ARABIC)),
  // A browser searches for a glyph in one weight only.
  ...WEIGHTS.map((weight) => ({ ...fontOf('noto-sans-math', 'latin', 400, ARROWS), weight })),
];

export const fontFile = (name) => FONTS.find((font) => font.name === name)?.file;

/** The family names of the gallery's pages and of the DPL theme. */
const FAMILIES = ['Gallery', '"Noto Sans JP"'];

/** The style sheet with the font faces. */
export const fontFaces = FAMILIES.flatMap((family) =>
  FONTS.map(
    ({ name, weight, range }) => `@font-face {
  font-family: ${family};
  font-weight: ${weight};
  src: url("/fonts/${name}") format("woff2");
  unicode-range: ${range};
}`,
  ),
).join('\n');
