/**
 * What prototype.js 1.6 did to a page, in so many words of our own: it is in no registry, and was in many sites. Its
 * toJSON came before browsers had JSON, and answers JSON as text, which is then written as a text once more.
 */
(() => {
  const quoted = (text) => `"${text.replace(/["\\]/g, '\\$&')}"`;
  const jsonOf = (value) => (value && value.toJSON ? value.toJSON() : String(value));
  const two = (number) => (number < 10 ? `0${number}` : number);

  String.prototype.toJSON = function () {
    return quoted(String(this));
  };
  Number.prototype.toJSON = function () {
    return isFinite(this) ? this.toString() : 'null';
  };
  Array.prototype.toJSON = function () {
    const written = [];
    for (let at = 0; at < this.length; at++) written[at] = jsonOf(this[at]);
    return `[${written.join(', ')}]`;
  };
  Date.prototype.toJSON = function () {
    const day = `${this.getUTCFullYear()}-${two(this.getUTCMonth() + 1)}-${two(this.getUTCDate())}`;
    const time = [this.getUTCHours(), this.getUTCMinutes(), this.getUTCSeconds()];
    return quoted(`${day}T${two(time[0])}:${two(time[1])}:${two(time[2])}Z`);
  };

  // Inherited names, too.
  Object.keys = (object) => {
    const keys = [];
    for (const key in object) keys[keys.length] = key;
    return keys;
  };
  Object.values = (object) => {
    const values = [];
    for (const key in object) values[values.length] = object[key];
    return values;
  };
  Object.extend = (to, from) => {
    for (const name in from) to[name] = from[name];
    return to;
  };

  const all = function (test = (one) => one, context) {
    for (let at = 0; at < this.length; at++) if (!test.call(context, this[at], at)) return false;
    return true;
  };
  const any = function (test = (one) => one, context) {
    for (let at = 0; at < this.length; at++) if (test.call(context, this[at], at)) return true;
    return false;
  };
  const detect = function (test, context) {
    for (let at = 0; at < this.length; at++) if (test.call(context, this[at], at)) return this[at];
    return undefined;
  };
  const findAll = function (test, context) {
    const found = [];
    for (let at = 0; at < this.length; at++) {
      if (test.call(context, this[at], at)) found[found.length] = this[at];
    }
    return found;
  };
  const collect = function (change = (one) => one, context) {
    const changed = [];
    for (let at = 0; at < this.length; at++) changed[at] = change.call(context, this[at], at);
    return changed;
  };
  const toArray = function () {
    return this.slice(0);
  };
  Object.extend(Array.prototype, {
    all,
    any,
    collect,
    detect,
    entries: toArray,
    every: all,
    filter: findAll,
    find: detect,
    findAll,
    include: Array.prototype.includes,
    map: collect,
    member: Array.prototype.includes,
    // One of one, all of many.
    reduce() {
      return this.length > 1 ? this : this[0];
    },
    select: findAll,
    some: any,
    toArray,
  });
  Array.from = (list) =>
    list && list.toArray ? list.toArray() : findAll.call(list || [], () => true);

  Function.prototype.bind = function (context, ...given) {
    return (...more) => this.apply(context, given.concat(more));
  };
  Object.extend(String.prototype, {
    startsWith(start) {
      return this.indexOf(start) === 0;
    },
    endsWith(end) {
      const at = this.length - end.length;
      return at >= 0 && this.lastIndexOf(end) === at;
    },
    include: String.prototype.includes,
    strip: String.prototype.trim,
    empty() {
      return String(this) === '';
    },
  });
  Object.extend(HTMLElement.prototype, {
    remove() {
      this.parentNode.removeChild(this);
      return this;
    },
    update(content) {
      this.innerHTML = content;
      return this;
    },
    hide() {
      this.style.display = 'none';
      return this;
    },
    select(selector) {
      return this.querySelectorAll(selector);
    },
    wrap() {},
    visible() {
      return this.style.display !== 'none';
    },
  });
  Object.extend(Event, { element: (event) => event.target, KEY_RETURN: 13 });
  Object.extend(Event.prototype, {
    stop() {
      this.preventDefault();
      this.stopPropagation();
    },
  });
  window.$ = (id) => document.getElementById(id);
})();
