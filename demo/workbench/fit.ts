/** A page is never narrower than this: what is smaller is a phone. */
const NARROWEST = 560;
const PHONE = 390;

/** How wide a frame's own page is, in px, in a box of that width. */
function widthIn(box: number, frame: HTMLIFrameElement): number {
  if (frame.dataset.place === 'app') return PHONE;
  // Where the two are not side by side, the page is as wide as the screen it is seen on.
  const narrowest = matchMedia('(min-width: 62rem)').matches ? NARROWEST : 0;
  return Number(frame.dataset.width) || Math.max(box, narrowest);
}

function fit(frame: HTMLIFrameElement): void {
  const { parentElement: box } = frame;
  if (!box) return;
  const style = getComputedStyle(box);
  const room = box.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  const width = widthIn(room, frame);
  frame.style.setProperty('--width', `${width}px`);
  frame.style.setProperty('--scale', String(Math.min(1, room / width)));
}

/** Keeps each frame's page as wide as its own, and made smaller where there is less room than that. */
export class Fitting {
  readonly #boxes = new ResizeObserver((entries) => {
    for (const { target } of entries) this.#fit(target);
  });

  follow(frames: Iterable<HTMLIFrameElement>): void {
    for (const frame of frames) {
      if (frame.parentElement) this.#boxes.observe(frame.parentElement);
      fit(frame);
    }
  }

  #fit(box: Element): void {
    for (const frame of box.querySelectorAll('iframe')) fit(frame);
  }
}
