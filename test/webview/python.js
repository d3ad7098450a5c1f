import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Debian's Python is first, because another Python on the PATH does not find the bindings. */
const PLACES = [process.env.PYTHON, '/usr/bin/python3', 'python3'];

const NEEDS = `
import gi
gi.require_version('Gtk', '3.0')
gi.require_version('WebKit2', '4.1')
from gi.repository import Gtk, WebKit2
`;

let checked;

/** A Python that can open a WebKitGTK view: PYTHON, or Debian's. The search runs once. */
export const python = () => (checked ??= find());

function find() {
  const found = PLACES.find((place) => place && (!place.startsWith('/') || existsSync(place)));
  try {
    execFileSync(found, ['-c', NEEDS], { stdio: ['ignore', 'ignore', 'pipe'] });
    return found;
  } catch (error) {
    throw new Error(
      `WebKitGTK for Python is missing: install gir1.2-webkit2-4.1 python3-gi (Debian), or set PYTHON to a Python that has it.
${found}: ${error.stderr ?? error.message}`,
    );
  }
}
