import { bilingual, type Migration } from './migration.js';

/** Adds the settings that the widget needs and no old system has. */
export function addOpenDecisions(migration: Migration): void {
  const rest = [
    [
      'switch-date',
      'Skriv skæringsdatoen: den dag, biblioteket går over til det nye system.',
      'Write the switch date: the day the library goes over to the new system.',
    ],
    [
      'dibs-end-date',
      'Skriv den første dag, gamle mellemværender ikke længere kan betales på jeres side. Er den ikke bestemt, så lad feltet stå tomt.',
      'Write the first day on which old debts can no longer be paid on your site. If it is not decided, leave the field empty.',
    ],
    [
      'fees-url',
      'Spørg jeres leverandør, hvilken adresse mellemværenderne hentes fra. Uden den kan der ikke vises noget.',
      'Ask your supplier which address the debts are read from. Without it nothing can be shown.',
    ],
    [
      'texts.en',
      'De gamle tekster er taget med på dansk. Skriv dem også på engelsk; ellers står oversigtens egne engelske tekster der.',
      'The old texts are taken in Danish. Write them in English too; otherwise the overview’s own English texts are there.',
    ],
  ] as const;
  for (const [to, da, en] of rest) {
    if (to !== 'texts.en' || migration.hasTexts) migration.decide('', to, bilingual(da, en));
  }
}
