import type { PacketPanelFacts } from './panels.ts';
import { romText } from './rom-text.ts';
import { packetIn, type WirePacket } from './wire-packet.ts';

const KINDS = ['', 'answer: ', 'report: ', 'refused: '];
const hex = (byte: number): string => byte.toString(16).padStart(2, '0');
const count = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`;
const ascii = (codes: ArrayLike<number>): string =>
  Array.from(codes, (code) => (code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : `<${hex(code)}>`)).join('');

type Words = (data: Uint8Array, panel: PacketPanelFacts) => string;
const fixed =
  (words: string): Words =>
  () =>
    words;

/** docs/protocol.md section 2.3 */
const COMMANDS: ReadonlyMap<number, Words> = new Map<number, Words>([
  [0, (data) => `ping of ${count(data.length, 'byte')}`],
  [1, fixed('version?')],
  [2, fixed('write user flash')],
  [3, fixed('user flash?')],
  [5, fixed('reboot')],
  [6, fixed('clear')],
  [7, (data, { rom }) => `line 1: "${romText(data, rom)}"`],
  [8, (data, { rom }) => `line 2: "${romText(data, rom)}"`],
  [9, ([index]) => `define character ${index}`],
  [11, ([x, y]) => `cursor to ${x},${y}`],
  [12, ([style]) => `cursor style ${style}`],
  [13, ([level]) => `contrast ${level}`],
  [14, (data) => `backlight ${Array.from(data, (level) => `${level} %`).join(', keypad ')}`],
  [23, ([down, up]) => `report keys: down ${hex(down ?? 0)}, up ${hex(up ?? 0)}`],
  [24, fixed('keys?')],
  [30, fixed('status?')],
  [31, ([x, y, ...codes], { rom }) => `text at ${x},${y}: "${romText(codes, rom)}"`],
  [34, ([pin, level]) => `output ${pin}: ${level} %`],
]);

const ANSWERS: ReadonlyMap<number, Words> = new Map<number, Words>([
  [0, (data) => `ping of ${count(data.length, 'byte')}`],
  [1, (data) => `version ${ascii(data)}`],
  [3, (data) => `user flash of ${count(data.length, 'byte')}`],
  [24, ([held, down, up]) => `keys: held ${hex(held ?? 0)}, down ${hex(down ?? 0)}, up ${hex(up ?? 0)}`],
  [30, (data) => `status of ${count(data.length, 'byte')}`],
]);

/** Puts pieces of the stream of a panel into words. What is cut in the middle of a packet is told as such. */
export const explainPackets =
  (panel: PacketPanelFacts) =>
  (piece: Uint8Array): string => {
    if (piece.length === 0) return 'nothing';
    const words: string[] = [];
    for (let at = 0; at < piece.length; ) {
      const packet = packetIn(piece.subarray(at));
      const isPacket = typeof packet !== 'string';
      words.push(isPacket ? packetWords(packet, panel) : `${packet}: ${count(piece.length - at, 'byte')}`);
      at += isPacket ? packet.data.length + 4 : piece.length;
    }
    return words.join('; ');
  };

function packetWords({ type, data }: WirePacket, panel: PacketPanelFacts): string {
  const number = type & 0x3f;
  const kind = KINDS[type >> 6]!;
  if (kind === KINDS[2]) return `${hex(type)} ${kind}${number === 0 ? keyWords(data, panel) : `number ${number}`}`;
  const words = (kind === KINDS[1] ? ANSWERS : COMMANDS).get(number);
  const isBare = kind === KINDS[3] || (kind === KINDS[1] && words === undefined);
  return `${hex(type)} ${kind}${isBare || words === undefined ? `command ${number}` : words(data, panel)}`;
}

function keyWords([code]: Uint8Array, { keys }: PacketPanelFacts): string {
  const key = keys.find(({ down, up }) => code === down || code === up);
  return key ? `${key.name} ${code === key.down ? 'down' : 'up'}` : `key ${code}`;
}
