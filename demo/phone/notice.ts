import { delay } from 'msw';

const place = document.querySelector('.app output') as HTMLOutputElement;

/** The app says something in passing, over whatever it shows. */
export async function say(words: string): Promise<void> {
  place.textContent = words;
  await delay(6000);
  if (place.textContent === words) place.textContent = '';
}
