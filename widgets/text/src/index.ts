import {
  alignOptions,
  bigText,
  colorNamed,
  definePlugin,
  defineWidget,
  firstExpression,
  label,
  milliseconds,
  textFits,
  thresholdColors,
  thresholdsOption,
  type WidgetContext,
} from '@lcdflow/core';
import { combineLatest, distinctUntilChanged, map, type Observable, scan } from 'rxjs';
import { type Arranged, arranged } from './arranged.ts';
import { blink } from './blink.ts';
import { moved } from './moved.ts';
import { type Movement, windows } from './window.ts';

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
      ...alignOptions,
      font: {
        type: 'string',
        format: 'font',
        description:
          "A font's name, or fit for the largest that fits, with digits over several lines of letters; the display's own font when left out.",
        examples: ['6x13', 'fit'],
      },
      overflow: {
        type: 'string',
        enum: ['clip', 'marquee', 'pingpong', 'wrap', 'shrink'],
        default: 'clip',
        description:
          'What becomes of a line that is too long: it is cut off, moves round and round, moves there and back, is broken between words, or gets smaller letters, and moves round where none are small enough.',
      },
      speed: {
        type: 'number',
        minimum: 0.1,
        maximum: 50,
        default: 4,
        description: 'How many letters a second a line moves that does so.',
      },
      pause: {
        type: 'string',
        format: 'duration',
        description:
          'How long a moving line stands at its beginning, and at its end where it turns; 1s for pingpong when left out, else 0s.',
        examples: ['2s'],
      },
      prefix: { type: 'string', default: '', description: 'Stands before the value.', examples: ['Title: '] },
      postfix: { type: 'string', default: '', description: 'Stands behind the value.', examples: [' km/h'] },
      bold: { type: 'boolean', default: false, description: 'Strokes a pixel wider; not on panels of characters.' },
      underlined: {
        type: 'boolean',
        default: false,
        description: 'A line below the letters; not on panels of characters.',
      },
      inverted: { type: 'boolean', default: false, description: 'Cuts the letters out of an inked place.' },
      blinking: { type: 'boolean', default: false, description: 'Shows the letters for half of each second only.' },
      color: { type: 'string', format: 'color', default: 'white', description: 'The colour of the letters.' },
      colors: thresholdsOption,
      colorBy: {
        type: 'string',
        format: 'expression',
        description: 'What `colors` are compared with; the first expression of `value` when left out.',
        examples: ['cpu.busy'],
      },
      background: {
        type: 'string',
        format: 'color',
        description: 'The colour of the whole place; what lies below is seen when left out.',
      },
    },
    required: ['value'],
    additionalProperties: false,
  },
  render({ value, prefix, postfix, overflow, speed, pause, font, background, blinking, ...options }, context) {
    const { color, colors, colorBy, ...look } = options;
    const ground = background === undefined ? undefined : colorNamed(background);
    const style = { ...look, ...(ground === undefined ? {} : { background: ground }) };
    const isBig = font === 'fit' && context.place.cell === 'character' && overflow === 'clip' && !look.inverted;
    const texts = context.text(value).pipe(map((shown) => prefix + shown + postfix));
    const inks = thresholdColors({ color, colors, colorBy: colorBy ?? firstExpression(value) }, context);
    const pictures = combineLatest([inks, laidOut(texts, context, { overflow, speed, pause, font })]).pipe(
      map(([ink, { lines, font }]) => (isBig ? bigText(lines, look) : label(lines, { ...style, color: ink, font }))),
    );
    const away = inks.pipe(map((ink) => label('', { ...style, color: ink })));
    return blinking ? blink(pictures, away, context.ticks) : pictures;
  },
});

interface Overflowing {
  readonly overflow: 'clip' | 'marquee' | 'pingpong' | 'wrap' | 'shrink';
  readonly speed: number;
  readonly pause: string | undefined;
  readonly font: string | undefined;
}

/** The lines to show, anew whenever they change. */
function laidOut(
  texts: Observable<string>,
  { place, ticks }: WidgetContext,
  { overflow, speed, pause, font }: Overflowing,
): Observable<Arranged> {
  const arrange = (text: string): Arranged => arranged(text, overflow, place, font);
  if (overflow === 'clip' || overflow === 'wrap') return texts.pipe(distinctUntilChanged(), map(arrange));
  const way = overflow === 'pingpong' ? 'there and back' : 'round';
  const movement: Movement = { way, pause: Math.round(((pauseOf(pause, way) ?? 0) / 1000) * speed) };
  const steps = ticks(Math.round(1000 / speed)).pipe(scan((step) => step + 1, -1));
  const windowOf = windows(movement, place);
  const fits = (text: string): boolean => textFits(text, place, arrange(text).font);
  return moved(texts, steps, fits).pipe(
    map(({ shown, step }) => {
      const { lines, font } = arrange(shown);
      return { lines: windowOf(lines, step, font), font };
    }),
    distinctUntilChanged((before, after) => before.lines === after.lines && before.font === after.font),
  );
}

const pauseOf = (pause: string | undefined, way: Movement['way']): number | undefined =>
  pause === undefined ? (way === 'round' ? 0 : 1000) : milliseconds(pause);

export default definePlugin({ name: 'text', apiVersion: 1, widgets: [text] });
