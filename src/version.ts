/** The package's version. `npm run lint` compares it with package.json. */
export const VERSION = '0.1.0';
