import { Features, transform as minifyCss } from 'lightningcss';
import MagicString from 'magic-string';
import ts from 'typescript';
import type { Plugin } from 'vite';
import { withoutAir } from './compile-templates.js';

const CSS_TARGETS = { safari: (15 << 16) | (4 << 8), chrome: 94 << 16, firefox: 93 << 16 };

/** Takes out what no browser needs: air in templates and CSS. */
export function lean(): Plugin {
  const pieces = (template: ts.TemplateLiteral): ts.Node[] =>
    ts.isNoSubstitutionTemplateLiteral(template)
      ? [template]
      : [template.head, ...template.templateSpans.map((span) => span.literal)];
  return {
    name: 'lean',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/src\/.*\.ts$/.test(id)) return undefined;
      const out = new MagicString(code);
      const visit = (node: ts.Node): void => {
        if (ts.isTaggedTemplateExpression(node)) {
          const { template } = node;
          const tag = node.tag.getText();
          if (tag === 'css' && ts.isNoSubstitutionTemplateLiteral(template)) {
            const css = minifyCss({
              filename: id,
              code: Buffer.from(template.rawText ?? template.text),
              minify: true,
              targets: CSS_TARGETS,
              // light-dark() would need the page's colour scheme in the same sheet; prefixes only serve hyphens.
              exclude: Features.LightDark | Features.VendorPrefixes,
            }).code.toString();
            // Without the tag, so that the sheets become one string.
            out.overwrite(node.getStart(), node.end, JSON.stringify(css));
          } else if (tag === 'html') {
            for (const piece of pieces(template)) {
              const loose = code.slice(piece.getStart(), piece.end);
              const tight = withoutAir(loose);
              if (tight !== loose) out.overwrite(piece.getStart(), piece.end, tight);
            }
          }
        }
        ts.forEachChild(node, visit);
      };
      visit(ts.createSourceFile(id, code, ts.ScriptTarget.Latest, true));
      return { code: out.toString(), map: out.generateMap({ hires: true }) };
    },
  };
}
