import { defer, type Observable, type ObservableInput, of, tap } from 'rxjs';

const HIDDEN = '***';
/** Of a secret that changes while the program runs, so many texts are remembered. */
const REMEMBERED = 8;

/** A text that must not be seen, such as a password. Whoever shows it shows `***`. */
export class Secret {
  readonly #read: () => ObservableInput<string>;
  /** The newest first. */
  #revealed: readonly string[] = [];

  /** The text, as written in the config, or what gets it from elsewhere each time it is asked for. */
  constructor(text: string | (() => ObservableInput<string>)) {
    this.#read = typeof text === 'string' ? () => of(text) : text;
    if (typeof text === 'string') this.#remember(text);
  }

  /** The text as it is now. Errors with `config`, `not-found` or `permission` when it is not where the config says. */
  reveal(): Observable<string> {
    return defer(this.#read).pipe(tap((text) => this.#remember(text)));
  }

  /** A message without the texts that have been revealed, also where they are part of an address. */
  hide(message: string): string {
    // Longer ones first: one may be part of another.
    const forms = this.#revealed.flatMap((text) => [text, addressForm(text)]).sort((a, b) => b.length - a.length);
    return forms.reduce((words, form) => words.replaceAll(form, HIDDEN), message);
  }

  toString(): string {
    return HIDDEN;
  }

  toJSON(): string {
    return HIDDEN;
  }

  #remember(text: string): void {
    if (text !== '') this.#revealed = [...new Set([text, ...this.#revealed])].slice(0, REMEMBERED);
  }
}

const addressForm = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));

/** All secrets among options, however deep. */
export function secretsIn(options: unknown): readonly Secret[] {
  if (options instanceof Secret) return [options];
  return typeof options === 'object' && options !== null ? Object.values(options).flatMap(secretsIn) : [];
}
