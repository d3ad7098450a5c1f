import { warn } from '../util/warn.js';
import type { Destination } from './destination.js';

/**
 * Sends the browser there; it was checked before it came here.
 * @param onKept called where the page's own policy, or the browser, keeps it here
 */
export function navigateToGateway(
  destination: Destination,
  signal: AbortSignal,
  onKept: () => void,
): void {
  if (destination.is === 'form') {
    whenKept(destination.action, signal, onKept);
    return post(destination);
  }
  try {
    location.assign(destination.url);
  } catch {
    // An app link that nothing on this device opens.
    onKept();
  }
}

/** A policy that only reports keeps nobody here, nor does one that is about another form. */
function whenKept(action: string, signal: AbortSignal, onKept: () => void): void {
  document.addEventListener(
    'securitypolicyviolation',
    ({ effectiveDirective, disposition, blockedURI }) => {
      const ours =
        effectiveDirective === 'form-action' && blockedURI.startsWith(new URL(action).origin);
      if (!ours || disposition !== 'enforce') return;
      warn(
        `dibs-payment-url: the page's Content-Security-Policy has no form-action for ${blockedURI}`,
      );
      onKept();
    },
    { signal },
  );
}

function post({ action, fields }: Destination & { is: 'form' }): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.target = '_self';
  form.hidden = true;
  form.setAttribute('action', action);
  const inputs = fields.map(([name, value]) => {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = name;
    field.value = value;
    return field;
  });
  // From here on a field may be in the place of anything the form itself can do.
  form.append(...inputs);
  document.body.append(form);
  HTMLFormElement.prototype.submit.call(form);
  document.body.removeChild(form);
}
