import { count } from './explain.ts';

/** Bytes for a text panel as a person reads them; a dot stands for what is no letter of ASCII. */
export function lettersText(codes: Uint8Array): string {
  const text = Array.from(codes, (code) => (code >= 0x20 && code < 0x7e ? String.fromCharCode(code) : '.')).join('');
  return `${count(codes.length, 'letter')} |${text}|`;
}
