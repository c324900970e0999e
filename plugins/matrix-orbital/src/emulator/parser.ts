import { type Command, type Commands, PREFIX } from './commands.ts';

/** What some bytes on the line mean. */
export type Item =
  | { readonly kind: 'text'; readonly code: number }
  | { readonly kind: 'command'; readonly code: number; readonly command: Command; readonly parameters: Uint8Array }
  | { readonly kind: 'unknown'; readonly code: number };

/** A command that waits for the rest of its parameters. */
interface Unfinished {
  readonly code: number;
  readonly command: Command;
  readonly parameters: number[];
}

/** Cuts a stream of bytes, however it comes, into letters and commands. An unknown command has no parameters. */
export class Parser {
  readonly #commands: Commands;
  #prefixed = false;
  #unfinished: Unfinished | undefined;

  constructor(commands: Commands) {
    this.#commands = commands;
  }

  /** Takes bytes; returns what they complete. */
  *parse(bytes: Iterable<number>): Generator<Item> {
    for (const byte of bytes) {
      const item = this.#next(byte);
      if (item !== undefined) yield item;
    }
  }

  /** What has begun and is not complete, as bytes. */
  get rest(): readonly number[] {
    if (this.#unfinished) return [PREFIX, this.#unfinished.code, ...this.#unfinished.parameters];
    return this.#prefixed ? [PREFIX] : [];
  }

  #next(byte: number): Item | undefined {
    if (this.#unfinished) return this.#parameter(this.#unfinished, byte);
    if (this.#prefixed) return this.#code(byte);
    this.#prefixed = byte === PREFIX;
    return this.#prefixed ? undefined : { kind: 'text', code: byte };
  }

  #code(code: number): Item | undefined {
    this.#prefixed = false;
    const command = this.#commands(code);
    if (command === undefined) return { kind: 'unknown', code };
    if (command.parameters === 0) return { kind: 'command', code, command, parameters: new Uint8Array() };
    this.#unfinished = { code, command, parameters: [] };
    return undefined;
  }

  #parameter({ code, command, parameters }: Unfinished, byte: number): Item | undefined {
    parameters.push(byte);
    if (parameters.length < command.parameters) return undefined;
    this.#unfinished = undefined;
    return { kind: 'command', code, command, parameters: Uint8Array.from(parameters) };
  }
}
