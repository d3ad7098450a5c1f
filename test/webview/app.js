/**
 * The native app: it answers the widget's requests (README, "In an app").
 * @param {import('./web-view.js').WebView} view
 */
export function app(view) {
  const state = {
    /** The settings for the widget; undefined: it does not answer. @type {object | undefined} */
    config: {},
    /** Whether the app is dark. @type {string | undefined} */
    colorScheme: undefined,
    /** Whose app it is. @type {string | undefined} */
    patron: 'astrid',
    /**
     * The patron's token for a request; undefined: it does not answer.
     * @type {(question: { refused: boolean }) => string | null | undefined}
     */
    token: () => null,
  };
  view.respond = ({ type, id, refused }) => {
    const answer = (fields) => ({ version: 1, type, ...fields });
    if (type === 'ddb-debt-config') {
      const { config, colorScheme } = state;
      return config && answer({ config, colorScheme });
    }
    if (type !== 'ddb-debt-token') return undefined;
    const token = state.token({ refused });
    return token === undefined ? undefined : answer({ id, token, patron: state.patron });
  };
  return state;
}
