import type { KeyEvent } from '@lcdflow/core';
import { KEYS } from './models.ts';

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

/** What went up and what went down between two key reports. Codes without a name are left out. */
export function keyEvents(before: readonly number[], after: readonly number[]): readonly KeyEvent[] {
  const named = (codes: readonly number[], pressed: boolean): readonly KeyEvent[] =>
    codes.flatMap((code) => {
      const key = KEYS[code];
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

/** What the panel complains about, in words; `undefined` when the packet is no error report. */
export function decodeError(packet: Uint8Array): string | undefined {
  if (packet[0] !== ERROR_CODE || packet.length < 3) return undefined;
  const [, report, code] = packet;
  return `report 0x${report!.toString(16)}: ${ERRORS[code!] ?? `error ${code}`}`;
}
