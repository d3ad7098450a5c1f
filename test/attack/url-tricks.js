/**
 * URLs that can be mistaken for others, and lead to `evil` (a host with a port); and URLs of scripts, files and other
 * schemes.
 * @param {string} evil @param {string} good the host that they imitate
 */
export const tricks = (attacker, good) => [
  // Without a scheme.
  ...[`//${evil}/`, `///${evil}/`, `\\\\${evil}/`, `/\\${evil}/`, `\\/${evil}/`, `\t//${evil}/`],
  ...[`/\t/${evil}/`, `/\n/${evil}/`, `\u0001//${evil}/`, `//${evil}\\@${good}/`],
  ...[`//${good}@${evil}/`, `//${good}:80@${evil}/`, `//${good}\t@${evil}/`],
  // With a scheme, and missing, extra or reversed slashes.
  ...[
    `https:${evil}/`,
    `https:/${evil}/`,
    `https:///${evil}/`,
    `https:\\\\${evil}\\`,
    `https:\\${evil}`,
  ],
  ...[`http:${evil}/`.replace('http', 'hTTps'), `ht\ntps:/\t/${evil}/`, ` https:\r\n//${evil}/`],
  // A user name that looks like a host.
  ...[`https://${good}@${evil}/`, `https://${good}:443@${evil}/`, `https://${good}%2F@${evil}/`],
  ...[`https://a:b@${evil}/`, `http://${good}@${evil}/`],
  // A host that looks like a loopback address, with http.
  ...[
    `http://localhost.evil.example/`,
    `http://127.0.0.1.evil.example/`,
    `http://evil.example/?localhost`,
  ],
  ...[
    `http://127.0.0.1。evil.example/`,
    `http://localhost．evil.example/`,
    `http://evil.example／localhost`,
  ],
  ...[
    `http://0xC0A80001/`,
    `http://3232235521/`,
    `http://0300.0250.0.1/`,
    `http://[::ffff:7f00:2]/`,
  ],
  ...[`http://localhost./`, `http://127.0.0.1@evil.example:80/`, `http://lоcalhost/`],
  // Other schemes.
  ...['javascript:window.pwned=1', 'JaVaScRiPt:window.pwned=1', 'java\tscript:window.pwned=1'],
  ...[
    'java\nscript:window.pwned=1',
    '\u0000javascript:window.pwned=1',
    '\u001Fjavascript:window.pwned=1',
  ],
  ...[
    ' javascript:window.pwned=1',
    'javascript\t:window.pwned=1',
    'javascript:\n//x\nwindow.pwned=1',
  ],
  ...[`javascript://${good}/%0Awindow.pwned=1`, 'javascript&colon;window.pwned=1//'],
  ...['data:text/html,<script>parent.pwned=1</script>', 'DATA:application/json,[]', 'vbscript:x'],
  ...[`blob:https://${good}/0`, `filesystem:https://${good}/temporary/x`, 'file:///etc/passwd'],
  ...[
    'about:blank',
    'about:srcdoc',
    `view-source:https://${good}/`,
    `ws://${evil}/`,
    `ftp://${evil}/`,
  ],
  ...[`intent://${good}/#Intent;scheme=https;end`, `mailto:x@${good}`, 'tel:112', 'sms:112'],
];
