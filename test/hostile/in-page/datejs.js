/**
 * What Datejs 1.0 (Danish) makes of Date, as far as others meet it: its package brings a tree of old ones. A time is a
 * Date, and what its own grammar does not know is null, instants with a zone among it.
 */
(() => {
  const native = Date.parse;
  Date.now = () => new Date();
  Date.parse = (written) => (/[TZ]/.test(written) ? null : new Date(native(written)));
  const plain = Date.prototype.toString;
  Date.prototype.toString = function (format) {
    return format
      ? `${this.getDate()}-${this.getMonth() + 1}-${this.getFullYear()}`
      : plain.call(this);
  };
  Date.prototype.toJSONString = function () {
    return this.toString('yyyy-MM-ddThh:mm:ssZ');
  };
  Date.today = () => new Date(new Date().setHours(0, 0, 0, 0));
  Number.prototype.days = function () {
    return this * 86_400_000;
  };
})();
