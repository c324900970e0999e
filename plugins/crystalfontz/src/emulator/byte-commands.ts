/** A control byte of the panels that take bytes: its name, and how many bytes belong to it (docs/protocol.md section 3). */
export interface ByteCommand {
  readonly name: string;
  readonly length: number;
}

const command = (name: string, length = 0): ByteCommand => ({ name, length });

export const BYTE_COMMANDS: ReadonlyMap<number, ByteCommand> = new Map([
  [0x01, command('home')],
  [0x02, command('hide the display')],
  [0x03, command('show the display')],
  [0x04, command('no cursor')],
  [0x05, command('underline cursor')],
  [0x06, command('block cursor')],
  [0x07, command('inverting cursor')],
  [0x09, command('boot screen', 1)],
  [0x0a, command('line feed')],
  [0x0c, command('clear')],
  [0x0d, command('carriage return')],
  [0x0e, command('backlight', 1)],
  [0x0f, command('contrast', 1)],
  [0x11, command('go to', 2)],
  [0x12, command('bar graph', 6)],
  [0x13, command('scroll on')],
  [0x14, command('scroll off')],
  [0x17, command('wrap on')],
  [0x18, command('wrap off')],
  [0x19, command('define', 9)],
  [0x1a, command('reboot', 1)],
  [0x1c, command('big digit', 2)],
  [0x1e, command('to the controller', 2)],
  [0x1f, command('info screen')],
]);

/** A letter, or a control byte with what belongs to it. */
export interface ByteInput {
  readonly code: number;
  readonly data: Uint8Array;
}

const FIRST_LETTER = 0x20;

export const isLetter = (code: number): boolean => code >= FIRST_LETTER;

/** Letters and commands from a stream of bytes that comes in pieces. */
export class ByteReader {
  #waiting: number[] = [];

  read(piece: Uint8Array): readonly ByteInput[] {
    return Array.from(piece).flatMap((byte) => this.#take(byte));
  }

  /** What has come of a command that is not whole yet. */
  get unfinished(): readonly number[] {
    return this.#waiting;
  }

  #take(byte: number): readonly ByteInput[] {
    if (this.#waiting.length === 0 && isLetter(byte)) return [{ code: byte, data: new Uint8Array() }];
    this.#waiting.push(byte);
    const [code = 0, ...data] = this.#waiting;
    if (data.length < (BYTE_COMMANDS.get(code)?.length ?? 0)) return [];
    this.#waiting = [];
    return [{ code, data: Uint8Array.from(data) }];
  }
}
