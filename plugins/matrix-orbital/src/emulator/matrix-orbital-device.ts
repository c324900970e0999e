import { dotMatrix, type EmulatedDevice, type Frame, type Reaction } from '@lcdflow/core';
import { ACTIONS, type Parts } from './actions.ts';
import type { MatrixOrbitalChoices } from './choices.ts';
import { commandsOf } from './commands.ts';
import { Keypad } from './keypad.ts';
import { Light } from './light.ts';
import type { EmulatedModule } from './module.ts';
import { type Item, Parser } from './parser.ts';
import { Screen } from './screen.ts';

/** Clears the oldest modules, as a byte of the text. */
const FORM_FEED = 0x0c;

/** A Matrix Orbital module, powered up and without a clock. Takes its bytes in any pieces. */
export class MatrixOrbitalDevice implements EmulatedDevice {
  readonly #parts: Parts;
  readonly #parser: Parser;
  #unknown = 0;

  constructor(module: EmulatedModule, choices: MatrixOrbitalChoices = {}) {
    const screen = new Screen(module, choices.rowEnd ?? 'lost');
    const light = new Light(module.kind);
    const keypad = new Keypad(module.keys);
    this.#parts = { module, choices, screen, light, keypad, outputs: new Set(), answers: [] };
    this.#parser = new Parser(commandsOf(module));
    screen.show(`Matrix Orbital ${module.name}`);
  }

  /** How many commands came that it does not know. */
  get unknownCommands(): number {
    return this.#unknown;
  }

  receive(packet: Uint8Array): Reaction {
    for (const item of this.#parser.parse(packet)) this.#take(item);
    const answers = this.#parts.answers.splice(0);
    return answers.length > 0 ? { answers: [Uint8Array.from(answers)] } : {};
  }

  press(key: string, pressed: boolean): readonly Uint8Array[] {
    const sent = this.#parts.keypad.press(key, pressed);
    return sent.length > 0 ? [Uint8Array.from(sent)] : [];
  }

  glass(): Frame {
    const { module, screen, light } = this.#parts;
    return dotMatrix(module, (index) => screen.dotsAt(index), light.colors());
  }

  controls(): Readonly<Record<string, number>> {
    const { module, light, outputs } = this.#parts;
    const numbers = Array.from({ length: module.outputs }, (_, index) => index + 1);
    const levels = numbers.map((number) => [`gpo${number}`, outputs.has(number) ? 1 : 0] as const);
    return { ...light.controls(), ...Object.fromEntries(levels) };
  }

  #take(item: Item): void {
    const { module, screen } = this.#parts;
    if (item.kind === 'unknown') this.#unknown += 1;
    else if (item.kind === 'command') ACTIONS.get(item.code)?.(this.#parts, ...item.parameters);
    else if (item.code === FORM_FEED && !module.kind.numbered) screen.clear();
    else screen.write(item.code);
  }
}
