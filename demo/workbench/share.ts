import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import type { WorkbenchState, BilingualText } from './state.js';
import { lossMessage, fromSaved, toSaved, VERSION } from './saved.js';

/** In characters. A longer typed answer is left out of links. */
const MAX_ANSWER_LENGTH = 60_000;
/** In bytes, uncompressed. A larger link is rejected. */
const MAX_SIZE = 4_000_000;

const base64 = (bytes: Uint8Array): string => {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
};

const bytesOf = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));

export const fitsLink = ({ simulation }: WorkbenchState): boolean =>
  (simulation.answer?.length ?? 0) <= MAX_ANSWER_LENGTH;

/** The state as a URL fragment, `#1.…`, which is never sent to a server. A very long answer is left out. */
export function fragmentOf(state: WorkbenchState): string {
  const { answer: _, ...rest } = state.simulation;
  const shared = fitsLink(state) ? state : { ...state, simulation: rest };
  const packed = deflateSync(strToU8(JSON.stringify(toSaved(shared))), { level: 9 });
  return `#${VERSION}.${base64(packed)}`;
}

function unpack(packed: Uint8Array): string {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((chunk) => {
    size += chunk.length;
    if (size > MAX_SIZE) throw new RangeError('too large');
    chunks.push(chunk);
  });
  // In chunks, to stop as soon as the size exceeds the limit.
  for (let at = 0; at < packed.length; at += 1024) {
    inflate.push(packed.subarray(at, at + 1024), at + 1024 >= packed.length);
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return strFromU8(all);
}

export interface OpenedLink {
  /** Absent if the link is invalid. */
  readonly state?: WorkbenchState;
  /** What to tell the user about the link. */
  readonly message?: BilingualText | undefined;
}

/** Opens the state in a fragment. `base` supplies what the fragment does not set. */
export function openFragment(fragment: string, base: WorkbenchState): OpenedLink {
  if (!/^#\d/.test(fragment)) return {};
  try {
    const [, version, packed = ''] = /^#(\d+)\.([\w-]+)$/.exec(fragment) ?? [];
    const restored = fromSaved(JSON.parse(unpack(bytesOf(packed))), base);
    if (restored)
      return { state: restored.state, message: lossMessage(restored.lost, Number(version)) };
  } catch {
    // Reported below.
  }
  return {
    message: {
      da: 'Linket er ikke helt: Noget af det mangler eller er ændret. Bed om at få det sendt igen. Det, I ser her, er ikke linkets.',
      en: 'The link is not whole: some of it is missing or changed. Ask for it again. What you see here is not the link’s.',
    },
  };
}
