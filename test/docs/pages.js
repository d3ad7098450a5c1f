import { readdirSync, readFileSync } from 'node:fs';

const ROOT = new URL('../../', import.meta.url);

export const read = (file) => readFileSync(new URL(file, ROOT), 'utf8');

/** The pages for readers, each with its text. */
export const PAGES = ['README.md', ...readdirSync(new URL('docs', ROOT), { recursive: true })]
  .filter((name) => name.endsWith('.md'))
  .map((name) => (name === 'README.md' ? name : `docs/${name}`))
  .map((file) => ({ file, text: read(file) }));

/** The fenced examples of all pages in one language, named by page and line. */
export const snippetsIn = (language) =>
  PAGES.flatMap(({ file, text }) =>
    [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)]
      .filter((match) => match[1] === language)
      .map(({ index, 2: code }) => ({
        name: `${file}:${text.slice(0, index).split('\n').length}`,
        code,
      })),
  );
