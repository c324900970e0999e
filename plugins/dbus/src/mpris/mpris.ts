import {
  type Attempt,
  DESCRIBED_AGE,
  defineSource,
  KEEP_OPTION,
  keepReadings,
  milliseconds,
  type OptionsOf,
  oneAtATime,
  type Readings,
  revive,
  type SourceContext,
} from '@lcdflow/core';
import { map, type Observable, of, switchMap, take } from 'rxjs';
import { BETWEEN_SURVEYS } from '../between-surveys.ts';
import { ADDRESS_OPTION } from '../bus/address.ts';
import { onBus } from '../bus/bus.ts';
import { problemOf } from '../problem-of.ts';
import { chosen, type Player, positionAfter } from './player.ts';
import { players, RULES } from './players.ts';

const SHORTEST = 100;

const OPTIONS = {
  type: 'object',
  properties: {
    player: {
      type: 'string',
      minLength: 1,
      description: 'Only this one, such as vlc; left out, the one that plays, else one that is paused.',
    },
    every: {
      type: 'string',
      format: 'duration',
      default: '1s',
      description: 'How often the position is told while something plays, at least 100ms; nobody is asked for it.',
    },
    address: ADDRESS_OPTION,
    keep: KEEP_OPTION,
  },
  additionalProperties: false,
} as const;

const plain = (meaning: string) => ({ unit: '', meaning });

/** What a player on the session bus plays. */
export const mpris = defineSource({
  name: 'mpris',
  meaning: 'What a music or video player plays, over D-Bus.',
  options: OPTIONS,
  describe: {
    state: plain('`playing`, `paused` or `stopped`; no value without a player.'),
    title: plain('The title.'),
    artist: plain('Who plays it; several with commas.'),
    album: plain('What it is from.'),
    length: { unit: 's', meaning: 'How long it is; no value for radio.' },
    position: { unit: 's', range: [0, 'length'], meaning: 'How far it is.' },
    volume: { unit: '%', range: [0, 100], meaning: 'How loud the player is.' },
    player: plain('The name of the player, such as vlc.'),
    art: plain('The address of its picture.'),
    'players[]': plain('The names of all players.'),
    ...DESCRIBED_AGE,
  },
  read: (options, context) =>
    followed(options, context).pipe(revive(problemOf), keepReadings({ name: 'mpris', keep: options.keep, context })),
});

const LONG = 3_600_000;

/** Asks the players whenever one says that something has changed; in between positions are reckoned. */
function followed(options: OptionsOf<typeof OPTIONS>, context: SourceContext): Observable<Attempt> {
  const period = Math.max(SHORTEST, milliseconds(options.every)!);
  const now = context.ticks(LONG).pipe(take(1));
  let before: string | undefined;
  const told = (all: readonly Player[], at: number): Observable<Attempt> => {
    const player = chosen(all, before);
    before = player?.name;
    const names = all.map(({ name }) => name);
    if (player?.state !== 'playing') return of({ readings: readingsOf(player, names, 0) });
    return context.ticks(period).pipe(map((time) => ({ readings: readingsOf(player, names, time - at) })));
  };
  return onBus({ bus: 'session', address: options.address }, (bus) =>
    bus.signals(RULES).pipe(
      oneAtATime(
        () => players(bus, options.player).pipe(switchMap((all) => now.pipe(map((at) => ({ all, at }))))),
        BETWEEN_SURVEYS,
      ),
      switchMap(({ all, at }) => told(all, at)),
    ),
  );
}

function readingsOf(player: Player | undefined, names: readonly string[], ms: number): Readings {
  if (player === undefined) return { players: names };
  const { name, rate, ...told } = player;
  return { ...told, position: positionAfter(player, ms), player: name.replace(/\..*/, ''), players: names };
}
