import { minify, type MinifyOptions, type MinifyOutput } from 'terser';

const BANNER = '/*! MIT: ddb-debt-overview.js.LICENSE.txt */';

/** Names of src that nobody outside a page's one script ever sees: in no event, message, storage, answer or snapshot. */
const OWN = `
  till told deed because tellOthers busy ways picked voice counted reading readings outdate configuration settings endpoint transport reader announce resume slow onSurroundings onOutcome onChange onPatron onReturn onSeen onHour fallback takes places put mark fill fragment html given shelf say money dayOf shortDay clock titleOf lock index payable
  locale direction choice retry isOpen askBy compose tellAll sharers inApp overrides isAway startOver meet fault shared attribute phase happen tell hear follow listen see seen complete what answer leave stop show due login variant handOver pick print unfold unfolded sharers
`;

const options = (map: unknown): MinifyOptions => ({
  ecma: 2020,
  compress: {
    passes: 5,
    // Writes `x + ''` for `String(x)`, which differs for symbols: nothing that may be one gets there.
    unsafe: true,
    unsafe_arrows: true,
    pure_getters: true,
    keep_fargs: false,
    negate_iife: false,
  },
  mangle: {
    toplevel: true,
    properties: {
      regex: new RegExp(`^(${OWN.trim().replace(/\s+/g, '|')})$`),
      // Some of these are names of the platform's, too; nothing of the platform's is called by them here.
      builtins: true,
      keep_quoted: true,
    },
  },
  format: { preamble: BANNER },
  ...(map ? { sourceMap: { content: JSON.stringify(map), asObject: true } } : {}),
});

/** Minifies a script that is minified already. */
export const smallest = (code: string, map: unknown): Promise<MinifyOutput> =>
  minify(code, options(map));
