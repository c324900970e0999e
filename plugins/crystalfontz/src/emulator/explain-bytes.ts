import type { CharacterRom } from '@lcdflow/core';
import { BYTE_COMMANDS, type ByteInput, ByteReader, isLetter } from './byte-commands.ts';
import type { PanelFacts } from './panels.ts';
import { romText } from './rom-text.ts';

const hex = (byte: number): string => byte.toString(16).padStart(2, '0');

/** User-defined characters are in the place of some letters of the ROM. */
const letterOf = (code: number, rom: CharacterRom): string =>
  code >= 0x80 && code < 0x88 ? `<${hex(code)}>` : romText([code], rom);

function commandWords({ code, data }: ByteInput): string {
  const name = BYTE_COMMANDS.get(code)?.name ?? `unknown ${hex(code)}`;
  return data.length === 0 ? name : `${name} ${Array.from(data).join(' ')}`;
}

/** Puts a piece of the stream to a panel into words, as if it began with no command unfinished. */
export const explainBytes =
  ({ rom }: PanelFacts) =>
  (piece: Uint8Array): string => {
    const reader = new ByteReader();
    const words: string[] = [];
    let text = '';
    const endText = () => {
      if (text !== '') words.push(`"${text}"`);
      text = '';
    };
    for (const input of reader.read(piece)) {
      if (isLetter(input.code)) text += letterOf(input.code, rom);
      else {
        endText();
        words.push(commandWords(input));
      }
    }
    endText();
    if (reader.unfinished.length > 0) words.push(`cut short: ${reader.unfinished.map(hex).join(' ')}`);
    return words.join('; ') || 'nothing';
  };
