import { brotliCompressSync } from 'node:zlib';
import { minify, type CompressOptions, type MinifyOptions, type MinifyOutput } from 'terser';

const BANNER = '/*! MIT, BSD-3-Clause: ddb-debt-overview.js.LICENSE.txt */';

/** Names of src that nobody outside a page's one script ever sees: in no event, message, storage or answer. */
const OWN = [
  ...[
    'till',
    'told',
    'deed',
    'because',
    'tellOthers',
    'busy',
    'ways',
    'picked',
    'voice',
    'counted',
  ],
  ...['reading', 'readings', 'readAt', 'outdate', 'atLeast'],
];

/** Which of these brotli likes best nobody can foretell: up to 100 B lie between them. */
const WAYS: readonly CompressOptions[] = [
  {},
  { side_effects: false },
  { comparisons: false },
  { if_return: false },
  { booleans: false },
  { sequences: false },
  { join_vars: false },
  { passes: 3 },
];

const options = (way: CompressOptions, map: unknown): MinifyOptions => ({
  ecma: 2020,
  compress: {
    passes: 5,
    // Writes `x + ''` for `String(x)`, which differs for symbols: nothing that may be one gets there.
    unsafe: true,
    unsafe_arrows: true,
    pure_getters: true,
    keep_fargs: false,
    negate_iife: false,
    ...way,
  },
  mangle: {
    toplevel: true,
    properties: {
      // Lit's own names, too; what it keeps on a node stays.
      regex: new RegExp(`^(_(\\$|_|[a-z])|(${OWN.join('|')})$)`),
      reserved: ['_$litPart$'],
      keep_quoted: true,
    },
  },
  format: { preamble: BANNER },
  ...(map ? { sourceMap: { content: JSON.stringify(map), asObject: true } } : {}),
});

/** The smallest of what several ways to minify make of a script that is minified already. */
export async function smallest(code: string, map: unknown): Promise<MinifyOutput> {
  const tries: MinifyOutput[] = [];
  for (const way of WAYS) tries.push(await minify(code, options(way, map)));
  const sizeOf = (one: MinifyOutput): number => brotliCompressSync(one.code ?? '').length;
  return tries.reduce((best, one) => (sizeOf(one) < sizeOf(best) ? one : best));
}
