/** A Danish number in pairs of digits, or with the country's number. Eight digits alone can be something else. */
const PHONE =
  /(?<![\d.,+-]|\d[ \u00a0])(?:(?:\+45[ \u00a0]?)?[2-9]\d(?:[ \u00a0]\d{2}){3}|\+45[ \u00a0]?[2-9]\d{7})(?![\d-]|[ \u00a0]\d)/g;

const hrefOf = (phone: string): string => `tel:+45${phone.replace(/\D/g, '').slice(-8)}`;

/** Makes the phone numbers in the text links, except in links. */
export function linkPhones(root: DocumentFragment): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    if (text.parentElement?.closest('a')) continue;
    const { data } = text;
    const parts: (string | Node)[] = [];
    let at = 0;
    for (const { 0: phone, index } of data.matchAll(PHONE)) {
      const link = document.createElement('a');
      link.href = hrefOf(phone);
      link.textContent = phone;
      parts.push(data.slice(at, index), link);
      at = index + phone.length;
    }
    if (at) text.replaceWith(...parts, data.slice(at));
  }
}
