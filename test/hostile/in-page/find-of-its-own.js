/** A widely copied method from 2006. It returns an array of indices, or false. */
Array.prototype.find = function (what) {
  let found = false;
  for (let at = 0; at < this.length; at++) {
    const is = typeof what === 'function' ? what.test(this[at]) : this[at] === what;
    if (is) (found = found || []).push(at);
  }
  return found;
};
