import { type Fault, REPORT_SIZE, wordHigh } from './reports.ts';

/** Bytes for a chip as a packet carries them, and what the RS bit makes of them. */
export interface DrawingPart {
  readonly sent: 'commands' | 'data';
  readonly taken: 'commands' | 'data';
  readonly bytes: Uint8Array;
}

/** A 94, 95 or 96 in parts (docs/protocol.md section 3.2). */
export interface Drawing {
  /** 0 to 3; 4 to 7 select none. */
  readonly chip: number;
  readonly parts: readonly DrawingPart[];
  /** All its delays together, in the device's delay units. */
  readonly delay: number;
}

const MOST_COMMANDS = 20;
const MOST_DATA = 59;

interface Piece {
  readonly bytes: Uint8Array;
  readonly delay: number;
  readonly end: number;
}

/** `at` is where the number of commands stands. */
function commandsAt(report: Uint8Array, at: number): Piece | Fault {
  const count = report[at];
  if (count === undefined) return 0x01;
  const end = at + 1 + 3 * count;
  if (count === 0 || count > MOST_COMMANDS || end > report.length) return 0x07;
  const bytes = new Uint8Array(count);
  let delay = 0;
  for (let index = 0; index < count; index++) {
    const place = at + 1 + 3 * index;
    bytes[index] = report[place + 2]!;
    delay += wordHigh(report, place);
  }
  return { bytes, delay, end };
}

/** `at` is where the delay stands; the length and the data follow. */
function dataAt(report: Uint8Array, at: number): Piece | Fault {
  const length = report[at + 2];
  if (length === undefined) return 0x01;
  const end = at + 3 + length;
  if (length === 0 || length > MOST_DATA) return 0x08;
  if (end > REPORT_SIZE) return 0x05;
  if (end > report.length) return 0x02;
  return { bytes: report.slice(at + 3, end), delay: wordHigh(report, at) * length, end };
}

/** Takes a 94, 95 or 96 apart, or says what is wrong with it (docs/protocol.md section 9.2). */
export function parseDrawing(report: Uint8Array): Drawing | Fault {
  const id = report[0];
  const map = report[1];
  if (map === undefined) return 0x01;
  const chip = (map >> 2) & 7;
  const taken = map & 1 ? 'data' : 'commands';
  if (id === 0x95) {
    const data = dataAt(report, 2);
    return typeof data === 'number' ? data : drawing(chip, data.delay, { bytes: data.bytes, sent: 'data', taken });
  }
  const commands = commandsAt(report, 2);
  if (typeof commands === 'number') return commands;
  const first: DrawingPart = { bytes: commands.bytes, sent: 'commands', taken };
  if (id === 0x94) return drawing(chip, commands.delay, first);
  const data = dataAt(report, commands.end);
  if (typeof data === 'number') return data;
  return drawing(chip, commands.delay + data.delay, first, { bytes: data.bytes, sent: 'data', taken: 'data' });
}

const drawing = (chip: number, delay: number, ...parts: readonly DrawingPart[]): Drawing => ({ chip, parts, delay });
