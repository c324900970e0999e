import { PLAIN, type Run, type Style, sameStyle } from './style.ts';

/** Collects letters into runs: a new run begins only where the style changes. */
export class RunWriter {
  readonly #runs: Run[] = [];
  #style: Style = PLAIN;
  #text = '';

  /** The style of the run under way. */
  get style(): Style {
    return this.#style;
  }

  add(letter: string, style: Style): void {
    if (this.#text !== '' && !sameStyle(style, this.#style)) this.#close();
    this.#style = style;
    this.#text += letter;
  }

  /** Gives the run under way a style in which its letters look the same. */
  refine(style: Style): void {
    this.#style = style;
  }

  end(): readonly Run[] {
    this.#close();
    return this.#runs;
  }

  #close(): void {
    if (this.#text !== '') this.#runs.push({ ...this.#style, text: this.#text });
    this.#text = '';
  }
}
