import { html, nothing } from 'lit/html.js';

/** A quiet link, where the library has set where it leads. */
export const linkView = (url: string | undefined, words: string) =>
  url ? html`<a part="link" href=${url}>${words}</a>` : nothing;
