import { json, jsonParseLinter } from '@codemirror/lang-json';
import { linter } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { minimalSetup } from 'codemirror';
import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';

/** Beyond this the editor only holds the text: to check it at each key takes too long. */
const MOST_CHECKED = 300_000;

/**
 * JSON to be typed, with colours and line numbers.
 * @fires typed - with the text as its detail
 */
export class JsonEditor extends LitElement {
  /** Its accessible name. */
  @property() name = '';
  @property() value = '';
  /** What is said where it stops being JSON. */
  @property() fault = '';
  /** The id of what says more. */
  @property() describedby = '';
  @property({ type: Boolean }) faulty = false;
  #editor: EditorView | undefined;

  /** In the page itself, so that its colours are the page's. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#editor = new EditorView({
      parent: this,
      state: EditorState.create({
        doc: this.value,
        extensions: [
          minimalSetup,
          lineNumbers(),
          json(),
          linter((view) =>
            view.state.doc.length > MOST_CHECKED
              ? []
              : jsonParseLinter()(view).map((fault) => ({ ...fault, message: this.fault })),
          ),
          EditorView.contentAttributes.of({
            'aria-label': this.name,
            'aria-describedby': this.describedby,
          }),
          EditorView.updateListener.of(({ docChanged, state }) => {
            const typed = state.doc.toString();
            if (docChanged && typed !== this.value) this.#say(typed);
          }),
        ],
      }),
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#editor?.destroy();
  }

  protected override updated(): void {
    const { state } = this.#editor ?? {};
    if (!state) return;
    this.#editor?.contentDOM.setAttribute('aria-invalid', String(this.faulty));
    if (state.doc.toString() === this.value) return;
    this.#editor?.dispatch({ changes: { from: 0, to: state.doc.length, insert: this.value } });
  }

  #say(typed: string): void {
    this.value = typed;
    this.dispatchEvent(new CustomEvent('typed', { detail: typed }));
  }
}
