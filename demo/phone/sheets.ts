const screen = document.querySelector('.screen') as HTMLElement;
const app = screen.querySelector('.app') as HTMLElement;

/** The focused element, also inside the overview's shadow root. */
function focused(): HTMLElement | null {
  const { activeElement } = document;
  const inside = activeElement?.shadowRoot?.activeElement ?? activeElement;
  return app.contains(activeElement) ? (inside as HTMLElement | null) : null;
}

/**
 * Shows a sheet over the app until one of its buttons closes it. Returns the button's value, or `''` for back.
 * @param texts keyed by the `data-` attribute of the element that shows the text
 */
export async function showSheet(name: string, texts: Record<string, string> = {}): Promise<string> {
  const sheet = screen.querySelector(`dialog.${name}`) as HTMLDialogElement;
  // Another call is waiting for the answer.
  if (sheet.open) return '';
  for (const [name, text] of Object.entries(texts)) {
    for (const target of sheet.querySelectorAll(`[data-${name}]`)) target.textContent = text;
  }
  const previous = focused();
  // Not modal, because the switches beside the phone stay usable.
  app.inert = true;
  sheet.show();
  await new Promise((resolve) => sheet.addEventListener('close', resolve, { once: true }));
  if (!screen.querySelector('dialog[open]')) {
    app.inert = false;
    previous?.focus();
  }
  return sheet.returnValue;
}

/** Closes the open sheet on Escape, as the phone's back button does. */
export function startSheets(): void {
  screen.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') screen.querySelector<HTMLDialogElement>('dialog[open]')?.close('');
  });
}
