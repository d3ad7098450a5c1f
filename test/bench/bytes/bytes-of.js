/** The bytes of each letter (UTF-16 code unit) of a text in UTF-8; the two halves of a pair have two each. */
export const bytesOf = (text) =>
  Uint8Array.from({ length: text.length }, (_, at) => {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) return 1;
    return unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
  });
