import { defineDriver, definePlugin, type Model } from '@lcdflow/core';
import { NEVER } from 'rxjs';

const MODEL = { colors: 2, keys: [], controls: [] } as const;

/** `80x8px` is a mono panel of that many pixels, `20x2ch` one of letters. */
function modelOf(name: string): Model {
  const [, width, height, unit] = /^(\d+)x(\d+)(px|ch)$/.exec(name) ?? [];
  if (unit === undefined) throw new Error(`a picture is as large as 80x8px or 20x2ch, not ${name}`);
  return { ...MODEL, name, width: Number(width), height: Number(height), cell: unit === 'px' ? 'pixel' : 'character' };
}

/** A glass of any size, for pictures of one part of a page. Nothing opens it: it is painted on a sheet. */
export const glass = definePlugin({
  name: 'glass',
  apiVersion: 1,
  drivers: [
    defineDriver({
      name: 'glass',
      meaning: 'A glass of any size',
      options: {
        type: 'object',
        properties: { size: { type: 'string' } },
        required: ['size'],
        additionalProperties: false,
      },
      models: [],
      model: ({ size }) => modelOf(size),
      open: () => NEVER,
    }),
  ],
});
