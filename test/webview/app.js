/**
 * The native app, as far as it answers what it is asked (README, "In an app").
 * @param {import('./web-view.js').WebView} view
 */
export function app(view) {
  const own = {
    /** The settings for the widget; undefined: it does not answer. @type {object | undefined} */
    config: {},
    /** Whether the app is dark. @type {string | undefined} */
    colorScheme: undefined,
    /** Whose app it is. @type {string | undefined} */
    patron: 'astrid',
    /**
     * The patron's token, by what is asked; undefined: it does not answer.
     * @type {(question: { refused: boolean }) => string | null | undefined}
     */
    token: () => null,
  };
  view.respond = ({ type, id, refused }) => {
    const say = (fields) => ({ version: 1, type, ...fields });
    if (type === 'ddb-debt-config') {
      const { config, colorScheme } = own;
      return config && say({ config, colorScheme });
    }
    if (type !== 'ddb-debt-token') return undefined;
    const token = own.token({ refused });
    return token === undefined ? undefined : say({ id, token, patron: own.patron });
  };
  return own;
}
