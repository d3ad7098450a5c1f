import type MagicString from 'magic-string';
export function compileTemplates(code: string, id: string): MagicString;
export function withoutAir(text: string): string;
