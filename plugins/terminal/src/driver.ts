import { type DisplayDriver, defineDriver, LcdError, type Model, type OptionsOf } from '@lcdflow/core';
import { glassDisplay } from './glass-display.ts';
import { KEYS } from './keys.ts';
import type { Screen } from './screen.ts';

const options = {
  type: 'object',
  properties: {
    size: {
      type: 'string',
      pattern: '^[1-9][0-9]{0,3}x[1-9][0-9]{0,3}$',
      description: 'Columns x rows of letters, or width x height in pixels.',
      examples: ['80x24', '256x64'],
      default: '20x4',
    },
    cells: {
      type: 'string',
      enum: ['pixel', 'character'],
      description: 'Whether a cell is a coloured pixel or a letter.',
      default: 'character',
    },
    glyphs: {
      type: 'string',
      enum: ['auto', 'half', 'braille'],
      description: 'How pixels are shown: half blocks, braille, or half blocks if the terminal is wide enough.',
      default: 'auto',
    },
    title: { type: 'string', description: 'Stands above the picture; the name of the display when left out.' },
  },
  additionalProperties: false,
} as const;

type Cells = OptionsOf<typeof options>['cells'];

function modelOf(size: string, cell: Cells): Model {
  const [, width, height] = /^(\d+)x(\d+)$/.exec(size) ?? [];
  if (width === undefined) throw new LcdError('config', `terminal: size: WIDTHxHEIGHT such as 80x24, not ${size}`);
  const colors = cell === 'pixel' ? 2 ** 24 : 2;
  return { name: size, width: Number(width), height: Number(height), cell, colors, keys: KEYS, controls: [] };
}

/** The driver `terminal` for the terminal of a screen. */
export function terminalDriver(screen: Screen): DisplayDriver<typeof options> {
  return defineDriver({
    name: 'terminal',
    meaning: 'Shows pixels or letters in the terminal, and takes its keys.',
    options,
    models: [
      modelOf('20x4', 'character'),
      modelOf('80x24', 'character'),
      modelOf('128x64', 'pixel'),
      modelOf('256x64', 'pixel'),
    ],
    model: ({ size, cells }) => modelOf(size, cells),
    open({ size, cells, glyphs, title }, context) {
      const { width, height, cell } = modelOf(size, cells);
      return glassDisplay(
        { title: title ?? context.display, width, height, cell, glyphs },
        { columns: screen.columns, connect: (address) => context.connect('terminal', { ...address }) },
      );
    },
  });
}
