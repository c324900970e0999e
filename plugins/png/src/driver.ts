import { resolve } from 'node:path';
import {
  blankFrame,
  copyArea,
  type Display,
  defineDriver,
  LcdError,
  type Logger,
  type Model,
  milliseconds,
  type Size,
} from '@lcdflow/core';
import {
  asyncScheduler,
  defer,
  finalize,
  ignoreElements,
  merge,
  type Observable,
  of,
  Subject,
  tap,
  throttleTime,
} from 'rxjs';
import { encodePng } from './encode-png.ts';
import type { LookOptions } from './lcd-look.ts';
import { save } from './save.ts';

const options = {
  type: 'object',
  properties: {
    file: { type: 'string', minLength: 1, description: 'The file to write; its folder must exist.' },
    size: {
      type: 'string',
      pattern: '^[1-9][0-9]{0,3}x[1-9][0-9]{0,3}$',
      description: 'Width x height in cells.',
      examples: ['256x64', '480x320'],
      default: '256x64',
    },
    every: { type: 'string', format: 'duration', description: 'At most one file in this time.', default: '1s' },
    scale: { type: 'integer', minimum: 1, maximum: 32, description: 'Image pixels along one cell.', default: 1 },
    grid: {
      type: 'boolean',
      description: 'Gaps between cells and a bezel, as on a panel; scale 2 or more.',
      default: false,
    },
  },
  required: ['file'],
  additionalProperties: false,
} as const;

function modelOf(size: string): Model {
  const [, width, height] = /^(\d+)x(\d+)$/.exec(size) ?? [];
  if (width === undefined) throw new LcdError('config', `png: size: WIDTHxHEIGHT such as 256x64, not ${size}`);
  const cells = { width: Number(width), height: Number(height) };
  return { name: size, ...cells, cell: 'pixel', colors: 2 ** 24, keys: [], controls: [] };
}

function periodOf(every: string): number {
  const period = milliseconds(every);
  if (period === undefined) throw new LcdError('config', `png: every: a time such as 500ms or 2s, not ${every}`);
  return period;
}

/** A display whose glass is a file: written at once when it changes, then at most once a period, and when closed. */
function openFile(
  file: string,
  { width, height }: Size,
  period: number,
  look: LookOptions,
  log: Logger,
): Observable<Display> {
  const shown = blankFrame({ width, height });
  const changes = new Subject<void>();
  let unsaved = false;
  const saveShown = () => {
    unsaved = false;
    save(file, encodePng(shown, look));
  };
  const display: Display = {
    width,
    height,
    cell: 'pixel',
    write: (frame, area) =>
      defer(() => {
        copyArea(frame, shown, area);
        unsaved = true;
        changes.next();
        return of(area);
      }),
  };
  const saves = changes.pipe(throttleTime(period, asyncScheduler, { leading: true, trailing: true }), tap(saveShown));
  return merge(saves.pipe(ignoreElements()), of(display)).pipe(finalize(() => unsaved && saveLast(saveShown, log)));
}

/** Nobody listens any more when a display has been closed, so what fails then is only logged. */
function saveLast(saveShown: () => void, log: Logger): void {
  try {
    saveShown();
  } catch (error) {
    log.error((error as Error).message);
  }
}

/** The driver `png`. */
export const pngDriver = defineDriver({
  name: 'png',
  meaning: 'Writes what is shown into a PNG file.',
  options,
  models: [modelOf('256x64'), modelOf('320x240'), modelOf('480x320')],
  model: ({ size }) => modelOf(size),
  open: ({ file, size, every, scale, grid }, { log }) =>
    defer(() => openFile(resolve(file), modelOf(size), periodOf(every), { scale, grid }, log)),
});
