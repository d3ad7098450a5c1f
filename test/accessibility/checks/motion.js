/** Runs in the page. */
function violationsOfMotion() {
  const { a11y } = window;
  const running = a11y.hosts().flatMap((host) => host.shadowRoot.getAnimations());
  const moving = (element, pseudo) => {
    const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element, pseudo);
    return (
      /[1-9]/.test(transitionDuration) || animationName !== 'none' || scrollBehavior === 'smooth'
    );
  };
  const inside = a11y.hosts().flatMap((host) => [host, ...host.shadowRoot.querySelectorAll('*')]);
  return [
    ...running.map(({ effect }) => `is animated: ${a11y.nameOf(effect.target)}`),
    ...inside
      .filter((one) => [undefined, '::before', '::after'].some((pseudo) => moving(one, pseudo)))
      .map((one) => `would move: ${a11y.nameOf(one)}`),
  ];
}

/** WCAG 2.2.2, 2.3.1, 2.3.3, also without `prefers-reduced-motion`. */
export const motion = {
  rule: 'nothing moves, blinks or fades (2.2.2, 2.3.1)',
  looks: ['light'],
  inspect: (tab) => tab.evaluate(violationsOfMotion),
};
