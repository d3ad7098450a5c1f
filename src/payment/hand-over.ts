import type { Destination } from './destination.js';

/** Sends the browser there. It was checked before it came here. */
export function handOver(destination: Destination): void {
  if (destination.is === 'link') return location.assign(destination.url);
  const form = document.createElement('form');
  form.method = 'post';
  form.target = '_self';
  form.hidden = true;
  form.setAttribute('action', destination.action);
  for (const [name, value] of destination.fields) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = name;
    field.value = value;
    form.append(field);
  }
  document.body.append(form);
  // A field may be called "submit".
  HTMLFormElement.prototype.submit.call(form);
  form.remove();
}
