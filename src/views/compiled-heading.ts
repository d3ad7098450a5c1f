import { html, type TemplateResult } from './compiled-html.js';

/** As `heading.ts`, where templates are compiled: then one with a tag only known now is a string like any other. */
export function heading(level: number, part: string, content: unknown): TemplateResult {
  const tag = `h${Math.min(level, 6)}`;
  return html(`<${tag} $part><?></${tag}>`, part, content);
}
