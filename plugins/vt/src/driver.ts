import { defineDriver, LcdError, type Model } from '@lcdflow/core';
import { switchMap } from 'rxjs';
import { KEYS } from './decode.ts';
import { openTerminal } from './display.ts';
import type { Letters } from './letters.ts';

const LETTERS: readonly Letters[] = ['ascii', 'latin-1', 'utf-8'];

function modelOf(size: string, letters: string): Model {
  const [, width, height] = /^(\d{1,3})x(\d{1,3})$/.exec(size) ?? [];
  if (!(Number(width) > 0 && Number(height) > 0))
    throw new LcdError('config', `vt: size: COLUMNSxROWS such as 80x24, not ${size}`);
  const name = `${size}-${letters}`;
  return { name, width: Number(width), height: Number(height), cell: 'character', colors: 2, keys: KEYS, controls: [] };
}

/** Terminals on serial lines that follow ANSI X3.64, as the VT100 and most after it. */
export const vt = defineDriver({
  name: 'vt',
  meaning: 'Terminals on a serial line: VT100, VT220 and what behaves like them',
  bus: 'serial',
  options: {
    type: 'object',
    properties: {
      size: {
        type: 'string',
        pattern: '^[1-9][0-9]{0,2}x[1-9][0-9]{0,2}$',
        default: '80x24',
        description: 'Columns x rows.',
        examples: ['80x24', '132x24', '20x2'],
      },
      letters: {
        type: 'string',
        enum: LETTERS,
        default: 'ascii',
        description: 'What it has beside ASCII and lines: Latin 1 as a VT220, or all of Unicode.',
      },
      baudRate: { type: 'integer', minimum: 50, default: 9_600, description: 'Bits a second.' },
      flow: {
        type: 'string',
        enum: ['none', 'hardware', 'software'],
        default: 'software',
        description: 'How the terminal stops the line when it is full: XON and XOFF (software), or RTS and CTS.',
      },
    },
    additionalProperties: false,
  },
  models: LETTERS.map((letters) => modelOf('80x24', letters)),
  model: ({ size, letters }) => modelOf(size, letters),
  open: ({ size, letters, baudRate, flow }, { connect }) =>
    connect('serial', { baudRate, flow }).pipe(
      switchMap((transport) => openTerminal(transport, modelOf(size, letters), letters as Letters)),
    ),
});
