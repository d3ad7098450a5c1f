import { showSheet } from './sheets.js';

/** The pages that the overview links to. */
const SITES: Readonly<Record<string, readonly [title: string, text: string]>> = {
  'https://betalingsoverblik.example/': [
    'Mit Betalingsoverblik',
    'Her logger låneren ind hos kommunen og betaler. Det er telefonens browser: appen er ikke med.',
  ],
  'https://fjordby.example/betingelser': ['Betalingsbetingelser', 'Her står betingelserne.'],
  'https://fjordby.example/takster': ['Takster', 'Her står, hvad det koster at aflevere for sent.'],
  'https://fjordby.example/kontakt': ['Kontakt', 'Her står, hvordan man får fat i biblioteket.'],
};

/** Shows a URL in the phone's browser until the patron returns to the app. */
export async function showSite(url: string): Promise<void> {
  const [title, text] = SITES[url] ?? ['En side uden for appen', ''];
  await showSheet('site', { url, title, words: text });
}
