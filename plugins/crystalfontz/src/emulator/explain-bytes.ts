import { BYTE_COMMANDS, type ByteInput, ByteReader, isLetter } from './byte-commands.ts';

const hex = (byte: number): string => byte.toString(16).padStart(2, '0');

const letterOf = (code: number): string => (code < 0x7f ? String.fromCharCode(code) : `<${hex(code)}>`);

function commandWords({ code, data }: ByteInput): string {
  const name = BYTE_COMMANDS.get(code)?.name ?? `unknown ${hex(code)}`;
  return data.length === 0 ? name : `${name} ${Array.from(data).join(' ')}`;
}

/** Puts a piece of the stream to a panel into words, as if it began with no command unfinished. */
export function explainBytes(piece: Uint8Array): string {
  const reader = new ByteReader();
  const words: string[] = [];
  let text = '';
  const endText = () => {
    if (text !== '') words.push(`"${text}"`);
    text = '';
  };
  for (const input of reader.read(piece)) {
    if (isLetter(input.code)) text += letterOf(input.code);
    else {
      endText();
      words.push(commandWords(input));
    }
  }
  endText();
  if (reader.unfinished.length > 0) words.push(`cut short: ${reader.unfinished.map(hex).join(' ')}`);
  return words.join('; ') || 'nothing';
}
