import { layoutIn } from './layout-in.js';

layoutIn('WebKit');
