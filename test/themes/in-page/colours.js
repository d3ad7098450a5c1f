/**
 * Runs in the page, and so stands for itself: what is seen of the widget, each with the colours that really meet there.
 * Nothing of the page's is trusted: colours are computed, behind each other, with their alpha and the opacity of all
 * that they stand in.
 */
export function coloursSeen() {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const parsed = new Map();
  /** Any CSS colour as red, green, blue (0–255) and alpha (0–1). */
  const parse = (css) => {
    if (!parsed.has(css)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = css;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
      parsed.set(css, { rgb: [r, g, b], alpha: a / 255 });
    }
    return parsed.get(css);
  };
  const over = ({ rgb, alpha }, behind) =>
    rgb.map((part, index) => part * alpha + behind[index] * (1 - alpha));
  const light = (rgb) => {
    const [r, g, b] = rgb.map((part) => {
      const c = part / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => {
    const [less, more] = [light(a), light(b)].sort((one, other) => one - other);
    return (more + 0.05) / (less + 0.05);
  };

  const parentOf = (element) =>
    element.assignedSlot ?? element.parentElement ?? element.getRootNode().host;
  const pageColour = () => {
    // What a page that sets nothing has, which is not white in the dark.
    const probe = document.createElement('i');
    document.body.append(probe);
    probe.style.setProperty('color', 'Canvas', 'important');
    const { rgb } = parse(getComputedStyle(probe).color);
    probe.remove();
    return rgb;
  };
  const canvasColour = pageColour();
  const CLEAR = { rgb: [0, 0, 0], alpha: 0 };
  /** What is seen in an element, with some ink on it or without, through the opacity of everything around it. */
  const pixel = (element, ink = CLEAR) => {
    const chain = [];
    for (let at = element; at; at = parentOf(at)) chain.push(at);
    const through = (backdrop) => {
      const at = chain.pop();
      if (!at) return over(ink, backdrop);
      const { backgroundColor, opacity } = getComputedStyle(at);
      const inside = through(over(parse(backgroundColor), backdrop));
      return over({ rgb: inside, alpha: Number(opacity) }, backdrop);
    };
    return through(canvasColour);
  };

  const found = [];
  const nameOf = (element) => {
    for (let at = element; at; at = parentOf(at)) {
      const part = at.getAttribute('part');
      if (part) return part;
    }
    return element.localName;
  };
  const isOff = (element) => !!element.closest('[aria-disabled=true], :disabled');
  const note = (what, element, a, b, needs) =>
    found.push({
      what,
      part: nameOf(element),
      text: element.textContent.trim().replace(/\s+/g, ' ').slice(0, 40),
      ratio: contrast(a, b),
      // WCAG exempts disabled controls from contrast, but their text must be readable.
      needs: isOff(element) ? Math.min(needs, 3) : needs,
    });
  const isLarge = ({ fontSize, fontWeight }) =>
    parseFloat(fontSize) >= 24 || (parseFloat(fontSize) >= 18.66 && Number(fontWeight) >= 700);

  const textOf = (element) => {
    const style = getComputedStyle(element);
    const ground = pixel(element);
    const ink = (css) => pixel(element, parse(css));
    if ([...element.childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim()))
      note('text', element, ink(style.color), ground, isLarge(style) ? 3 : 4.5);
    for (const pseudo of ['::before', '::after', '::marker']) {
      const { content, color } = getComputedStyle(element, pseudo);
      const isIcon =
        pseudo === '::marker' ? style.display === 'list-item' : /[^"none\s]/.test(content);
      if (isIcon) note(pseudo, element, ink(color), ground, 3);
    }
  };
  /** A button contrasts with its background by its fill or its border. */
  const edgeOf = (element) => {
    const { borderTopWidth, borderTopStyle, borderTopColor } = getComputedStyle(element);
    const around = pixel(parentOf(element));
    const face = pixel(element);
    const hasEdge = parseFloat(borderTopWidth) > 0 && borderTopStyle !== 'none';
    const edge = hasEdge ? pixel(element, parse(borderTopColor)) : face;
    note('edge', element, contrast(face, around) > contrast(edge, around) ? face : edge, around, 3);
  };
  const ringOf = (element) => {
    element.blur();
    element.focus({ focusVisible: true });
    const { outlineColor, outlineStyle, outlineWidth } = getComputedStyle(element);
    const isRing = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    // It is drawn outside, where it is beside what the control stands on.
    const around = pixel(parentOf(element));
    note('focus', element, isRing ? over(parse(outlineColor), around) : around, around, 3);
    element.blur();
  };

  const host = document.querySelector('ddb-debt-overview');
  const hidden = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width < 2 || height < 2 || !element.checkVisibility({ checkVisibilityCSS: true });
  };
  for (const element of host.shadowRoot.querySelectorAll('*')) {
    if (hidden(element)) continue;
    textOf(element);
    if (element.matches('button, [part~=action]')) edgeOf(element);
    if (element.matches('a, button, summary, input')) ringOf(element);
  }
  return found;
}
