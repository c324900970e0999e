import { colorByOptions, colorNamed, definePlugin, defineWidget, thresholdColors } from '@lcdflow/core';
import { combineLatest, distinctUntilChanged, map, of } from 'rxjs';
import { separatorPicture } from './separator-picture.ts';

/** A line between two parts. */
export const separator = defineWidget({
  name: 'separator',
  meaning: 'A line across its place, with a title where wanted.',
  main: 'title',
  options: {
    type: 'object',
    properties: {
      title: {
        type: 'string',
        format: 'template',
        description: 'Stands in the line; expressions stand in {{ }}. Lines that go down have no title.',
        examples: ['CPU', '{{ host.name }}'],
      },
      align: {
        type: 'string',
        enum: ['left', 'center', 'right'],
        default: 'left',
        description: 'Where in the line the title stands.',
      },
      direction: {
        type: 'string',
        enum: ['horizontal', 'vertical'],
        description: 'Across or down; along the longer side of the place when left out.',
      },
      style: {
        type: 'string',
        enum: ['solid', 'dashed', 'dotted'],
        default: 'solid',
        description: 'Of what it is made.',
      },
      color: { type: 'string', format: 'color', default: 'white', description: 'The colour of the line.' },
      titleColor: {
        type: 'string',
        format: 'color',
        description: "The colour of the title; the line's when left out.",
      },
      ...colorByOptions,
    },
    additionalProperties: false,
  },
  render({ title, color, titleColor, colors, colorBy, ...look }, context) {
    const own = titleColor === undefined ? undefined : colorNamed(titleColor);
    const titles = title === undefined ? of('') : context.text(title);
    return combineLatest([
      thresholdColors({ color, colors, colorBy }, context),
      titles.pipe(distinctUntilChanged()),
    ]).pipe(map(([ink, words]) => separatorPicture(words, { ...look, color: ink, titleColor: own ?? ink })));
  },
});

export default definePlugin({ name: 'separator', apiVersion: 1, widgets: [separator] });
