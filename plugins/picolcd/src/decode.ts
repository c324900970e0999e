import type { KeyEvent } from '@lcdflow/core';
import { KEYS_256X64, type KeyNames } from './models.ts';

const ERROR_CODE = 0x10;
const KEY_STATE = 0x11;

const ERRORS: Readonly<Record<number, string>> = {
  1: 'a parameter is missing',
  2: 'data are missing',
  3: 'the block can only be read',
  4: 'the block cannot be erased',
  5: 'more data than a report holds',
  6: 'the area crosses a section boundary',
  7: 'bad number of commands',
  8: 'bad length of data',
};

/** The codes of the keys that are down, at most two; `undefined` when the packet is no key report. */
export function decodeKeys(packet: Uint8Array): readonly number[] | undefined {
  if (packet[0] !== KEY_STATE || packet.length < 3) return undefined;
  return [packet[1]!, packet[2]!].filter((code) => code !== 0);
}

/**
 * What went up and what went down between two key reports. Codes without a name are left out. `names` are those of the
 * graphic panel when left out.
 */
export function keyEvents(
  before: readonly number[],
  after: readonly number[],
  names: KeyNames = KEYS_256X64,
): readonly KeyEvent[] {
  const named = (codes: readonly number[], pressed: boolean): readonly KeyEvent[] =>
    codes.flatMap((code) => {
      const key = names[code];
      return key === undefined ? [] : [{ key, pressed }];
    });
  return [
    ...named(
      before.filter((code) => !after.includes(code)),
      false,
    ),
    ...named(
      after.filter((code) => !before.includes(code)),
      true,
    ),
  ];
}

/** An error report. */
export interface Fault {
  /** The report it complains about; left out by panels that send the code alone. */
  readonly report?: number;
  readonly words: string;
}

/** No report to the panel has a smaller ID. */
const LEAST_REPORT = 0x10;

/** What the panel complains about; `undefined` when the packet is no error report (docs/protocol.md section 2.2). */
export function decodeFault(packet: Uint8Array): Fault | undefined {
  if (packet[0] !== ERROR_CODE || packet.length < 2) return undefined;
  const [, first, second] = packet;
  if (first! < LEAST_REPORT) return { words: faultWords(first!) };
  return { report: first!, words: faultWords(second ?? 0) };
}

const faultWords = (code: number): string => ERRORS[code] ?? `error ${code}`;

/** What the panel complains about, in words; `undefined` when the packet is no error report. */
export function decodeError(packet: Uint8Array): string | undefined {
  const fault = decodeFault(packet);
  if (!fault) return undefined;
  return fault.report === undefined ? fault.words : `report 0x${fault.report.toString(16)}: ${fault.words}`;
}
