/** The minimum width of a page that is not on a phone. */
const MIN_PAGE_WIDTH = 560;
const PHONE_WIDTH = 390;

/** The width of a frame's page, in px, in a box of the given width. */
function pageWidth(box: number, frame: HTMLIFrameElement): number {
  if (frame.dataset.place === 'app') return PHONE_WIDTH;
  // If the previews are not side by side, the page is as wide as the screen.
  const minimum = matchMedia('(min-width: 62rem)').matches ? MIN_PAGE_WIDTH : 0;
  return Number(frame.dataset.width) || Math.max(box, minimum);
}

function scaleFrame(frame: HTMLIFrameElement): void {
  const { parentElement: box } = frame;
  if (!box) return;
  const style = getComputedStyle(box);
  const room = box.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  const width = pageWidth(room, frame);
  frame.style.setProperty('--width', `${width}px`);
  frame.style.setProperty('--scale', String(Math.min(1, room / width)));
}

/** Scales each frame down if its page is wider than the available width. */
export class FrameScaler {
  readonly #boxes = new ResizeObserver((entries) => {
    for (const { target } of entries) this.#fit(target);
  });

  observe(frames: Iterable<HTMLIFrameElement>): void {
    for (const frame of frames) {
      if (frame.parentElement) this.#boxes.observe(frame.parentElement);
      scaleFrame(frame);
    }
  }

  #fit(box: Element): void {
    for (const frame of box.querySelectorAll('iframe')) scaleFrame(frame);
  }
}
