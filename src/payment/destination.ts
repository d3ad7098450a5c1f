import { isObject, type Json } from '../util/json.js';
import { formatValue } from '../config/problem.js';

/** Where a payment sends the browser, checked and as it will be used. */
export type Destination =
  | { readonly is: 'link'; readonly url: string }
  | {
      readonly is: 'form';
      readonly action: string;
      readonly fields: readonly (readonly [name: string, value: string])[];
    };

/**
 * The URL as the browser reads it, where a payment may lead there: https, or http on a loopback address, on one of the
 * origins; or an app link of one of the schemes that stand among them (CONTRACT 6 and 7).
 */
function allowedUrl(written: unknown, allowed: readonly string[]): string | undefined {
  try {
    const { href, origin, protocol, username, password } = new URL(written as string);
    const web = protocol === 'https:' || protocol === 'http:';
    // Among `allowed`, http stands for a loopback address only.
    const good = allowed.includes(web ? origin : protocol) && !username && !password;
    return good && typeof written === 'string' ? href : undefined;
  } catch {
    return undefined;
  }
}

/** Many servers write null for what is not there. */
const isAbsent = (value: unknown): boolean => value === undefined || value === null;

/** Where an answer to a start leads, or in words why it leads nowhere. */
export function destinationOf(
  { redirectUrl, form }: Json,
  allowed: readonly string[],
): Destination | string {
  if (isAbsent(redirectUrl) === isAbsent(form)) {
    return 'answered with neither redirectUrl nor form, or with both';
  }
  const to = isAbsent(form) ? redirectUrl : isObject(form) ? form.action : form;
  const url = allowedUrl(to, allowed);
  if (!url) {
    return `answered with a destination that is no absolute URL on payment-origins (${allowed.join(' ')}): ${formatValue(to)}`;
  }
  if (isAbsent(form)) return { is: 'link', url };
  const fields = isObject(form) && isObject(form.fields) ? Object.entries(form.fields) : undefined;
  if (!/^http/.test(url) || !fields?.every(([, value]) => /^(string|number)$/.test(typeof value))) {
    return 'answered with a form whose fields are not all text';
  }
  return { is: 'form', action: url, fields: fields.map(([name, value]) => [name, String(value)]) };
}
