import { dictionary, number, text, unwrapped } from '../bus/values.ts';

/** A player at one moment (MPRIS 2.2, org.mpris.MediaPlayer2.Player and its metadata). */
export interface Player {
  /** Its name on the bus behind `org.mpris.MediaPlayer2.`. */
  readonly name: string;
  readonly state: 'playing' | 'paused' | 'stopped';
  readonly title: string | undefined;
  readonly artist: string | undefined;
  readonly album: string | undefined;
  readonly art: string | undefined;
  /** s */
  readonly length: number | undefined;
  /** s, when it was asked. */
  readonly position: number | undefined;
  /** 1 is as it was recorded. */
  readonly rate: number;
  /** 0 to 100 % */
  readonly volume: number | undefined;
}

const MOST_ARTISTS = 8;
const STATES = { Playing: 'playing', Paused: 'paused' } as const;

/** Reads all properties of a player. */
export function playerIn(name: string, answer: unknown): Player {
  const all = dictionary(answer);
  const metadata = dictionary(all.Metadata);
  const volume = number(all.Volume);
  return {
    name,
    state: STATES[text(all.PlaybackStatus) as keyof typeof STATES] ?? 'stopped',
    title: text(metadata['xesam:title']),
    artist: names(metadata['xesam:artist']),
    album: text(metadata['xesam:album']),
    art: text(metadata['mpris:artUrl']),
    length: seconds(metadata['mpris:length']),
    position: seconds(all.Position),
    rate: number(all.Rate) ?? 1,
    volume: volume === undefined ? undefined : Math.min(100, Math.max(0, volume * 100)),
  };
}

/** Some players send one text where a list is asked for. */
function names(value: unknown): string | undefined {
  const inner = unwrapped(value);
  const all = Array.isArray(inner) ? inner.slice(0, MOST_ARTISTS) : [inner];
  return text(all.flatMap((one) => text(one) ?? []).join(', '));
}

/** Microseconds on the bus; some players send the largest number there is where they know none. */
function seconds(value: unknown): number | undefined {
  const micro = number(value);
  return micro === undefined || micro < 0 || micro > Number.MAX_SAFE_INTEGER ? undefined : micro / 1e6;
}

/** Where it is after some ms: only one that plays moves, and none beyond its end. */
export function positionAfter({ state, position, length, rate }: Player, ms: number): number | undefined {
  if (position === undefined) return undefined;
  const there = position + (state === 'playing' ? (Math.max(0, ms) / 1000) * rate : 0);
  return Math.max(0, Math.min(there, length || Number.POSITIVE_INFINITY));
}

const RANKS = ['playing', 'paused', 'stopped'];

/** The one that plays, else one that is paused; of several the one that was chosen before, else the first by name. */
export function chosen(players: readonly Player[], before: string | undefined): Player | undefined {
  const order = (one: Player) => RANKS.indexOf(one.state) * 2 + (one.name === before ? 0 : 1);
  return [...players].sort((a, b) => order(a) - order(b) || (a.name < b.name ? -1 : 1))[0];
}
