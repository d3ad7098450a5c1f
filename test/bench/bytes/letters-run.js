/** 1 for each letter that has run: an inner range knows better than the one around it. */
function lettersIn(ranges, length) {
  const run = new Uint8Array(length);
  const inwards = ranges.toSorted(
    (a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset,
  );
  for (const { startOffset, endOffset, count } of inwards) {
    run.fill(count ? 1 : 0, startOffset, endOffset);
  }
  return run;
}

/**
 * What of a script has run, by what V8 has counted of its functions: the blocks that have, and the whole of each function
 * of which some has, without those inside it of which none has.
 * @param {{ ranges: { startOffset: number, endOffset: number, count: number }[] }[]} functions the first range is the whole
 * @param {number} length of the script
 */
export const lettersRun = (functions, length) => ({
  blocks: lettersIn(
    functions.flatMap(({ ranges }) => ranges),
    length,
  ),
  functions: lettersIn(
    functions.map(({ ranges: [whole] }) => whole),
    length,
  ),
});
