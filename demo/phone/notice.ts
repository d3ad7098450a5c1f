import { delay } from 'msw';

const output = document.querySelector('.app output') as HTMLOutputElement;

/** Shows a notice in the app for a few seconds. */
export async function showNotice(text: string): Promise<void> {
  output.textContent = text;
  await delay(6000);
  if (output.textContent === text) output.textContent = '';
}
