import { colorByOptions, colorNamed, definePlugin, defineWidget, thresholdColors } from '@lcdflow/core';
import { combineLatest, distinctUntilChanged, map, type Observable, of } from 'rxjs';
import { borderPicture, borderRoom } from './border-picture.ts';

/** A border, round another part of the page where wanted. */
export const frame = defineWidget({
  name: 'frame',
  meaning: 'A border round a part, with a title where wanted.',
  main: 'title',
  options: {
    type: 'object',
    properties: {
      title: {
        type: 'string',
        format: 'template',
        description: 'Stands in the upper line; expressions stand in {{ }}.',
        examples: ['CPU', '{{ host.name }}'],
      },
      align: {
        type: 'string',
        enum: ['left', 'center', 'right'],
        default: 'left',
        description: 'Where in the upper line the title stands.',
      },
      border: {
        type: 'string',
        enum: ['single', 'double', 'rounded', 'thick'],
        default: 'single',
        description: 'Of what lines it is made.',
      },
      color: { type: 'string', format: 'color', default: 'white', description: 'The colour of the border.' },
      titleColor: {
        type: 'string',
        format: 'color',
        description: "The colour of the title; the border's when left out.",
      },
      ...colorByOptions,
    },
    additionalProperties: false,
  },
  around: ({ title, border = 'single' }) => borderRoom(border, title !== undefined),
  render({ title, color, titleColor, colors, colorBy, ...look }, context) {
    const own = titleColor === undefined ? undefined : colorNamed(titleColor);
    const titles: Observable<string | undefined> = title === undefined ? of(title) : context.text(title);
    return combineLatest([
      thresholdColors({ color, colors, colorBy }, context),
      titles.pipe(distinctUntilChanged()),
    ]).pipe(map(([ink, words]) => borderPicture(words, { ...look, color: ink, titleColor: own ?? ink })));
  },
});

export default definePlugin({ name: 'frame', apiVersion: 1, widgets: [frame] });
