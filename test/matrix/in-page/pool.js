/** In real milliseconds; longer than any cell takes. */
const MAX_WAIT = 200_000;

/** Runs one cell in a frame. */
const runCell = (url, cell) =>
  new Promise((resolve) => {
    const frame = document.createElement('iframe');
    const onMessage = ({ source, data }) => {
      if (source === frame.contentWindow && data.cell === cell) end(data.seen);
    };
    const end = (seen) => {
      clearTimeout(lost);
      removeEventListener('message', onMessage);
      frame.remove();
      resolve(seen);
    };
    const lost = setTimeout(() => end({ error: 'lost' }), MAX_WAIT);
    addEventListener('message', onMessage);
    frame.src = url;
    document.body.append(frame);
  });

/**
 * Runs groups of cells, in each as many at a time as it has origins, because browsers limit the connections to an origin.
 * `results()` waits for new reports and returns them. It returns none when all cells are done.
 */
window.runCells = (groups) => {
  let left = 0;
  let batch = [];
  let notify = () => undefined;
  const work = async (rest, origin) => {
    for (let cell = rest.shift(); cell !== undefined; cell = rest.shift()) {
      const seen = await runCell(`${origin}/cell/${cell}`, `${cell}`);
      batch.push([cell, seen]);
      left--;
      notify();
    }
  };
  for (const { cells, origins } of groups) {
    left += cells.length;
    for (const origin of origins) void work(cells, origin);
  }
  window.results = async () => {
    if (!batch.length && left) await new Promise((resolve) => (notify = resolve));
    const current = batch;
    batch = [];
    return current;
  };
};
