/** What there is of these, in one line. */
export const sentence = (...pieces: unknown[]): string => pieces.filter(Boolean).join(' · ');
