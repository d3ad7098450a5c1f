/** What a phone of 390 px leaves for a sentence in a section, in CSS px. */
const ROOM = 318;

const canvas = document.createElement('canvas').getContext('2d');

/** About how many lines a sentence takes on the phone. */
export function linesOnPhone(sentence: string): number {
  if (!canvas) return 1;
  canvas.font = '16px system-ui, sans-serif';
  let lines = 1;
  let width = 0;
  for (const word of sentence.split(/\s+/)) {
    const own = canvas.measureText(`${word} `).width;
    if (width && width + own > ROOM) {
      lines += 1;
      width = 0;
    }
    width += own;
  }
  return lines;
}
