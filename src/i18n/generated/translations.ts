// Do not modify this file by hand!
// Re-generate this file by npm run localize.
export { templates as ar } from './ar.js';
export { templates as en } from './en.js';
