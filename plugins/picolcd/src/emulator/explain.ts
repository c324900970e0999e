import type { DeviceEmulator } from '@lcdflow/core';
import { FAULTS, wordLow } from './reports.ts';

/** How many bytes a report needs before it can be put into words, and the words. */
export interface Explanation {
  readonly least: number;
  words(report: Uint8Array): string;
}

/** By the ID of the report. */
export type Explanations = ReadonlyMap<number, Explanation>;

export const hex = (value: number, digits = 2): string => value.toString(16).padStart(digits, '0');
export const count = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`;
export const percent = (share: number): string => `${Math.round(share * 100)} %`;
const list = (names: readonly string[]): string => names.join('+') || 'none';

export const fixed = (words: string): Explanation => ({ least: 1, words: () => words });
export const span = (what: string): Explanation => ({
  least: 4,
  words: (report) => `${what} ${hex(wordLow(report, 1), 4)}: ${count(report[3]!, 'byte')}`,
});
export const version = (what: string): Explanation => ({
  least: 3,
  words: ([, minor, major]) => `${what} ${hex(major!, 1)}.${hex(minor!)}`,
});

export const leds: Explanation = {
  least: 2,
  words: ([, bits]) => `leds: ${list([1, 2, 3, 4, 5, 6, 7, 8].filter((led) => (bits! >> (led - 1)) & 1).map(String))}`,
};
export const leaving: Explanation = {
  least: 3,
  words: (report) => `leave for the bootloader: ${wordLow(report, 1)} ms`,
};
export const errorReport: Explanation = {
  least: 3,
  words: ([, id, code]) => `error in ${hex(id!)}: ${FAULTS.get(code!) ?? `code ${hex(code!)}`}`,
};
export const identity: Explanation = {
  least: 6,
  words: (report) => `device id ${Array.from(report.subarray(1, 5), (byte) => hex(byte)).join('')}, type ${report[5]}`,
};
export const infrared: Explanation = {
  least: 2,
  words: ([, bytes]) => `infrared: ${count(bytes! >> 1, 'word')}`,
};

/** In the order of their codes: which of a pair comes first says nothing (docs/protocol.md section 7.1). */
export const keys = (names: readonly string[]): Explanation => ({
  least: 3,
  words: (report) => {
    const codes = report.subarray(1, 3).filter((code) => code > 0);
    return `keys: ${list(Array.from(codes.sort(), (code) => names[code] ?? `key${code}`))}`;
  },
});

/** Puts one packet of a model into words: its ID, then what it says. It never throws, whatever the bytes are. */
export const explainer =
  (out: Explanations, incoming: Explanations): DeviceEmulator['explain'] =>
  (packet, direction) => {
    const [id] = packet;
    if (id === undefined) return 'empty packet';
    const explanation = (direction === 'out' ? out : incoming).get(id);
    if (!explanation) return `${hex(id)} unknown report: ${count(packet.length, 'byte')}`;
    if (packet.length < explanation.least) return `${hex(id)} cut short: ${count(packet.length, 'byte')}`;
    return `${hex(id)} ${explanation.words(packet)}`;
  };
