/**
 * URLs that can be mistaken for others, and lead to `attackerHost` (a host with a port); and URLs of scripts, files and other
 * schemes.
 * @param {string} attackerHost @param {string} ownHost the host that they imitate
 */
export const tricks = (attackerHost, ownHost) => [
  // Without a scheme.
  ...[
    `//${attackerHost}/`,
    `///${attackerHost}/`,
    `\\\\${attackerHost}/`,
    `/\\${attackerHost}/`,
    `\\/${attackerHost}/`,
    `\t//${attackerHost}/`,
  ],
  ...[
    `/\t/${attackerHost}/`,
    `/\n/${attackerHost}/`,
    `\u0001//${attackerHost}/`,
    `//${attackerHost}\\@${ownHost}/`,
  ],
  ...[
    `//${ownHost}@${attackerHost}/`,
    `//${ownHost}:80@${attackerHost}/`,
    `//${ownHost}\t@${attackerHost}/`,
  ],
  // With a scheme, and missing, extra or reversed slashes.
  ...[
    `https:${attackerHost}/`,
    `https:/${attackerHost}/`,
    `https:///${attackerHost}/`,
    `https:\\\\${attackerHost}\\`,
    `https:\\${attackerHost}`,
  ],
  ...[
    `http:${attackerHost}/`.replace('http', 'hTTps'),
    `ht\ntps:/\t/${attackerHost}/`,
    ` https:\r\n//${attackerHost}/`,
  ],
  // A user name that looks like a host.
  ...[
    `https://${ownHost}@${attackerHost}/`,
    `https://${ownHost}:443@${attackerHost}/`,
    `https://${ownHost}%2F@${attackerHost}/`,
  ],
  ...[`https://a:b@${attackerHost}/`, `http://${ownHost}@${attackerHost}/`],
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
  ...[`javascript://${ownHost}/%0Awindow.pwned=1`, 'javascript&colon;window.pwned=1//'],
  ...['data:text/html,<script>parent.pwned=1</script>', 'DATA:application/json,[]', 'vbscript:x'],
  ...[
    `blob:https://${ownHost}/0`,
    `filesystem:https://${ownHost}/temporary/x`,
    'file:///etc/passwd',
  ],
  ...[
    'about:blank',
    'about:srcdoc',
    `view-source:https://${ownHost}/`,
    `ws://${attackerHost}/`,
    `ftp://${attackerHost}/`,
  ],
  ...[`intent://${ownHost}/#Intent;scheme=https;end`, `mailto:x@${ownHost}`, 'tel:112', 'sms:112'],
];
