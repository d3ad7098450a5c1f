import { buildIfStale } from '../built.js';
import { STORIES } from './stories.js';
import { openTeller, saveTranscript, WAYS } from './tell.js';

/** Updates the transcripts of all stories, or of some: `update.js both receipt`. Read the changes before you commit them. */
buildIfStale();
const wanted = process.argv.slice(2);
for (const way of WAYS) {
  const teller = await openTeller(way);
  try {
    for (const name of Object.keys(STORIES))
      if (!wanted.length || wanted.includes(name))
        saveTranscript(name, way, await teller.tell(name));
  } finally {
    await teller.close();
  }
}
