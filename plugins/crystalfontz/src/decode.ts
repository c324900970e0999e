import type { KeyEvent } from '@lcdflow/core';
import { COMMAND } from './encode.ts';
import { dataOf, KIND, kindOf, numberOf } from './packet.ts';

/** Number of the report of a key. */
const KEY_ACTIVITY = 0;

/** Whether a packet answers or refuses a command. The answer to a ping has the data of the ping. */
export function isReplyTo(sent: Uint8Array, packet: Uint8Array): boolean {
  const kind = kindOf(packet);
  if (numberOf(packet) !== numberOf(sent)) return false;
  if (kind === KIND.refusal) return true;
  return kind === KIND.answer && (numberOf(sent) !== COMMAND.ping || hasSameData(sent, packet));
}

function hasSameData(sent: Uint8Array, packet: Uint8Array): boolean {
  const data = dataOf(packet);
  return packet.length === sent.length && dataOf(sent).every((byte, index) => byte === data[index]);
}

/** The command that a packet refuses; `undefined` when it is no refusal. */
export const decodeRefusal = (packet: Uint8Array): number | undefined =>
  kindOf(packet) === KIND.refusal ? numberOf(packet) : undefined;

/** What the panel answers to the question for a text; `undefined` when it is another packet. */
export function decodeVersion(packet: Uint8Array): string | undefined {
  const isVersion = kindOf(packet) === KIND.answer && numberOf(packet) === COMMAND.version;
  return isVersion ? textOf(dataOf(packet)) : undefined;
}

/** The owner's bytes as hexadecimal digits; `undefined` when it is another packet. */
export function decodeFlash(packet: Uint8Array): string | undefined {
  const isFlash = kindOf(packet) === KIND.answer && numberOf(packet) === COMMAND.readFlash;
  return isFlash ? Array.from(dataOf(packet), (byte) => byte.toString(16).padStart(2, '0')).join(' ') : undefined;
}

/** What a key did, by the names of a model; `undefined` for other packets and unknown keys. */
export function decodeKey(packet: Uint8Array, keys: ReadonlyMap<number, KeyEvent>): KeyEvent | undefined {
  if (kindOf(packet) !== KIND.report || numberOf(packet) !== KEY_ACTIVITY) return undefined;
  return keys.get(dataOf(packet)[0] ?? 0);
}

const textOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('');
