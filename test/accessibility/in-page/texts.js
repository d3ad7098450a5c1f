(() => {
  const { a11y } = window;

  const textNodesOf = (element) =>
    [...element.childNodes].filter((node) => node.nodeType === 3 && node.data.trim());

  const pen = document.createElement('canvas').getContext('2d');

  /** The space above and below the letters of a text, as shares of the line's height. */
  const airOf = (element, text) => {
    const { fontStyle, fontWeight, fontSize, fontFamily, textTransform } =
      getComputedStyle(element);
    pen.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
    const ink = pen.measureText(textTransform === 'uppercase' ? text.toUpperCase() : text);
    const height = ink.fontBoundingBoxAscent + ink.fontBoundingBoxDescent;
    return {
      above: (ink.fontBoundingBoxAscent - ink.actualBoundingBoxAscent) / height,
      below: (ink.fontBoundingBoxDescent - ink.actualBoundingBoxDescent) / height,
    };
  };

  /** The box of the letters of each line. */
  const rectsOf = (node, element) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()].filter(({ width, height }) => width && height);
    const { above, below } = airOf(element, node.data.trim());
    return rects.map(({ left, right, top, bottom, height }) => ({
      left,
      right,
      top: top + height * above,
      bottom: bottom - height * below,
    }));
  };

  /** Each visible text with its lines. */
  a11y.texts = () =>
    a11y
      .all()
      .filter((element) => !a11y.isScreenReaderOnly(element))
      .flatMap((element) =>
        textNodesOf(element).map((node) => ({
          element,
          text: node.data,
          rects: rectsOf(node, element),
        })),
      );

  /** All visible words. */
  a11y.words = () =>
    a11y
      .texts()
      .map(({ text }) => text.trim().replace(/\s+/g, ' '))
      .join(' | ');
})();
