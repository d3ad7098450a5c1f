import { warn } from '../util/warn.js';
import type { Destination } from './destination.js';

/**
 * Navigates to a checked destination.
 * @param onBlocked called where the page's Content-Security-Policy, or the browser, blocks the navigation
 */
export function navigateToGateway(destination: Destination, signal: AbortSignal, onBlocked: () => void): void {
  if (destination.is === 'form') {
    onFormBlocked(destination.action, signal, onBlocked);
    return submit(destination);
  }
  try {
    location.assign(destination.url);
  } catch {
    // Nothing on this device opens the app link.
    onBlocked();
  }
}

/** Ignores policies that only report, and violations by other forms. */
function onFormBlocked(action: string, signal: AbortSignal, onBlocked: () => void): void {
  document.addEventListener(
    'securitypolicyviolation',
    ({ effectiveDirective, disposition, blockedURI }) => {
      const isThisForm = effectiveDirective === 'form-action' && blockedURI.startsWith(new URL(action).origin);
      if (!isThisForm || disposition !== 'enforce') return;
      warn(`dibs-payment-url: the page's Content-Security-Policy has no form-action for ${blockedURI}`);
      onBlocked();
    },
    { signal },
  );
}

function submit({ action, fields }: Destination & { is: 'form' }): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.target = '_self';
  form.hidden = true;
  // Otherwise the page's own encoding.
  form.acceptCharset = 'utf-8';
  form.setAttribute('action', action);
  const inputs = fields.map(([name, value]) => {
    const input = document.createElement('input');
    input.type = 'hidden';
    input.name = name;
    input.value = value;
    return input;
  });
  // A field's name may shadow any member of the form, so none is used from here on.
  form.append(...inputs);
  document.body.append(form);
  HTMLFormElement.prototype.submit.call(form);
  document.body.removeChild(form);
}
