import {
  type Drawable,
  definePlugin,
  defineWidget,
  type Logger,
  label,
  textFits,
  type WidgetContext,
} from '@lcdflow/core';
import { defer, map, type Observable, of, switchMap } from 'rxjs';
import { drawn, type Look } from './drawn.ts';
import { modulesOf } from './modules.ts';

/** How long a letter of a text that moves stays, in ms. */
const STEP = 250;

/** A QR code. */
export const qr = defineWidget({
  name: 'qr',
  meaning: 'A text as a QR code for the camera of a phone; the text itself where a code has no room.',
  main: 'text',
  options: {
    type: 'object',
    properties: {
      text: {
        type: 'string',
        format: 'template',
        description: 'What the code says; expressions stand in {{ }}.',
        examples: ['https://{{ host.name }}:8080/', 'WIFI:T:WPA;S:guests;P:secret;;'],
      },
      correction: {
        type: 'string',
        enum: ['low', 'medium', 'quartile', 'high'],
        default: 'low',
        description: 'How much of the code may be hidden: 7, 15, 25 or 30 %. The more, the larger the code.',
      },
      quiet: {
        type: 'integer',
        minimum: 0,
        maximum: 16,
        default: 4,
        description: 'The free rim in modules (squares of the code), as far as there is room for it.',
      },
      inverted: {
        type: 'boolean',
        description: 'Whether the dark squares are ink; by how ink looks on the panel when left out.',
      },
    },
    required: ['text'],
    additionalProperties: false,
  },
  render({ text, correction, quiet, inverted }, context) {
    const look: Look = { quiet, inverted };
    return context.text(text).pipe(
      switchMap((words) => {
        const modules = modulesOf(words, correction);
        const code = modules && drawn(modules, context.place, look);
        if (code !== undefined) return of(code);
        if (words !== '') warnOnce(tooSmall(modules?.side, context), context.log);
        return textInstead(words, context);
      }),
    );
  },
});

const told = new Set<string>();

/** A page that comes and goes says it once. There are no more messages than sizes of places and codes. */
function warnOnce(message: string, log: Logger): void {
  if (!told.has(message)) log.warn(message);
  told.add(message);
}

/** Only sizes are told: a code may hold the password of a network. */
function tooSmall(side: number | undefined, { place: { width, height, cell } }: WidgetContext): string {
  const here = `${width} x ${height} ${cell}s`;
  if (side === undefined) return `qr: the text is too long for a code on ${here}, so it is shown itself`;
  const needed = cell === 'pixel' ? `${side} x ${side}` : `${side} x ${Math.ceil(side / 2)}`;
  return `qr: the code needs ${needed} ${cell}s, but the place has ${here}, so the text is shown itself`;
}

function textInstead(words: string, { place, ticks }: WidgetContext): Observable<Drawable> {
  const shown = (offset: number): Drawable => label(words, { align: 'center', vertical: 'middle', offset });
  if (textFits(words, place)) return of(shown(0));
  return defer(() => ticks(STEP).pipe(map((_, step) => shown(step))));
}

export default definePlugin({ name: 'qr', apiVersion: 1, widgets: [qr] });
