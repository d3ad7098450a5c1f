/** What the outside can use, without what is private to a class. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations } of customElementsManifest.modules) {
      for (const declaration of declarations) {
        declaration.members = declaration.members?.filter(({ privacy }) => privacy !== 'private');
      }
    }
  },
};

/** The class's documentation, for editors and catalogues: dist/custom-elements.json. */
export default {
  globs: ['src/ddb-debt-overview.ts', 'src/host/events.ts', 'src/define.ts'],
  outdir: 'dist',
  packagejson: false,
  plugins: [publicOnly],
};
