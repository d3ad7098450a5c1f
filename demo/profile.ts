import { showAstrid } from './astrid.js';

await showAstrid();
