import { isObject, type Json } from '../util/json.js';
import { formatValue } from '../config/problem.js';

/** Where the browser pays: a checked URL, or a form to submit there. */
export type Destination =
  | { readonly is: 'link'; readonly url: string }
  | {
      readonly is: 'form';
      readonly action: string;
      readonly fields: readonly (readonly [name: string, value: string])[];
    };

/**
 * The normalized URL where payment is allowed there: https, or http on a loopback address, on one of the origins; or an
 * app link with one of the schemes in the list (CONTRACT 6 and 7).
 */
function allowedUrl(value: unknown, allowed: readonly string[]): string | undefined {
  try {
    const { href, origin, protocol, username, password } = new URL(value as string);
    const web = protocol === 'https:' || protocol === 'http:';
    // The configuration allows http for loopback addresses only.
    const isAllowed = allowed.includes(web ? origin : protocol) && !username && !password;
    return isAllowed && typeof value === 'string' ? href : undefined;
  } catch {
    return undefined;
  }
}

/** The destination in an answer to a start, or a sentence that says why there is none. */
export function destinationOf({ redirectUrl, form }: Json, allowed: readonly string[]): Destination | string {
  // Many servers write null for an absent member.
  const [isLink, isForm] = [redirectUrl, form].map((value) => (value ?? undefined) !== undefined);
  if (isLink === isForm) return 'answered with neither redirectUrl nor form, or with both';
  const to = isLink ? redirectUrl : isObject(form) ? form.action : form;
  const url = allowedUrl(to, allowed);
  if (!url) {
    return `answered with a destination that is no absolute URL on payment-origins (${allowed.join(' ')}): ${formatValue(to)}`;
  }
  if (isLink) return { is: 'link', url };
  const fields = isObject(form) && isObject(form.fields) ? Object.entries(form.fields) : undefined;
  if (!/^http/.test(url) || !fields?.every(([, value]) => /^(string|number)$/.test(typeof value))) {
    return 'answered with a form whose action is an app link, or whose fields are not all text';
  }
  return { is: 'form', action: url, fields: fields.map(([name, value]) => [name, String(value)]) };
}
