/** The same module as it is written, drawn by Lit (test/web-test-runner.base.js). */
declare module '*?lit' {
  export const rootView: (pieces: readonly unknown[]) => import('lit/html.js').TemplateResult;
}
