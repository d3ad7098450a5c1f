/** The package's version; `npm run lint` holds it against package.json. */
export const VERSION = '0.1.0';
