import { WORKBENCH_FIELDS, type Field } from '../../demo/workbench/labels/fields.js';
import type { SettingName } from '../../src/config/settings.js';
import type { BilingualText } from '../../demo/workbench/state.js';

const labelOf = (wanted: SettingName): Pick<Field, 'label' | 'takes'> => {
  const found = WORKBENCH_FIELDS.find(({ name }) => name === wanted);
  if (!found) throw new Error(`${wanted} has no label.`);
  return found;
};

/** The settings that the workbench has no field for, since it shows both channels on any day. */
export const ADMIN_GROUP: {
  readonly id: 'admin';
  readonly title: BilingualText;
  readonly lead: BilingualText;
  readonly fields: readonly Field[];
} = {
  id: 'admin',
  title: { da: 'Prøv, før I skifter', en: 'Try before you switch' },
  lead: {
    da: 'Lad felterne stå, som de er, når siden er i brug.',
    en: 'Leave these fields as they are while the page is in use.',
  },
  fields: [
    {
      name: 'previewDate',
      kind: 'date',
      example: '2021-12-01',
      ...labelOf('previewDate'),
      explains: {
        da: 'Siden vises, som den ser ud den dag, med et banner øverst. Alle, der åbner siden, ser det, og ingen kan betale, så længe feltet er udfyldt.',
        en: 'The page is shown as on that day, with a banner at the top. Everyone who opens the page sees this, and nobody can pay while the field is filled in.',
      },
    },
    {
      name: 'channel',
      kind: 'choice',
      ...labelOf('channel'),
      explains: {
        da: 'Om oversigten står på en hjemmeside eller i en app. På jeres hjemmeside skal der stå »Hjemmeside«.',
        en: 'Whether the overview is on a website or in an app. On your website, this must be “Website”.',
      },
      options: [
        { value: 'cms', label: { da: 'Hjemmeside', en: 'Website' } },
        { value: 'app', label: { da: 'App', en: 'App' } },
      ],
    },
  ],
};
