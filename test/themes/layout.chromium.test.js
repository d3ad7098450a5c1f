import { layoutIn } from './layout-in.js';

layoutIn('Chromium');
