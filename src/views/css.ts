/** Marks CSS for editors and for the build, which takes the air out of it. */
export const css = String.raw;
