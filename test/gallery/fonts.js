import { fileURLToPath } from 'node:url';

/** Weights that the widget or a theme asks for. */
const WEIGHTS = [400, 500, 600, 700];
const LATIN = 'U+0000-024F, U+2000-206F, U+20AC';
const ARABIC = 'U+0600-06FF, U+0750-077F, U+FB50-FDFF, U+FE70-FEFF';
/** Among them the arrow of a link that leads away. */
const ARROWS = 'U+2190-21FF';

const fontOf = (package_, subset, weight, range) => {
  const name = `${package_}-${subset}-${weight}-normal.woff2`;
  const path = `../../node_modules/@fontsource/${package_}/files/${name}`;
  return { name, weight, range, file: fileURLToPath(new URL(path, import.meta.url)) };
};

/** Every letter of the gallery is drawn with these, so that no font of the machine is in its pictures. */
const FONTS = [
  ...WEIGHTS.map((weight) => fontOf('noto-sans-arabic', 'latin', weight, LATIN)),
  ...WEIGHTS.map((weight) => fontOf('noto-sans-arabic', 'arabic', weight, ARABIC)),
  // A browser looks for a letter in one weight alone.
  ...WEIGHTS.map((weight) => ({ ...fontOf('noto-sans-math', 'latin', 400, ARROWS), weight })),
];

export const fontFile = (name) => FONTS.find((font) => font.name === name)?.file;

/** The name that a page has for them, and the one that a DPL site has for its own. */
const FAMILIES = ['Gallery', '"Noto Sans JP"'];

/** The style sheet that gives them these names. */
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
