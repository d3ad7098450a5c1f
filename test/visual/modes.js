/** The gallery's options for each mode. */
export const MODES = {
  light: {},
  dark: { scheme: 'dark' },
  dpl: { theme: 'dpl' },
  rtl: { language: 'ar' },
};

/** Page widths in CSS pixels: the narrowest phone, a phone, a tablet, a desktop. */
export const WIDTHS = [280, 390, 768, 1280];
