import { json, jsonParseLinter } from '@codemirror/lang-json';
import { linter } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { minimalSetup } from 'codemirror';
import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';

/** In characters. Linting a longer text on every key press takes too long. */
const MAX_LINTED_LENGTH = 300_000;

/**
 * An editor for JSON, with syntax colours and line numbers.
 * @fires typed - the detail is the text
 */
export class JsonEditor extends LitElement {
  /** Its accessible name. */
  @property() name = '';
  @property() value = '';
  /** The message at a syntax error. */
  @property() fault = '';
  /** The id of the element that describes it. */
  @property() describedby = '';
  @property({ type: Boolean }) faulty = false;
  #editor: EditorView | undefined;

  /** Renders into the light DOM, so that the styles of the page apply. */
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
            view.state.doc.length > MAX_LINTED_LENGTH
              ? []
              : jsonParseLinter()(view).map((fault) => ({ ...fault, message: this.fault })),
          ),
          EditorView.contentAttributes.of({
            'aria-label': this.name,
            'aria-describedby': this.describedby,
            tabindex: '0',
          }),
          EditorView.updateListener.of(({ docChanged, state }) => {
            const typed = state.doc.toString();
            if (docChanged && typed !== this.value) this.#emit(typed);
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

  #emit(typed: string): void {
    this.value = typed;
    this.dispatchEvent(new CustomEvent('typed', { detail: typed }));
  }
}
