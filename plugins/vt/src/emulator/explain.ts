import { dataWords } from '@lcdflow/core';
import { Parser, type Piece } from './parser.ts';

const hex = (byte: number): string => byte.toString(16).padStart(2, '0');

function sequenceWords(numbers: readonly number[], final: string, isPrivate: boolean): string {
  const [first = 0, second = 0] = numbers;
  if (isPrivate) {
    const mode = { 7: 'wrapping', 25: 'cursor' }[first] ?? `mode ${first}`;
    return final === 'h' || final === 'l' ? `${mode} ${final === 'h' ? 'on' : 'off'}` : `unknown ?${final}`;
  }
  if (final === 'H' || final === 'f') return `to ${Math.max(1, first)},${Math.max(1, second)}`;
  if (final === 'J') return first === 2 ? 'erase all' : 'erase';
  if (final === 'K') return 'erase the row';
  if (final === 'm') return first === 7 ? 'reverse' : first === 0 || first === 27 ? 'normal' : `style ${first}`;
  return `unknown ${final}`;
}

function wordsOf(piece: Exclude<Piece, { readonly kind: 'letter' }>): string {
  if (piece.kind === 'sequence') return sequenceWords(piece.numbers, piece.final, piece.isPrivate);
  if (piece.kind === 'control') return { 14: 'graphics', 15: 'letters' }[piece.byte] ?? hex(piece.byte);
  const sets: Readonly<Record<string, string>> = { '(B': 'G0 letters', ')0': 'G1 graphics', '%G': 'utf-8' };
  return sets[piece.text] ?? `escape ${piece.text}`;
}

/** A packet in words, as if nothing were begun before it. Never throws, whatever the bytes are. */
export const explain =
  (isUtf8: boolean) =>
  (packet: Uint8Array, direction: 'out' | 'in'): string => {
    if (packet.length === 0) return 'empty packet';
    if (direction === 'in') return `typed ${dataWords(packet)}`;
    const parser = new Parser(isUtf8);
    const words: string[] = [];
    let text = '';
    const flush = () => {
      if (text !== '') words.push(`"${text}"`);
      text = '';
    };
    for (const byte of packet) {
      const piece = parser.take(byte);
      if (piece?.kind === 'letter') text += String.fromCodePoint(piece.codePoint);
      else if (piece) {
        flush();
        words.push(wordsOf(piece));
      }
    }
    flush();
    return words.join(', ') || 'a part';
  };
