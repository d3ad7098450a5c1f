import type { BilingualText } from '../state.js';

/** A module for a CMS. `npm run build` packs it; its form imports the settings as JSON. */
export interface CmsModule {
  readonly systems: BilingualText;
  /** The name of its archive, without the version. */
  readonly archive: string;
  /** Where its form is, and what the place for the JSON is called there. */
  readonly path: BilingualText;
  readonly place: BilingualText;
}

const DRUPAL: Pick<CmsModule, 'path' | 'place'> = {
  path: {
    da: 'Konfiguration › Webtjenester › Mellemværender',
    en: 'Configuration › Web services › Debt overview',
  },
  place: { da: 'Import og eksport', en: 'Import and export' },
};

export const CMS_MODULES: readonly CmsModule[] = [
  {
    systems: { da: 'Drupal 10 og 11, DPL CMS', en: 'Drupal 10 and 11, DPL CMS' },
    archive: 'ddb_debt_overview-drupal',
    ...DRUPAL,
  },
  {
    systems: { da: 'Drupal 7, DDB CMS', en: 'Drupal 7, DDB CMS' },
    archive: 'ddb_debt_overview-drupal-7',
    ...DRUPAL,
  },
  {
    systems: { da: 'WordPress', en: 'WordPress' },
    archive: 'ddb-debt-overview-wordpress',
    path: { da: 'Indstillinger › Mellemværender', en: 'Settings › Debts' },
    place: { da: 'Til og fra prøvebordet', en: 'From and to the workbench' },
  },
];
