/** A browser that keeps nothing for a page. */
Object.defineProperty(window, 'sessionStorage', {
  get() {
    throw new DOMException('Forbidden', 'SecurityError');
  },
});
