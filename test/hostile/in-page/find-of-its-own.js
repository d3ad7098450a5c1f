/** A widely copied method of 2006: an array of the places where something stands, or false. */
Array.prototype.find = function (what) {
  let found = false;
  for (let at = 0; at < this.length; at++) {
    const is = typeof what === 'function' ? what.test(this[at]) : this[at] === what;
    if (is) (found = found || []).push(at);
  }
  return found;
};
