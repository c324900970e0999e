import type { Readings, Source } from '@lcdflow/core';
import type { Reply } from './reply.ts';

/** The readings of a player. */
export const DESCRIBED_PLAYER: Source['describe'] = {
  state: { unit: '', meaning: 'What it does: play, pause or stop.' },
  title: { unit: '', meaning: 'The title of the song.' },
  artist: { unit: '', meaning: 'Who plays it.' },
  album: { unit: '', meaning: 'The album it is from.' },
  name: { unit: '', meaning: 'The name of a radio station.' },
  file: { unit: '', meaning: 'The path or address of the song.' },
  elapsed: { unit: 's', range: [0, 'duration'], meaning: 'How much of the song is over.' },
  duration: { unit: 's', meaning: 'How long the song is; no value for a radio station.' },
  percent: { unit: '%', range: [0, 100], meaning: 'Share of the song that is over.' },
  volume: { unit: '%', range: [0, 100], meaning: 'The volume; no value when it cannot be set.' },
  position: { unit: '', range: [1, 'length'], meaning: 'The place of the song in the playlist, from 1.' },
  length: { unit: '', meaning: 'How many songs are in the playlist.' },
  bitrate: { unit: 'kbit/s', meaning: 'Its rate a second after it began, or when something changed last.' },
  format: { unit: '', meaning: 'Sample rate, bits and channels, such as 44100:16:2.' },
  random: { unit: '', meaning: 'Whether songs are played in any order.' },
  repeat: { unit: '', meaning: 'Whether the playlist begins anew at its end.' },
  error: { unit: '', meaning: 'Why it cannot play.' },
};

const numberOf = (text: string | undefined): number | undefined => {
  const number = text === undefined || text === '' ? Number.NaN : Number(text);
  return Number.isFinite(number) && number >= 0 ? number : undefined;
};

const flag = (text: string | undefined): boolean | undefined => (text === undefined ? undefined : text === '1');

/** Whether time goes on. */
export const isPlaying = ({ state }: Reply): boolean => state === 'play';

/** The readings of an answer to `status` and `currentsong`, so many ms after it came. */
export function playerReadings(reply: Reply, after: number): Readings {
  const { state, Title: title, Artist: artist, Album: album, Name: name, file, audio: format, error } = reply;
  const duration = durationOf(reply);
  const elapsed = elapsedOf(reply, duration, after);
  const song = numberOf(reply.song);
  return {
    ...{ state, title, artist, album, name, file, elapsed, duration, format, error },
    percent: elapsed === undefined || !duration ? undefined : (elapsed / duration) * 100,
    volume: numberOf(reply.volume),
    position: song === undefined ? undefined : song + 1,
    length: numberOf(reply.playlistlength),
    bitrate: numberOf(reply.bitrate) || undefined,
    random: flag(reply.random),
    repeat: flag(reply.repeat),
  };
}

/** Servers before 0.20 tell whole seconds in another place. */
const durationOf = ({ duration, Time, time }: Reply): number | undefined =>
  numberOf(duration) ?? numberOf(Time) ?? (numberOf(time?.split(':')[1]) || undefined);

function elapsedOf(reply: Reply, duration = Number.POSITIVE_INFINITY, after: number): number | undefined {
  const then = numberOf(reply.elapsed) ?? numberOf(reply.time?.split(':')[0]);
  if (then === undefined || !isPlaying(reply)) return then;
  return Math.min(duration, then + Math.max(0, after) / 1000);
}
