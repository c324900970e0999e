import { dotMatrix, type EmulatedDevice, type Frame, type Reaction } from '@lcdflow/core';
import { commandsOf } from './commands.ts';
import { Keypad } from './keypad.ts';
import { romDots } from './letters.ts';
import { Light } from './light.ts';
import type { EmulatedModule } from './module.ts';
import { type Item, Parser } from './parser.ts';
import { type RowEnd, Screen } from './screen.ts';

/** Where the protocol paper leaves a choice (docs/protocol.md section 8). */
export interface MatrixOrbitalChoices {
  /** `lost` when left out. */
  readonly rowEnd?: RowEnd;
  /** Drawing a user-defined character sends the cursor home. */
  readonly definingMovesCursor?: boolean;
  /** Knows no key-up codes, as the oldest modules. */
  readonly withoutRelease?: boolean;
  /** 16 bytes of the customer instead of a serial number. */
  readonly customerData?: boolean;
}

const VERSION = 0x54;
const SERIAL_NUMBER = [0x12, 0x34];
const CUSTOMER_DATA: readonly number[] = new Array(16).fill(0xff);
const CLEAR = 0x0c;
const ROWS = 8;
/** User-defined characters are at the codes 0 to 7 and once more at 8 to 15. */
const OWN = 0x10;

type Action = (...parameters: readonly number[]) => void;
type Actions = readonly (readonly [code: number, action: Action])[];

/** A Matrix Orbital module, powered up and without a clock. Takes its bytes in any pieces. */
export class MatrixOrbitalDevice implements EmulatedDevice {
  readonly #module: EmulatedModule;
  readonly #choices: MatrixOrbitalChoices;
  readonly #screen: Screen;
  readonly #light: Light;
  readonly #keypad: Keypad;
  readonly #outputs = new Set<number>();
  readonly #parser: Parser;
  readonly #actions: ReadonlyMap<number, Action>;
  /** What has been answered and not been sent yet. */
  readonly #answers: number[] = [];
  #unknown = 0;

  constructor(module: EmulatedModule, choices: MatrixOrbitalChoices = {}) {
    this.#module = module;
    this.#choices = choices;
    this.#screen = new Screen(module, choices.rowEnd ?? 'lost');
    this.#light = new Light(module.kind);
    this.#keypad = new Keypad(module.keys);
    this.#parser = new Parser(commandsOf(module));
    this.#actions = new Map([
      ...this.#screenActions(),
      ...this.#lightActions(),
      ...this.#keypadActions(),
      ...this.#questions(),
    ]);
    for (const letter of startScreen(module)) this.#screen.write(letter.charCodeAt(0));
    this.#screen.home();
  }

  /** How many commands came that it does not know. */
  get unknownCommands(): number {
    return this.#unknown;
  }

  receive(packet: Uint8Array): Reaction {
    for (const item of this.#parser.parse(packet)) this.#take(item);
    const answers = this.#answers.splice(0);
    return answers.length > 0 ? { answers: [Uint8Array.from(answers)] } : {};
  }

  press(key: string, pressed: boolean): readonly Uint8Array[] {
    const sent = this.#keypad.press(key, pressed);
    return sent.length > 0 ? [Uint8Array.from(sent)] : [];
  }

  glass(): Frame {
    const { codes, characters } = this.#screen;
    const dotsAt = (index: number): Uint8Array => {
      const code = codes[index]!;
      const start = (code % ROWS) * ROWS;
      return code < OWN ? characters.subarray(start, start + ROWS) : romDots(code);
    };
    return dotMatrix(this.#module, dotsAt, this.#light.colors());
  }

  controls(): Readonly<Record<string, number>> {
    const outputs = Array.from({ length: this.#module.outputs }, (_, index) => index + 1);
    return {
      ...this.#light.controls(),
      ...Object.fromEntries(outputs.map((number) => [`gpo${number}`, this.#outputs.has(number) ? 1 : 0])),
    };
  }

  #take(item: Item): void {
    if (item.kind === 'unknown') this.#unknown += 1;
    else if (item.kind === 'command') this.#actions.get(item.code)?.(...item.parameters);
    else if (item.code === CLEAR && !this.#module.kind.numbered) this.#screen.clear();
    else this.#screen.write(item.code);
  }

  /** By code, as all actions (docs/protocol.md section 3). */
  #screenActions(): Actions {
    const screen = this.#screen;
    const set = (mode: Partial<Pick<Screen, 'wrap' | 'scroll'>>) => () => Object.assign(screen, mode);
    return [
      [0x43, set({ wrap: true })],
      [0x44, set({ wrap: false })],
      [0x47, (column, row) => screen.goTo(column!, row!)],
      [0x48, () => screen.home()],
      [0x4c, () => screen.step(-1)],
      [0x4d, () => screen.step(1)],
      [0x4e, (slot, ...rows) => this.#define(slot!, rows)],
      [0x51, set({ scroll: true })],
      [0x52, set({ scroll: false })],
      [0x58, () => screen.clear()],
    ];
  }

  /** Outputs without a number are the first. */
  #lightActions(): Actions {
    const light = this.#light;
    const set = (values: Partial<Pick<Light, 'on' | 'byte' | 'quarter' | 'contrast'>>) => Object.assign(light, values);
    return [
      [0x42, () => set({ on: true })],
      [0x46, () => set({ on: false })],
      [0x50, (contrast) => set({ contrast: contrast! })],
      [0x56, (number = 1) => this.#outputs.delete(number)],
      [0x57, (number = 1) => this.#outputs.add(number)],
      [0x59, (quarter) => set({ quarter: quarter! & 3 })],
      [0x99, (byte) => set({ byte: byte! })],
    ];
  }

  #keypadActions(): Actions {
    const keypad = this.#keypad;
    const set = (modes: Partial<Pick<Keypad, 'transmits' | 'tellsRelease'>>) => Object.assign(keypad, modes);
    return [
      [0x41, () => set({ transmits: true })],
      [0x45, () => keypad.clear()],
      [0x4f, () => set({ transmits: false })],
      [0x60, () => set({ tellsRelease: false })],
      [0x7e, (mode) => set({ tellsRelease: mode === 1 && !this.#choices.withoutRelease })],
    ];
  }

  #questions(): Actions {
    const answer = (...bytes: readonly number[]) => this.#answers.push(...bytes);
    return [
      [0x26, () => answer(this.#keypad.poll())],
      [0x35, () => answer(...(this.#choices.customerData ? CUSTOMER_DATA : SERIAL_NUMBER))],
      [0x36, () => answer(VERSION)],
      [0x37, () => answer(this.#module.type)],
    ];
  }

  #define(slot: number, rows: readonly number[]): void {
    if (slot < ROWS) this.#screen.characters.set(rows, slot * ROWS);
    if (this.#choices.definingMovesCursor) this.#screen.home();
  }
}

/** What a module from the factory shows until somebody writes; the cursor is home again. */
const startScreen = ({ name, width, height }: EmulatedModule): string =>
  `Matrix Orbital ${name}`.slice(0, width * height - 1);
