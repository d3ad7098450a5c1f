import { attributeOf, SETTING_NAMES, SETTINGS, type SettingName } from '../config/settings.js';

/**
 * The attributes as properties. They are read as an attribute is, as text or `null`; a number may be written too, and
 * `undefined` for nothing. `lang` is every element's own.
 */
export type SettingProperties = {
  [Name in Exclude<SettingName, 'lang' | 'mobilepay'>]: string | number | null | undefined;
} & { mobilepay: boolean };

/**
 * An element class with a property for each attribute. The attribute is the only place where a value is kept, as with
 * the platform's own elements, so that neither can contradict the other.
 */
function withSettings(element: typeof HTMLElement): new () => HTMLElement & SettingProperties {
  class Settable extends element {}
  for (const name of SETTING_NAMES) {
    if (name in Settable.prototype) continue;
    const attribute = attributeOf(name);
    const isFlag = SETTINGS[name] === SETTINGS.mobilepay;
    Object.defineProperty(Settable.prototype, name, {
      configurable: true,
      enumerable: true,
      get(this: HTMLElement) {
        return isFlag ? this.hasAttribute(attribute) : this.getAttribute(attribute);
      },
      set(this: HTMLElement, value: unknown) {
        if (value === null || value === undefined || value === false) {
          this.removeAttribute(attribute);
        } else this.setAttribute(attribute, value === true ? '' : String(value));
      },
    });
  }
  return Settable as never;
}

/** The element's base. On a server there are no elements: the class is there, and idle. */
export const SettableElement = withSettings(globalThis.HTMLElement ?? Object);

/** What a script has set on an element before its class was known hides the accessors: it is set again through them. */
export function adoptEarly(element: HTMLElement, names: readonly string[]): void {
  const early = element as unknown as Record<string, unknown>;
  for (const name of names) {
    if (!Object.hasOwn(element, name)) continue;
    const value = early[name];
    Reflect.deleteProperty(early, name);
    early[name] = value;
  }
}
