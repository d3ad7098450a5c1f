import { html, nothing } from 'lit';
import type { ViewModel } from './view-model.js';

/** A quiet link, where the library has set where it leads. */
export const linkView = (url: string | undefined, words: string, { open }: ViewModel) =>
  url
    ? html`<a
        part="link"
        href=${url}
        @click=${(click: Event) => open(click, (click.currentTarget as HTMLAnchorElement).href)}
        >${words}</a
      >`
    : nothing;
