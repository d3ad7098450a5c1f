/** The package's version; `npm run check` holds it against package.json. */
export const VERSION = '0.1.0';
