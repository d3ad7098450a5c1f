import { html } from './answers.js';
import { loggedOutPage } from './page.js';

/**
 * `POST /logout`: ends the session, and clears what the widget has stored, so that the next patron at the computer does not
 * see the payment. The header is on the final page: WebKit ignores it on a redirect.
 * @param {import('./payment-host.js').Context} context
 */
export const logOut =
  ({ sessions }) =>
  ({ request, response }) =>
    html(response, loggedOutPage, 200, {
      'Clear-Site-Data': '"storage"',
      'Cache-Control': 'no-store',
      ...sessions.logOut(request),
    });
