/**
 * Runs in the page, and so stands for itself: what of the widget is printed, and how. What is not seen is left out.
 * Paper is white, whatever the page is.
 */
export function onPaper() {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  /** What a CSS colour is on white paper, and how well it stands out from that, 1 to 21. */
  const onWhite = (css) => {
    canvas.fillStyle = '#fff';
    canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = css;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => {
      const c = part / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
  };
  /** An address as it stands on paper: whether the words or what is written beside them have it. */
  const addressOf = (link) => {
    const beside = ['::before', '::after'].map((pseudo) => getComputedStyle(link, pseudo).content);
    const words = [link.textContent, ...beside].join(' ');
    return words.replace(/attr\(href\)/g, link.getAttribute('href'));
  };
  const { shadowRoot } = document.querySelector('ddb-debt-overview');
  const seen = [...shadowRoot.querySelectorAll('*')].filter(
    (element) =>
      element.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true }) &&
      element.getBoundingClientRect().height > 1,
  );
  const isText = ({ nodeType, data }) => nodeType === 3 && data.trim();
  return {
    parts: [...new Set(seen.flatMap(({ part }) => [...part]))],
    controls: seen.filter((one) => one.matches('button, input')).map(({ part }) => part.value),
    faint: seen
      .filter((one) => [...one.childNodes].some(isText))
      .map((one) => ({ text: one.textContent.trim(), ratio: onWhite(getComputedStyle(one).color) }))
      .filter(({ ratio }) => ratio < 7),
    // Light grey is light; what is darker is ink that says nothing, where a browser prints it at all.
    dark: seen
      .filter((one) => onWhite(getComputedStyle(one).backgroundColor) > 1.3)
      .map(({ part, localName }) => part.value || localName),
    links: seen
      .filter((one) => one.matches('a[href]'))
      .map((link) => ({ href: link.href, text: addressOf(link) })),
    text: seen
      .filter((one) => [...one.childNodes].some(isText))
      .map((one) => one.textContent)
      .join('\n'),
  };
}
