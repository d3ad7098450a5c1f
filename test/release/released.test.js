import { released } from './released.js';
import { makeSmallProject } from './small-project.js';

/** A release of ours takes minutes: by night (our-release.nightly.js). */
released(makeSmallProject, { news: '- Something.', check: 'grep 9.0.0 package.json' });
