import { createHash } from 'node:crypto';

/** As `sha256sum` has it. */
export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** As a script tag's `integrity` has it. */
export const integrityOf = (bytes) =>
  `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
