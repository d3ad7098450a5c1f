/** A value as JSON, whatever old scripts have made of `toJSON`: what is written is what it is. */
export const jsonOf = (value: object): string =>
  JSON.stringify(value, function (this: Record<string, unknown>, key) {
    return this[key];
  });
