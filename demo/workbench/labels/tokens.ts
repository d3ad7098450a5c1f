import type { BilingualText } from '../state.js';

/** The labels of the widget's custom properties. */
export const TOKEN_NAMES: Readonly<Record<string, BilingualText>> = {
  '--ddb-debt-font': { da: 'Skrift', en: 'Font' },
  '--ddb-debt-heading-font': { da: 'Skrift i overskrifter', en: 'Heading font' },
  '--ddb-debt-heading-weight': { da: 'Overskrifters vægt', en: 'Heading weight' },
  '--ddb-debt-muted': { da: 'Dæmpet tekst', en: 'Secondary text' },
  '--ddb-debt-border': { da: 'Streger', en: 'Lines' },
  '--ddb-debt-surface': { da: 'Bag et afsnit', en: 'Behind a section' },
  '--ddb-debt-action': { da: 'Knapper', en: 'Buttons' },
  '--ddb-debt-on-action': { da: 'Tekst på knapper', en: 'Text on buttons' },
  '--ddb-debt-overdue': { da: 'Forfalden dato', en: 'Overdue date' },
  '--ddb-debt-notice': { da: 'Bag en meddelelse', en: 'Behind a notice' },
  '--ddb-debt-on-notice': { da: 'Tekst i en meddelelse', en: 'Text in a notice' },
  '--ddb-debt-focus': { da: 'Fokusmarkering', en: 'Focus ring' },
  '--ddb-debt-radius': { da: 'Hjørner', en: 'Corners' },
  '--ddb-debt-space': { da: 'Luft', en: 'Spacing' },
  '--ddb-debt-control-height': { da: 'Knappers højde', en: 'Height of buttons' },
  '--ddb-debt-reserve': { da: 'Højde, der holdes fri', en: 'Height that is kept free' },
};
