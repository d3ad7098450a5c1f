import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import type { Bench, Sentence } from './bench.js';
import { lossOf, restore, saved, VERSION } from './saved.js';

/** The longest typed answer that goes into a link. */
const LONGEST_ANSWER = 60_000;
/** Of a link's content, unpacked: more is no bench. */
const LARGEST = 4_000_000;

const base64 = (bytes: Uint8Array): string => {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
};

const bytesOf = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));

export const fitsLink = ({ rehearsal }: Bench): boolean =>
  (rehearsal.answer?.length ?? 0) <= LONGEST_ANSWER;

/** The bench as a fragment, `#1.…`: it stays in the browser. A very long answer is left out. */
export function fragmentOf(bench: Bench): string {
  const { answer: _, ...rest } = bench.rehearsal;
  const light = fitsLink(bench) ? bench : { ...bench, rehearsal: rest };
  const packed = deflateSync(strToU8(JSON.stringify(saved(light))), { level: 9 });
  return `#${VERSION}.${base64(packed)}`;
}

function unpack(packed: Uint8Array): string {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((chunk) => {
    size += chunk.length;
    if (size > LARGEST) throw new RangeError('too large');
    chunks.push(chunk);
  });
  // In pieces: otherwise all of it is unpacked before its size is known.
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

export interface Opened {
  /** Nothing, where it cannot be had. */
  readonly bench?: Bench;
  /** What is to be said of it. */
  readonly says?: Sentence | undefined;
}

/** The bench a link carries; `base` stands where it says nothing. */
export function openFragment(fragment: string, base: Bench): Opened {
  if (!/^#\d/.test(fragment)) return {};
  try {
    const [, version, packed = ''] = /^#(\d+)\.([\w-]+)$/.exec(fragment) ?? [];
    const restored = restore(JSON.parse(unpack(bytesOf(packed))), base);
    if (restored) return { bench: restored.bench, says: lossOf(restored.lost, Number(version)) };
  } catch {
    // Said below.
  }
  return {
    says: {
      da: 'Linket er ikke helt: Noget af det mangler eller er ændret. Bed om at få det sendt igen. Det, I ser her, er ikke linkets.',
      en: 'The link is not whole: some of it is missing or changed. Ask for it again. What you see here is not the link’s.',
    },
  };
}
