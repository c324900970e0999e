import { bigText, colorNamed, definePlugin, defineWidget, label, textFits, WHITE } from '@lcdflow/core';
import { map, scan } from 'rxjs';
import { marquee } from './marquee.ts';

/** A text with readings in it. */
export const text = defineWidget({
  name: 'text',
  meaning: 'A text, with readings in it where wanted.',
  main: 'value',
  options: {
    type: 'object',
    properties: {
      value: {
        type: 'string',
        format: 'template',
        description: 'What to show; expressions stand in {{ }}, and \\n begins a new line.',
        examples: ['{{ host.name }}', 'CPU {{ cpu.busy }} %'],
      },
      align: {
        type: 'string',
        enum: ['left', 'center', 'right'],
        default: 'left',
        description: 'Where the lines stand between the left and the right edge of the place.',
      },
      vertical: {
        type: 'string',
        enum: ['top', 'middle', 'bottom'],
        default: 'middle',
        description: 'Where the lines stand between the upper and the lower edge of the place.',
      },
      font: {
        type: 'string',
        format: 'font',
        description:
          "A font's name, or fit for the largest that fits, with digits over several lines of letters; the display's own font when left out.",
        examples: ['6x13', 'fit'],
      },
      overflow: {
        type: 'string',
        enum: ['clip', 'marquee'],
        default: 'clip',
        description: 'What becomes of a line that is too long: it is cut off, or it moves round and round.',
      },
      speed: {
        type: 'number',
        minimum: 0.1,
        maximum: 50,
        default: 4,
        description: 'How many letters a second a line moves that does so.',
      },
      inverted: { type: 'boolean', default: false, description: 'Cuts the letters out of an inked place.' },
      color: { type: 'string', format: 'color', default: 'white', description: 'The colour of the letters.' },
    },
    required: ['value'],
    additionalProperties: false,
  },
  render({ value, overflow, speed, color, ...look }, context) {
    const style = { ...look, color: colorNamed(color) ?? WHITE };
    const texts = context.text(value);
    const isBig = look.font === 'fit' && context.place.cell === 'character' && !look.inverted;
    if (overflow === 'clip') return texts.pipe(map((shown) => (isBig ? bigText(shown, look) : label(shown, style))));
    const steps = context.ticks(Math.round(1000 / speed)).pipe(scan((step) => step + 1, -1));
    const fits = (shown: string): boolean => textFits(shown, context.place, look.font);
    return marquee(texts, steps, fits).pipe(map(({ shown, offset }) => label(shown, { ...style, offset })));
  },
});

export default definePlugin({ name: 'text', apiVersion: 1, widgets: [text] });
