import { css } from 'lit';

/** What does not mirror by itself in a language that is written from right to left. */
export const mirroredStyles = () => css`
  @media screen {
    [dir='rtl'] [part~='go-link']::after {
      scale: -1 1;
    }
  }
  @media print {
    [dir='rtl'] a::after {
      /* An address. */
      direction: ltr;
      unicode-bidi: isolate;
    }
  }
  [dir='rtl'] [part='amount'] {
    /* The digits stand under each other, though what follows them stands to their left. */
    flex-basis: 7em;
    text-align: right;
  }
  [dir='rtl'] :is([part='title'], [part='byline']) {
    /* A Danish title that is too long loses its end, as it does elsewhere. */
    text-align: right;
    unicode-bidi: plaintext;
  }
  [dir='rtl'] :is([part='reason'], [part='number']) {
    /* Some letters have marks above the line. */
    margin-block: -0.25em;
    padding-block: 0.25em;
  }
  @container (min-width: 34em) {
    [dir='rtl'] [part='debt'] > [part='amount'] {
      margin: 0;
    }
  }
`;
