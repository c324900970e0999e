import { commandsOf, hex, latin } from './commands.ts';
import type { EmulatedModule } from './module.ts';
import { type Item, Parser } from './parser.ts';

const itemWords = (item: Exclude<Item, { kind: 'text' }>): string =>
  item.kind === 'command' ? item.command.words(item.parameters) : `unknown command ${hex(item.code)}`;

/** Letters in a row are one text. */
function outWords(packet: Uint8Array, parser: Parser): string {
  const words: string[] = [];
  let letters: number[] = [];
  const endText = () => {
    if (letters.length > 0) words.push(JSON.stringify(latin(letters)));
    letters = [];
  };
  for (const item of parser.parse(packet)) {
    if (item.kind === 'text') letters.push(item.code);
    else {
      endText();
      words.push(itemWords(item));
    }
  }
  endText();
  const { rest } = parser;
  return [...words, ...(rest.length > 0 ? [`cut off: ${rest.map(hex).join(' ')}`] : [])].join('; ');
}

/** What comes back has no marks: a letter is a key or the answer to a question (docs/protocol.md sections 5 and 6). */
const inWords = (packet: Uint8Array): string =>
  Array.from(packet, (code) => {
    if (code >= 0x41 && code <= 0x59) return `key ${latin([code])} down`;
    if (code >= 0x61 && code <= 0x79) return `key ${latin([code - 0x20])} up`;
    return hex(code);
  }).join(', ');

/** Says packets of a module in words. A packet that begins within a command is not understood; it never throws. */
export function explainer(module: EmulatedModule): (packet: Uint8Array, direction: 'out' | 'in') => string {
  const commands = commandsOf(module);
  return (packet, direction) => {
    if (packet.length === 0) return 'empty packet';
    return direction === 'in' ? inWords(packet) : outWords(packet, new Parser(commands));
  };
}
