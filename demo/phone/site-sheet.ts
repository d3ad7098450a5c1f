import { cover } from './sheets.js';

/** What is at the addresses that the overview leads to. */
const SITES: Readonly<Record<string, readonly [title: string, words: string]>> = {
  'https://betalingsoverblik.example/': [
    'Mit Betalingsoverblik',
    'Her logger låneren ind hos kommunen og betaler. Det er telefonens browser: appen er ikke med.',
  ],
  'https://fjordby.example/betingelser': ['Betalingsbetingelser', 'Her står betingelserne.'],
  'https://fjordby.example/takster': ['Takster', 'Her står, hvad det koster at aflevere for sent.'],
  'https://fjordby.example/kontakt': ['Kontakt', 'Her står, hvordan man får fat i biblioteket.'],
};

/** The browser shows an address, until the patron goes back to the app. */
export async function showSite(url: string): Promise<void> {
  const [title, words] = SITES[url] ?? ['En side uden for appen', ''];
  await cover('site', { url, title, words });
}
