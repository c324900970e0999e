import { parseDrawing } from './drawing.ts';
import { count, type Explanation } from './explain.ts';
import { FAULTS } from './reports.ts';

/** How the bytes for a chip are called. */
export interface ChipWords {
  /** One command. */
  command(byte: number): string;
  /** Some data. */
  data(bytes: Uint8Array): string;
}

/** A 94, 95 or 96 (docs/protocol.md section 3.2). So many `chips` are there, from 0. */
export const drawing = (chips: number, chipWords: ChipWords): Explanation => ({
  least: 1,
  words: (report) => {
    const parsed = parseDrawing(report);
    if (typeof parsed === 'number') return `faulty: ${FAULTS.get(parsed)}`;
    const words = parsed.parts.map(({ sent, taken, bytes }) => {
      if (taken !== sent) return `${count(bytes.length, sent === 'data' ? 'data byte' : 'command')} taken as ${taken}`;
      return taken === 'commands' ? Array.from(bytes, chipWords.command).join(', ') : chipWords.data(bytes);
    });
    return `chip ${parsed.chip}${parsed.chip < chips ? '' : ' (none)'}: ${words.join('; ')}`;
  },
});
