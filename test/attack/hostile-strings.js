/** Markup that would run, load or lead away, were it taken for markup. */
export const MARKUP = [
  '<img src=x onerror="window.pwned=1">',
  '"><script>window.pwned=1</script>',
  "'><svg onload=window.pwned=1>",
  '</p></li></ul></template><iframe srcdoc="<script>parent.pwned=1</script>">',
  '<a href="javascript:window.pwned=1">x</a>',
  '<style>*{display:none}</style>',
  '<!--',
  ']]><?x',
  '&lt;img src=x onerror=window.pwned=1&gt;&#x202e;',
  '${window.pwned=1}{{constructor.constructor("window.pwned=1")()}}',
  // What lit-html writes into its templates.
  '<?lit$0$?> <!--?lit$0$--> {{lit-0}} ?lit$123456789$',
  'javascript:window.pwned=1',
  'https://evil.example/ www.evil.example mailto:x@evil.example',
];

/** Characters that letters can be taken apart, turned or flooded with. Written out, or nobody could read this. */
export const CHARACTERS = {
  'right-to-left override': '\u202Eabc 123,00 kr.',
  'right-to-left embedding': '\u202Babc 123,00 kr.',
  'right-to-left isolate, never ended': '\u2067abc 123,00 kr.',
  'an isolate ended that nobody began, then an override': '\u2069\u2069\u202Eabc 123,00 kr.',
  'all of them, ended once too often':
    '\u202E\u2067\u2066\u202Dabc\u202C\u202C\u2069\u2069\u2069\u202E',
  'a mark and a strong letter from right to left': '\u200F\u05D0\u05D1 abc',
  'Arabic letters and numbers': '\u061C\u0645\u062B\u0627\u0644 123',
};

/** Nothing of this turns anything, and yet a page may break of it. */
export const FLOODS = {
  'zero-width characters': `a${'\u200B\u200C\u200D\u2060\uFEFF'.repeat(200)}b`,
  'combining marks': `a${'\u0336\u0489\u20DD\u0315\u035C'.repeat(100)}b`,
  'a word as long as a book': 'Donaudampfschifffahrt'.repeat(500),
  NUL: 'a\0b\0',
  'control characters': Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join(
    'x',
  ),
  'half a character': 'a\uD800b\uDC00',
  'line and paragraph ends': 'a\u2028b\u2029c\r\nd\u0085e',
  'tags nobody sees': `a${'\u{E0041}\u{E0042}'.repeat(50)}b`,
};
