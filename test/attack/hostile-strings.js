/** Markup that would execute, load or navigate if it were parsed as HTML. */
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
  // The markers of lit-html.
  '<?lit$0$?> <!--?lit$0$--> {{lit-0}} ?lit$123456789$',
  'javascript:window.pwned=1',
  'https://evil.example/ www.evil.example mailto:x@evil.example',
];

/** Strings with bidirectional control characters, as escapes. */
export const CHARACTERS = {
  'right-to-left override': '\u202Eabc 123,00 kr.',
  'right-to-left embedding': '\u202Babc 123,00 kr.',
  'right-to-left isolate without an end': '\u2067abc 123,00 kr.',
  'an isolate end without a start, then an override': '\u2069\u2069\u202Eabc 123,00 kr.',
  'all of them, with too many ends':
    '\u202E\u2067\u2066\u202Dabc\u202C\u202C\u2069\u2069\u2069\u202E',
  'a right-to-left mark and a strong letter': '\u200F\u05D0\u05D1 abc',
  'Arabic letters and numbers': '\u061C\u0645\u062B\u0627\u0644 123',
};

/** Long and unusual strings that can break a layout. */
export const FLOODS = {
  'zero-width characters': `a${'\u200B\u200C\u200D\u2060\uFEFF'.repeat(200)}b`,
  'combining marks': `a${'\u0336\u0489\u20DD\u0315\u035C'.repeat(100)}b`,
  'a very long word': 'Donaudampfschifffahrt'.repeat(500),
  NUL: 'a\0b\0',
  'control characters': Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join(
    'x',
  ),
  'a lone surrogate': 'a\uD800b\uDC00',
  'line and paragraph separators': 'a\u2028b\u2029c\r\nd\u0085e',
  'invisible tag characters': `a${'\u{E0041}\u{E0042}'.repeat(50)}b`,
};
