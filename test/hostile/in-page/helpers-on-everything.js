/** Helpers as in many old sites: enumerable methods on all arrays and objects, and naive replacements of built-in ones. */
Array.prototype.remove = function (from, to) {
  const rest = this.slice((to || from) + 1 || this.length);
  this.length = from < 0 ? this.length + from : from;
  return this.push.apply(this, rest);
};
Array.prototype.each = Array.prototype.forEach;
Array.prototype.contains = Array.prototype.include = function (what) {
  return this.indexOf(what) >= 0;
};
Array.prototype.flatten = function () {
  return [].concat.apply([], this);
};
Array.prototype.indexOf = function (what) {
  for (let at = 0; at < this.length; at++) if (this[at] === what) return at;
  return -1;
};
Array.prototype.filter = function (test) {
  const found = [];
  for (let at = 0; at < this.length; at++) if (test(this[at])) found.push(this[at]);
  return found;
};
Array.prototype.map = function (change) {
  const changed = [];
  for (let at = 0; at < this.length; at++) changed.push(change(this[at], at));
  return changed;
};
Array.prototype.toJSONString = Object.prototype.toJSONString = function () {
  return JSON.stringify(this);
};
Object.prototype.extend = function (from) {
  for (const name in from) this[name] = from[name];
  return this;
};
Object.prototype.each = function (run) {
  for (const name in this) run(this[name], name);
};
String.prototype.trim = function () {
  return this.replace(/^\s+|\s+$/g, '');
};
String.prototype.contains = function (what) {
  return this.indexOf(what) !== -1;
};
String.prototype.parseJSON = function () {
  return JSON.parse(this);
};
String.prototype.startsWith = function (start) {
  return this.substr(0, start.length) === start;
};
Number.prototype.round = function () {
  return Math.round(this);
};
Function.prototype.method = function (name, own) {
  this.prototype[name] = own;
  return this;
};
Date.prototype.toISOString = function () {
  const two = (number) => (number < 10 ? '0' : '') + number;
  const day = `${this.getUTCFullYear()}-${two(this.getUTCMonth() + 1)}-${two(this.getUTCDate())}`;
  return `${day}T${two(this.getUTCHours())}:${two(this.getUTCMinutes())}:${two(this.getUTCSeconds())}Z`;
};
window.$ = window.name = window.status = 'ours';
