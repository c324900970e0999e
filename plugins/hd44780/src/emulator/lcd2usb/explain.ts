import { dataWords } from '@lcdflow/core';
import { instructionWords } from '../instructions.ts';

const SETUP = 8;
const percent = (byte: number): string => `${Math.round((100 * byte) / 0xff)} %`;
const TARGETS = ['no controller', 'first controller', 'second controller', 'both controllers'];

const writing = (target: number, register: string, words: string): string =>
  `${TARGETS[target]}: ${register === 'data' ? 'data ' : ''}${words}`;

/** A request in words, by its class (docs/protocol.md section 3.2). */
function requestWords(code: number, bytes: Uint8Array): string {
  const [kind, target] = [code >> 5, (code >> 3) & 3];
  const sent = bytes.subarray(0, (code & 3) + 1);
  if (kind === 0) return 'echo';
  if (kind === 1) return writing(target, 'instruction', Array.from(sent, instructionWords).join(', '));
  if (kind === 2) return writing(target, 'data', dataWords(sent));
  if (kind === 3 && target < 2) return `${['contrast', 'brightness'][target]} ${percent(bytes[0]!)}`;
  if (kind === 4 && target < 3) return `${['version', 'keys', 'controllers'][target]}?`;
  return 'unknown request';
}

function answerWords(code: number, reply: Uint8Array): string {
  const [first, second] = reply;
  if (first === undefined || second === undefined) return `answer of ${reply.length} bytes`;
  if (code === 0x80) return `version ${first}.${String(second).padStart(2, '0')}`;
  if (code === 0x88) return `keys: ${['up', 'down'].filter((_, bit) => (first >> bit) & 1).join('+') || 'none'}`;
  return code === 0x90 ? TARGETS[first & 3]! : `echo ${first} ${second}`;
}

/** One packet in words: bRequest, then what it says. Never throws, whatever the bytes are. */
export function explain(packet: Uint8Array, direction: 'out' | 'in'): string {
  const code = packet[1];
  if (code === undefined || packet.length < SETUP) return `cut short: ${packet.length} bytes`;
  const words =
    direction === 'out' ? requestWords(code, packet.subarray(2, 6)) : answerWords(code, packet.subarray(SETUP));
  return `${code.toString(16).padStart(2, '0')} ${words}`;
}
