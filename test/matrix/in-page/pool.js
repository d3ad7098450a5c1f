/** In this world, in milliseconds: longer than any cell waits by itself. */
const LOST = 200_000;

/** One cell in a frame of its own. */
const seenIn = (address, cell) =>
  new Promise((resolve) => {
    const frame = document.createElement('iframe');
    const hear = ({ source, data }) => {
      if (source === frame.contentWindow && data.cell === cell) end(data.seen);
    };
    const end = (seen) => {
      clearTimeout(lost);
      removeEventListener('message', hear);
      frame.remove();
      resolve(seen);
    };
    const lost = setTimeout(() => end({ error: 'lost' }), LOST);
    addEventListener('message', hear);
    frame.src = address;
    document.body.append(frame);
  });

/**
 * Sees groups of cells, each as many at a time as it has origins: a browser opens few connections to each. `news` is
 * asked again and again for what has been seen since; it waits for something, and answers nothing when all is seen.
 */
window.seeCells = (groups) => {
  let left = 0;
  let fresh = [];
  let tell = () => undefined;
  const work = async (rest, origin) => {
    for (let cell = rest.shift(); cell !== undefined; cell = rest.shift()) {
      const seen = await seenIn(`${origin}/cell/${cell}`, `${cell}`);
      fresh.push([cell, seen]);
      left--;
      tell();
    }
  };
  for (const { cells, origins } of groups) {
    left += cells.length;
    for (const origin of origins) void work(cells, origin);
  }
  window.news = async () => {
    if (!fresh.length && left) await new Promise((resolve) => (tell = resolve));
    const told = fresh;
    fresh = [];
    return told;
  };
};
