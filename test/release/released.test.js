import { released } from './released.js';
import { makeSmallProject } from './small-project.js';

/** A release of this project takes minutes, so it runs nightly only (our-release.nightly.js). */
released(makeSmallProject, { news: '- Something.', check: 'grep 9.0.0 package.json' });
