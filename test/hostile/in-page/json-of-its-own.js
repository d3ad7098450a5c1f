/** A JSON implementation from before browsers had one. It replaces the built-in JSON. */
(() => {
  const quoted = (text) =>
    `"${text.replace(/["\\\u0000-\u001f]/g, (sign) => `\\u${`000${sign.charCodeAt(0).toString(16)}`.slice(-4)}`)}"`;

  Date.prototype.toJSON = function () {
    const two = (number) => (number < 10 ? '0' : '') + number;
    const time = [this.getUTCHours(), this.getUTCMinutes(), this.getUTCSeconds()];
    const day = [this.getUTCFullYear(), two(this.getUTCMonth() + 1), two(this.getUTCDate())];
    return `${day.join('-')}T${two(time[0])}:${two(time[1])}:${two(time[2])}Z`;
  };
  for (const type of [String, Number, Boolean]) {
    type.prototype.toJSON = function () {
      return this.valueOf();
    };
  }

  function serialize(key, holder, replacer) {
    let value = holder[key];
    if (value && typeof value === 'object' && typeof value.toJSON === 'function')
      value = value.toJSON(key);
    if (typeof replacer === 'function') value = replacer.call(holder, key, value);
    if (typeof value === 'string') return quoted(value);
    if (typeof value === 'number') return isFinite(value) ? String(value) : 'null';
    if (value === null || typeof value === 'boolean') return String(value);
    if (typeof value !== 'object') return undefined;
    const pieces = [];
    if (Object.prototype.toString.call(value) === '[object Array]') {
      for (let at = 0; at < value.length; at++)
        pieces[at] = serialize(at, value, replacer) || 'null';
      return `[${pieces.join(',')}]`;
    }
    for (const name in value) {
      if (!Object.prototype.hasOwnProperty.call(value, name)) continue;
      const piece = serialize(name, value, replacer);
      if (piece) pieces.push(`${quoted(name)}:${piece}`);
    }
    return `{${pieces.join(',')}}`;
  }

  window.JSON = {
    stringify: (value, replacer) => serialize('', { '': value }, replacer),
    parse(text) {
      const rest = String(text)
        .replace(/\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/g, '@')
        .replace(/"[^"\\\n\r]*"|true|false|null|-?\d+(?:\.\d*)?(?:[eE][+-]?\d+)?/g, ']')
        .replace(/(?:^|:|,)(?:\s*\[)+/g, '');
      if (!/^[\],:{}\s]*$/.test(rest)) throw new SyntaxError('JSON.parse');
      return (0, eval)(`(${text})`);
    },
  };
})();
