/** Each state is drawn in all of them: how the gallery is asked for it. */
export const MODES = {
  light: {},
  dark: { scheme: 'dark' },
  dpl: { theme: 'dpl' },
  rtl: { language: 'ar' },
};

/** Of the page, in CSS pixels: the narrowest phone, a phone, a tablet, a desktop. */
export const WIDTHS = [280, 390, 768, 1280];
