import { css } from 'lit';

/** The list of a section, its actions, and the wide layout. */
export const debtStyles = css`
  ul {
    list-style: none;
  }
  [part='list'] {
    margin-block-start: calc(var(--_space) / 2);
  }
  [part='debt'] {
    border-block-start: 1px solid var(--_border);
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    padding-block: calc(var(--_space) * 0.75);
  }
  [part='reason'],
  [part='number'] {
    overflow: hidden;
  }
  [part='reason'],
  [part='amount'] {
    font-weight: 600;
    /* Side by side, or one below the other where large text leaves no room. */
    flex: 1 1 4em;
  }
  [part='amount'] {
    flex: 0 1 auto;
    margin-inline-start: auto;
    white-space: nowrap;
    text-align: end;
  }
  [part='debt']:nth-child(n + 50) {
    /* Lays out the rows of a very long list only when they are scrolled to. */
    contain-intrinsic-block-size: auto 9em;
    content-visibility: auto;
    /* Room for the focus ring. */
    overflow-clip-margin: 6px;
  }
  [part='debt'] > .small {
    /* A line of its own. */
    flex-basis: 100%;
    grid-column: 1 / -1;
    order: 1;
  }
  [part='materials'] {
    min-inline-size: 0;
  }
  .titled {
    /* Room for a cover, two lines of title and one line of details. */
    padding-block-start: 5em;
    position: relative;
  }
  .titled::before,
  [part='cover'],
  [part='record'] {
    block-size: 4.5em;
    inline-size: 3em;
    inset-block-start: 0.25em;
    inset-inline-start: 0;
    position: absolute;
  }
  .titled::before {
    background: var(--_border);
    content: '';
  }
  [part='cover'] {
    object-fit: cover;
  }
  [part='record'] {
    align-content: center;
    display: grid;
    inline-size: auto;
    inset-inline: 3.75em 0;
    overflow: hidden;
  }
  [part='title'] {
    -webkit-box-orient: vertical;
    display: -webkit-box;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  [part='byline'] {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  [part~='overdue'] {
    color: var(--_overdue);
    font-weight: 600;
  }
  [part='subtotal'] {
    border-block-start: 1px solid;
    font-weight: 700;
    padding-block-start: calc(var(--_space) * 0.75);
    text-align: end;
  }
  [part~='note'],
  [part='about'] {
    margin-block-start: calc(var(--_space) * 0.75);
  }
  [part='intro'],
  [part~='note'],
  [part='about'],
  [part~='payment'] > p {
    max-inline-size: 44em;
  }
  summary,
  [part~='link'] {
    /* 44 px high with a line height of 1.5em, less rounding. */
    padding-block: max(0.25em, 22.5px - 0.75em);
  }
  summary {
    cursor: pointer;
    position: relative;
    z-index: 1;
    inline-size: fit-content;
    text-decoration: underline;
  }
  [part~='link'] {
    display: inline-block;
  }
  a {
    color: inherit;
  }
  [part='actions'] {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 0.75) calc(var(--_space) * 1.5);
    margin-block-start: var(--_space);
  }
  [part~='action'] {
    align-items: center;
    background: var(--_action);
    border: 1px solid var(--_action);
    border-radius: var(--_radius);
    color: var(--_on-action);
    cursor: pointer;
    display: flex;
    font: inherit;
    font-weight: 600;
    gap: 0.5em;
    inline-size: 100%;
    justify-content: center;
    min-block-size: max(var(--_control-height), 44px);
    padding: 0.25em min(1em, 5%);
    text-align: center;
    text-decoration: none;
  }
  [part~='go-link']::after {
    /* An arrow that is not read aloud. A browser that does not know the alternative text omits the arrow. */
    content: '\\2197\\fe0e' / '';
  }
  [part~='action']:not([aria-disabled='true']):hover {
    text-decoration: underline;
  }
  [part~='action'][aria-disabled='true'] {
    cursor: not-allowed;
    opacity: 0.6;
  }
  [part~='retry-button'],
  [part~='print-button'],
  [part~='quiet'] {
    background: none;
    border-color: currentColor;
    color: inherit;
  }
  @container (min-width: 34em) {
    [part='actions'] {
      justify-content: flex-end;
    }
    [part='total'] {
      flex: 1;
      text-align: end;
    }
    [part='debt'] {
      display: grid;
      grid-template-columns: 1fr auto minmax(7.5em, auto);
    }
    [part='debt'] > [part='reason'] {
      grid-area: 1 / 1;
    }
    [part='debt'] > [part~='date'] {
      grid-area: 1 / 2;
    }
    [part='debt'] > [part='amount'] {
      grid-area: 1 / 3;
    }
    [part~='action'] {
      inline-size: auto;
    }
  }
`;
