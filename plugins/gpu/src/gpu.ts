import {
  type Attempt,
  DESCRIBED_AGE,
  defineSource,
  KEEP_OPTION,
  keepReadings,
  milliseconds,
  type ReadingDescription,
  type SourceContext,
} from '@lcdflow/core';
import { combineLatest, defer, exhaustMap, filter, from, map, type Observable, of, startWith, timeout } from 'rxjs';
import type { Card } from './card.ts';
import { cardReader, type Found, hasNvidia } from './cards.ts';
import { type Folder, folderAt } from './folder.ts';
import { nvidiaSmi, type Said } from './nvidia-smi.ts';

const SHORTEST = 250;
const PATIENCE = 2_000;

const ABOUT_CARD: Readonly<Record<string, ReadingDescription>> = {
  id: { unit: '', meaning: 'What the kernel calls it, such as `card0`; `gpu0` for cards of NVIDIA.' },
  address: { unit: '', meaning: 'Where it is plugged in, such as `0000:03:00.0`; stays the same over restarts.' },
  name: { unit: '', meaning: 'What it is called.' },
  state: { unit: '', meaning: '`active`, or `asleep`: then it is left alone and has no values.' },
  busy: { unit: '%', range: [0, 100], meaning: 'How busy it is; with Intel, time it did not sleep.' },
  'memory.used': { unit: 'B', meaning: 'Its own memory in use; no value with Intel, which uses the main memory.' },
  'memory.total': { unit: 'B', meaning: 'All of its own memory.' },
  'memory.percent': { unit: '%', range: [0, 100], meaning: 'Used as a share of total.' },
  celsius: { unit: '°C', range: [0, 100], meaning: 'Its temperature.' },
  power: { unit: 'W', meaning: 'What it needs now.' },
  frequency: { unit: 'Hz', meaning: 'How fast it is clocked.' },
  fan: { unit: '%', range: [0, 100], meaning: 'How fast its fan is told to turn.' },
};

/** The graphics cards of the machine below `root`. */
export const gpu = (root: string) =>
  defineSource({
    name: 'gpu',
    meaning: 'How busy, hot and full the graphics cards are.',
    options: {
      type: 'object',
      properties: {
        card: {
          type: 'string',
          minLength: 1,
          description: 'Which card: its id, its address, or a part of its name; the first one when left out.',
          examples: ['card1', '0000:03:00.0', 'RTX 4070'],
        },
        every: {
          type: 'string',
          format: 'duration',
          default: '2s',
          description: 'Time between two measurements, at least 250ms; whole seconds with NVIDIA.',
        },
        keep: KEEP_OPTION,
      },
      additionalProperties: false,
    },
    describe: {
      ...ABOUT_CARD,
      ...Object.fromEntries(Object.entries(ABOUT_CARD).map(([path, about]) => [`cards[].${path}`, about])),
      ...DESCRIBED_AGE,
    },
    read: ({ card, every, keep }, context) => {
      const machine = folderAt(root);
      const period = Math.max(SHORTEST, milliseconds(every)!);
      const found = foundOn(machine, period, context);
      const said = nvidiaSmi(Math.max(1, Math.round(period / 1000)));
      return defer(() => together(machine, found, said)).pipe(
        map(([sysfs, smi]) => attemptOf(sysfs, smi, card)),
        keepReadings({ name: 'gpu', keep, context }),
      );
    },
  });

/** One question at a time: a card that hangs is not asked again until it has answered. */
function foundOn(machine: Folder, period: number, context: SourceContext): Observable<Found> {
  const read = cardReader(machine);
  let open: Promise<Found> | undefined;
  const ask = (now: number): Promise<Found> => {
    open ??= read(now).finally(() => {
      open = undefined;
    });
    return open;
  };
  const silent: Found = { cards: [], problems: ['no answer from a card'] };
  return context
    .ticks(period)
    .pipe(exhaustMap((now) => from(ask(now)).pipe(timeout({ first: PATIENCE, with: () => of(silent) }))));
}

const NOTHING: Said = { cards: [] };

/** nvidia-smi runs only where its driver is loaded. Other cards do not wait for its first word. */
function together(machine: Folder, found: Observable<Found>, said: Observable<Said>): Observable<[Found, Said]> {
  if (!hasNvidia(machine)) return found.pipe(map((sysfs): [Found, Said] => [sysfs, NOTHING]));
  return combineLatest([found, said.pipe(startWith(NOTHING))]).pipe(
    filter(([{ cards }, smi]) => cards.length > 0 || smi !== NOTHING),
  );
}

function attemptOf({ cards: own, problems }: Found, { cards: theirs, problem }: Said, wanted?: string): Attempt {
  const cards = [...own, ...theirs];
  const missing = problem === undefined ? problems : [...problems, problem];
  const chosen = wanted === undefined ? cards[0] : chosenOf(cards, wanted);
  if (cards.length === 0) return { problem: missing.join('; ') || 'no graphics card: expected one in /sys/class/drm' };
  const readings = { ...chosen, cards };
  if (chosen === undefined)
    return { readings, problem: `no card ${wanted}: expected one of ${cards.map(({ id }) => id).join(', ')}` };
  return missing.length === 0 ? { readings } : { readings, problem: missing.join('; ') };
}

const chosenOf = (cards: readonly Card[], wanted: string): Card | undefined =>
  cards.find(({ id, address }) => id === wanted || address === wanted) ??
  cards.find(({ name }) => name.toLowerCase().includes(wanted.toLowerCase()));
