import { dataWords } from '@lcdflow/core';
import { instructionWords } from '../instructions.ts';
import type { Kind } from './kinds.ts';

const hex = (byte: number): string => byte.toString(16).padStart(2, '0');
const percent = (level: number): string => `light ${Math.round(100 * level)} %`;

/** A byte behind the command byte. */
function commandWords({ own }: Kind, byte: number): string {
  const meaning = own?.[byte];
  if (meaning === 'keys') return 'keys?';
  return meaning === undefined ? instructionWords(byte) : percent(meaning);
}

/** Words for each stretch of a packet that begins with a whole instruction or letter. */
function outWords(packet: Uint8Array, kind: Kind): readonly string[] {
  const { command, literal, levels = {}, light } = kind;
  const words: string[] = [];
  let letters: number[] = [];
  const flush = () => {
    if (letters.length > 0) words.push(dataWords(letters));
    letters = [];
  };
  for (let at = 0; at < packet.length; at++) {
    const byte = packet[at]!;
    const level = levels[byte];
    const special = byte === command || byte === light?.prefix || level !== undefined;
    if (special) flush();
    if (level !== undefined) words.push(percent(level));
    else if (special || byte === literal) {
      const next = packet[++at];
      if (next === undefined) words.push(`${hex(byte)} …`);
      else if (byte === command) words.push(commandWords(kind, next));
      else if (byte === literal) letters.push(next);
      else words.push(lightWords(kind, next));
    } else letters.push(byte);
  }
  flush();
  return words;
}

function lightWords({ light }: Kind, byte: number): string {
  const level = light?.level(byte);
  return level === undefined ? `setting ${hex(byte)}` : percent(level);
}

/** A packet in words, as if it began with a whole instruction or letter. Never throws, whatever the bytes are. */
export const explain =
  (kind: Kind) =>
  (packet: Uint8Array, direction: 'out' | 'in'): string => {
    if (packet.length === 0) return 'empty packet';
    if (direction === 'out') return outWords(packet, kind).join(', ');
    const [prefix, code] = packet;
    const isKeys = prefix === kind.keypad?.prefix && code !== undefined && packet.length === 2;
    return isKeys ? `keys ${hex(code)}` : dataWords(packet);
  };
