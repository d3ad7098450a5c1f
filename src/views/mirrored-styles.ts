import { css } from 'lit';

/** Styles of right-to-left languages that do not follow from the direction alone. */
export const mirroredStyles = () => css`
  @media screen {
    [dir='rtl'] [part~='go-link']::after {
      scale: -1 1;
    }
  }
  @media print {
    [dir='rtl'] a::after {
      /* A URL. */
      direction: ltr;
      unicode-bidi: isolate;
    }
  }
  [dir='rtl'] [part='amount'] {
    /* Aligns the digits, although the currency is to the left of them. */
    flex-basis: 7em;
    text-align: right;
  }
  [dir='rtl'] :is([part='title'], [part='byline']) {
    /* Cuts off the end of a long Danish title. */
    text-align: right;
    unicode-bidi: plaintext;
  }
  [dir='rtl'] :is([part='reason'], [part='number']) {
    /* Room for marks above the letters. */
    margin-block: -0.25em;
    padding-block: 0.25em;
  }
  @container (min-width: 34em) {
    [dir='rtl'] [part='debt'] > [part='amount'] {
      margin: 0;
    }
  }
`;
