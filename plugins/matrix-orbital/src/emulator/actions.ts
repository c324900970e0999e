import type { MatrixOrbitalChoices } from './choices.ts';
import type { Keypad } from './keypad.ts';
import type { Light } from './light.ts';
import type { EmulatedModule } from './module.ts';
import type { Screen } from './screen.ts';

/** What a module is made of. */
export interface Parts {
  readonly module: EmulatedModule;
  readonly choices: MatrixOrbitalChoices;
  readonly screen: Screen;
  readonly light: Light;
  readonly keypad: Keypad;
  /** Numbers of the outputs that are on. */
  readonly outputs: Set<number>;
  /** Bytes to send back. */
  readonly answers: number[];
}

type Action = (parts: Parts, ...parameters: readonly number[]) => void;

/** `Object.assign` that knows what the target has. */
const set = <T extends object>(target: T, values: Partial<T>): T => Object.assign(target, values);

const VERSION = 0x54;
const SERIAL_NUMBER = [0x12, 0x34];
const CUSTOMER_DATA: readonly number[] = new Array(16).fill(0xff);

/** What commands do, by their codes (docs/protocol.md section 3); those left out change nothing here. */
export const ACTIONS: ReadonlyMap<number, Action> = new Map<number, Action>([
  [0x26, ({ keypad, answers }) => answers.push(keypad.poll())],
  [0x35, ({ choices, answers }) => answers.push(...(choices.customerData ? CUSTOMER_DATA : SERIAL_NUMBER))],
  [0x36, ({ answers }) => answers.push(VERSION)],
  [0x37, ({ module, answers }) => answers.push(module.type)],
  [0x41, ({ keypad }) => set(keypad, { transmits: true })],
  [0x42, ({ light }) => set(light, { on: true })],
  [0x43, ({ screen }) => set(screen, { wrap: true })],
  [0x44, ({ screen }) => set(screen, { wrap: false })],
  [0x45, ({ keypad }) => keypad.clear()],
  [0x46, ({ light }) => set(light, { on: false })],
  [0x47, ({ screen }, column, row) => screen.goTo(column!, row!)],
  [0x48, ({ screen }) => screen.home()],
  [0x4c, ({ screen }) => screen.step(-1)],
  [0x4d, ({ screen }) => screen.step(1)],
  [0x4e, define],
  [0x4f, ({ keypad }) => set(keypad, { transmits: false })],
  [0x50, ({ light }, contrast) => set(light, { contrast: contrast! })],
  [0x51, ({ screen }) => set(screen, { scroll: true })],
  [0x52, ({ screen }) => set(screen, { scroll: false })],
  // Outputs without a number are the first.
  [0x56, ({ outputs }, number = 1) => outputs.delete(number)],
  [0x57, ({ outputs }, number = 1) => outputs.add(number)],
  [0x58, ({ screen }) => screen.clear()],
  [0x59, ({ light }, quarter) => set(light, { quarter: quarter! & 3 })],
  [0x60, ({ keypad }) => set(keypad, { tellsRelease: false })],
  [0x7e, ({ keypad, choices }, mode) => set(keypad, { tellsRelease: mode === 1 && !choices.withoutRelease })],
  [0x99, ({ light }, byte) => set(light, { byte: byte! })],
]);

function define({ screen, choices }: Parts, slot?: number, ...rows: readonly number[]): void {
  screen.define(slot!, rows);
  if (choices.definingMovesCursor) screen.home();
}
