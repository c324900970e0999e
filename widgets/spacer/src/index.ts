import { colorNamed, type Drawable, definePlugin, defineWidget } from '@lcdflow/core';
import { of } from 'rxjs';

/** Room that stays free. */
export const spacer = defineWidget({
  name: 'spacer',
  meaning: 'Nothing, but it takes room.',
  main: 'background',
  options: {
    type: 'object',
    properties: {
      background: {
        type: 'string',
        format: 'color',
        description: 'The colour of the place; what lies below is seen when left out. Not on panels of characters.',
      },
    },
    additionalProperties: false,
  },
  render: ({ background }) => of(ground(background === undefined ? undefined : colorNamed(background))),
});

const ground =
  (color: number | undefined): Drawable =>
  (surface) => {
    const { width, height } = surface;
    if (color !== undefined && surface.cell === 'pixel') surface.fill({ x: 0, y: 0, width, height }, color);
  };

export default definePlugin({ name: 'spacer', apiVersion: 1, widgets: [spacer] });
