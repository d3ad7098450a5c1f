/** The width of a text in a section, on a phone of 390 px. In CSS px. */
const SECTION_WIDTH = 318;

const canvas = document.createElement('canvas').getContext('2d');

/** Estimates the number of lines that a text takes on the phone. */
export function linesOnPhone(text: string): number {
  if (!canvas) return 1;
  canvas.font = '16px system-ui, sans-serif';
  let lines = 1;
  let width = 0;
  for (const word of text.split(/\s+/)) {
    const wordWidth = canvas.measureText(`${word} `).width;
    if (width && width + wordWidth > SECTION_WIDTH) {
      lines += 1;
      width = 0;
    }
    width += wordWidth;
  }
  return lines;
}
