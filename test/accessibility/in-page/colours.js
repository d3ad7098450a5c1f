(() => {
  const { a11y } = window;

  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

  /** [red, green, blue, alpha], 0–255 and 0–1. */
  const parsed = (colour) => {
    const numbers = /^rgba?\(([^)]+)\)$/
      .exec(colour)?.[1]
      .split(/[\s,/]+/)
      .map(Number);
    if (numbers) return [...numbers.slice(0, 3), numbers[3] ?? 1];
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };

  const over = (top, bottom) => [
    ...[0, 1, 2].map((at) => top[at] * top[3] + bottom[at] * (1 - top[3])),
    1,
  ];

  /** The value of a system colour in an element. */
  const systemColour = (name, element) => {
    const before = element.style.outlineColor;
    element.style.outlineColor = name;
    const colour = getComputedStyle(element).outlineColor;
    element.style.outlineColor = before;
    return parsed(colour);
  };

  /** The background of an element's text. */
  a11y.backgroundOf = (element) => {
    const layers = [];
    for (const one of a11y.upwards(element)) {
      const colour = parsed(getComputedStyle(one).backgroundColor);
      layers.push(colour);
      if (colour[3] === 1) break;
    }
    const page = systemColour('Canvas', document.documentElement);
    return layers.reverse().reduce((below, layer) => over(layer, below), page);
  };

  const luminance = (colour) => {
    const [red, green, blue] = colour.slice(0, 3).map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };

  /** WCAG's contrast of a CSS colour with its background. */
  a11y.contrast = (colour, behind) => {
    const [light, dark] = [luminance(over(parsed(colour), behind)), luminance(behind)].sort(
      (one, other) => other - one,
    );
    return (light + 0.05) / (dark + 0.05);
  };

  /** Text is large from 24 px, or from 18.66 px where it is bold. */
  a11y.contrastNeeded = (element) => {
    const { fontSize, fontWeight } = getComputedStyle(element);
    return parseFloat(fontSize) >= (Number(fontWeight) >= 700 ? 18.66 : 24) ? 3 : 4.5;
  };
})();
