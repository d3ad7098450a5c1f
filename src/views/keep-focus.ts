/**
 * Keeps the focus where it is while `draw` changes the view. A debt that moves keeps it. Where the focused element is
 * removed, its section gets the focus, or else the heading, so that keyboard users are not sent to the top of the page.
 */
export function keepFocus(root: ShadowRoot, draw: () => void): void {
  const focused = root.activeElement;
  const id = focused?.id as string;
  const section = focused?.closest('section');
  draw();
  if (!focused || (root.activeElement && focused.id === id)) return;
  let next = root.getElementById(id);
  if (!next) {
    next = section?.isConnected ? section : (root.querySelector('[part=heading],[part=summary]') as HTMLElement);
    next.tabIndex = -1;
  }
  next.focus();
}
