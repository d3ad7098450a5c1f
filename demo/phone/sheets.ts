const screen = document.querySelector('.screen') as HTMLElement;
const app = screen.querySelector('.app') as HTMLElement;

/** Where the keyboard is, inside the overview too. */
function focused(): HTMLElement | null {
  const { activeElement } = document;
  const inside = activeElement?.shadowRoot?.activeElement ?? activeElement;
  return app.contains(activeElement) ? (inside as HTMLElement | null) : null;
}

/**
 * Lets a sheet cover the app, until one of its buttons closes it. Answers the button's value, `''` for back.
 * @param words by the name of the `data-` attribute they are shown in
 */
export async function cover(name: string, words: Record<string, string> = {}): Promise<string> {
  const sheet = screen.querySelector(`dialog.${name}`) as HTMLDialogElement;
  // Somebody is waiting for the answer already.
  if (sheet.open) return '';
  for (const [slot, word] of Object.entries(words)) {
    for (const place of sheet.querySelectorAll(`[data-${slot}]`)) place.textContent = word;
  }
  const back = focused();
  // Not modal: only the phone is covered, not the switches beside it.
  app.inert = true;
  sheet.show();
  await new Promise((resolve) => sheet.addEventListener('close', resolve, { once: true }));
  if (!screen.querySelector('dialog[open]')) {
    app.inert = false;
    back?.focus();
  }
  return sheet.returnValue;
}

/** The phone's own way back. */
export function startSheets(): void {
  screen.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') screen.querySelector<HTMLDialogElement>('dialog[open]')?.close('');
  });
}
