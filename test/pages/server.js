export { json, page, serve } from '../serve.js';
