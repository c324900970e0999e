import { type EmulatedDevice, type Frame, LcdError, type Reaction } from '@lcdflow/core';
import { CharacterGlass } from './character-glass.ts';
import type { PacketPanelFacts } from './panels.ts';
import { Settings } from './settings.ts';
import { bytesOf, PacketReader, type WirePacket } from './wire-packet.ts';

/** Data of the answer; nothing when the command is refused. */
type Answer = ArrayLike<number> | undefined;
type Handler = (data: Uint8Array) => Answer;

const ANSWER = 0x40;
const REPORT = 0x80;
const REFUSAL = 0xc0;
const REBOOT = '8,18,99';
const FLASH_SIZE = 16;
const MOST_ROW = 0x3f;
const DONE: Answer = [];

/** Fans, sensors and the live display of what they say: nothing is attached (docs/protocol.md section 5.1). */
const ATTACHED: readonly (readonly [number, Handler])[] = [
  [16, ({ length }) => (length === 1 ? DONE : undefined)],
  [17, ({ length }) => (length === 4 ? DONE : undefined)],
  [18, ({ length, 0: sensor }) => (length === 1 && sensor! < 32 ? [sensor!, 0, 0, 0, 0, 0, 0, 0, 0] : undefined)],
  [19, ({ length }) => (length === 4 ? DONE : undefined)],
  [21, ({ length, 0: slot }) => (length >= 2 && slot! < 8 ? DONE : undefined)],
];

/** A panel that answers each command, powered up and without a clock (docs/protocol.md section 5.1). */
export class PacketDevice implements EmulatedDevice {
  readonly #facts: PacketPanelFacts;
  readonly #reader = new PacketReader();
  readonly #handlers: ReadonlyMap<number, Handler>;
  readonly #flash = new Uint8Array(FLASH_SIZE).fill(0xff);
  readonly #glass: CharacterGlass;
  #settings: Settings;

  constructor(facts: PacketPanelFacts) {
    this.#facts = facts;
    this.#glass = new CharacterGlass(facts, facts.rom);
    this.#settings = new Settings(facts);
    this.#handlers = new Map([...this.#drawing(), ...this.#setting(), ...this.#telling(), ...ATTACHED]);
  }

  /** Takes any piece of the stream of bytes. What is no packet is not answered. */
  receive(piece: Uint8Array): Reaction {
    const answers = this.#reader.read(piece).flatMap((packet) => this.#answer(packet));
    return answers.length === 0 ? {} : { answers };
  }

  press(name: string, pressed: boolean): readonly Uint8Array[] {
    const key = this.#facts.keys.find((candidate) => candidate.name === name);
    if (!key) {
      const names = this.#facts.keys.map((known) => known.name).join(', ');
      throw new LcdError('config', `key: one of ${names}, not ${name}`);
    }
    if (!this.#settings.reports(key, pressed)) return [];
    return [bytesOf({ type: REPORT, data: Uint8Array.of(pressed ? key.down : key.up) })];
  }

  glass(): Frame {
    return this.#glass.picture();
  }

  controls(): Readonly<Record<string, number>> {
    return this.#settings.levels();
  }

  #answer({ type, data }: WirePacket): readonly Uint8Array[] {
    if (type >= ANSWER) return [];
    const answer = this.#handlers.get(type)?.(data);
    if (answer === undefined) return [bytesOf({ type: REFUSAL | type, data: new Uint8Array() })];
    return [bytesOf({ type: ANSWER | type, data: Uint8Array.from(answer) })];
  }

  /** docs/protocol.md section 2.3 */
  #drawing(): readonly (readonly [number, Handler])[] {
    const { width, height } = this.#facts;
    const line =
      (row: number): Handler =>
      (codes) =>
        this.#put(0, row, codes, width === 16 && codes.length === width);
    const text: Handler = ([x = width, y = height, ...codes]) =>
      this.#put(x, y, codes, codes.length > 0 && x + codes.length <= width && y < height);
    return [
      [6, (data) => this.#when(data.length === 0, () => this.#glass.clear())],
      [7, line(0)],
      [8, line(1)],
      [9, (data) => this.#define(data)],
      [31, text],
    ];
  }

  #put(x: number, y: number, codes: ArrayLike<number>, isRight: boolean): Answer {
    return this.#when(isRight, () => this.#glass.put(x, y, Uint8Array.from(codes)));
  }

  #define([index = 8, ...rows]: Uint8Array): Answer {
    const isRight = index < 8 && rows.length === 8 && rows.every((row) => row <= MOST_ROW);
    return this.#when(isRight, () => this.#glass.define(index, Uint8Array.from(rows)));
  }

  #setting(): readonly (readonly [number, Handler])[] {
    const { width, height } = this.#facts;
    const took = (isTaken: boolean): Answer => (isTaken ? DONE : undefined);
    return [
      [5, (data) => this.#when(data.join() === REBOOT, () => this.#reboot())],
      [11, (data) => took(data.length === 2 && data[0]! < width && data[1]! < height)],
      [12, (data) => took(data.length === 1 && data[0]! <= 4)],
      [13, (data) => took(this.#settings.setContrast(data))],
      [14, (data) => took(this.#settings.setLight(data))],
      [23, (data) => took(this.#settings.setMasks(data))],
      [34, (data) => took(this.#settings.setOutput(data))],
    ];
  }

  #telling(): readonly (readonly [number, Handler])[] {
    const version = Array.from(this.#facts.version, (letter) => letter.charCodeAt(0));
    const told =
      (answer: () => Answer): Handler =>
      (data) =>
        data.length === 0 ? answer() : undefined;
    return [
      [0, (data) => (data.length <= 16 ? data : undefined)],
      [1, told(() => version)],
      [2, (data) => this.#when(data.length === FLASH_SIZE, () => this.#flash.set(data))],
      [3, told(() => this.#flash)],
      [24, told(() => this.#settings.polled())],
      [30, told(() => this.#settings.status())],
    ];
  }

  #when(isRight: boolean, act: () => void): Answer {
    if (!isRight) return undefined;
    act();
    return DONE;
  }

  #reboot(): void {
    this.#settings = new Settings(this.#facts);
    this.#glass.clear();
  }
}
