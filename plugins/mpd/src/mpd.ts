import {
  type Attempt,
  DESCRIBED_AGE,
  defineSource,
  KEEP_OPTION,
  keepReadings,
  LcdError,
  milliseconds,
  revive,
  type SourceContext,
} from '@lcdflow/core';
import { map, type Observable, of, scan, switchMap, throttleTime } from 'rxjs';
import { playerReplies } from './conversation.ts';
import { DESCRIBED_PLAYER, isPlaying, playerReadings } from './player.ts';
import type { Reply } from './reply.ts';

const SHORTEST = 100;
/** Readings change at most so often (ms), however often the server tells that something is new. */
const PACE = 20;

const OPTIONS = {
  type: 'object',
  properties: {
    host: {
      type: 'string',
      minLength: 1,
      default: 'localhost',
      description: 'Where the server is: a name, an address, or the absolute path of its socket.',
    },
    port: { type: 'integer', minimum: 1, maximum: 65_535, default: 6600, description: 'Its port.' },
    password: { type: 'string', format: 'secret', description: 'Its password.' },
    every: {
      type: 'string',
      format: 'duration',
      default: '1s',
      description: 'How often the elapsed time goes on, at least 100ms; the server is not asked for it.',
    },
    timeout: { type: 'string', format: 'duration', default: '5s', description: 'How long an answer may take.' },
    keep: KEEP_OPTION,
  },
  additionalProperties: false,
} as const;

/** What a Music Player Daemon plays. */
export const mpd = defineSource({
  name: 'mpd',
  meaning: 'What a Music Player Daemon plays.',
  options: OPTIONS,
  describe: { ...DESCRIBED_PLAYER, ...DESCRIBED_AGE },
  read: (options, context) => {
    const every = Math.max(SHORTEST, milliseconds(options.every)!);
    return playerReplies(options).pipe(
      throttleTime(PACE, undefined, { leading: true, trailing: true }),
      switchMap((reply) => goingOn(reply, every, context)),
      revive<Attempt>(failed),
      keepReadings({ name: 'mpd', keep: options.keep, context }),
    );
  },
});

/** What a reply means from now on. */
function goingOn(reply: Reply, every: number, { ticks }: SourceContext): Observable<Attempt> {
  if (!isPlaying(reply)) return of({ readings: playerReadings(reply, 0) });
  return ticks(every).pipe(
    scan((times: readonly number[], now) => [times[0] ?? now, now], []),
    map(([came, now]) => ({ readings: playerReadings(reply, now! - came!) })),
  );
}

function failed(error: unknown): Observable<Attempt> {
  if (error instanceof LcdError) return of({ problem: error.message });
  throw error;
}
