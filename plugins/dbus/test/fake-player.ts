import { Message, Variant } from '@jellybrick/dbus-next';
import type { Daemon } from './daemon.ts';

const PATH = '/org/mpris/MediaPlayer2';
const PLAYER = 'org.mpris.MediaPlayer2.Player';

// MPRIS 2.2: the interface of players, as far as it is read.
const SIGNATURES = {
  PlaybackStatus: 's',
  Rate: 'd',
  Volume: 'd',
  Position: 'x',
  CanControl: 'b',
  CanPlay: 'b',
  Metadata: 'a{sv}',
} as const;

interface Properties {
  PlaybackStatus: string;
  Rate: number;
  Volume: number;
  Position: bigint;
  CanControl: boolean;
  CanPlay: boolean;
  Metadata: Record<string, Variant>;
}

const PROPERTIES: Properties = {
  ...{ PlaybackStatus: 'Playing', Rate: 1, Volume: 0.5, Position: 0n, CanControl: true, CanPlay: true, Metadata: {} },
};

const variants = (properties: Partial<Properties>): Record<string, Variant> =>
  Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name,
      new Variant<unknown>(SIGNATURES[name as keyof Properties], value),
    ]),
  );

/** Metadata of a track; lengths are in s. */
export const track = (title: string, artist: readonly string[], length: number) => ({
  'mpris:trackid': new Variant('o', '/track/1'),
  'mpris:length': new Variant('x', BigInt(length * 1e6)),
  'mpris:artUrl': new Variant('s', 'file:///cover.png'),
  'xesam:title': new Variant('s', title),
  'xesam:artist': new Variant('as', [...artist]),
  'xesam:album': new Variant('s', 'Works'),
});

/** A player on the bus. */
export async function fakePlayer(daemon: Daemon, name: string, properties: Partial<Properties> = {}) {
  const player: Properties = { ...PROPERTIES, ...properties };
  const bus = await daemon.join();
  bus.addMethodHandler((message: Message) => {
    bus.send(answerTo(message, player));
    return true;
  });
  await bus.requestName(`org.mpris.MediaPlayer2.${name}`, 0);
  const tell = (of: string, member: string, signature: string, body: unknown[]) =>
    bus.send(Message.newSignal(PATH, of, member, signature, body));
  return {
    bus,
    /** Changes properties and tells it. */
    change: (changed: Partial<Properties>) => {
      Object.assign(player, changed);
      tell('org.freedesktop.DBus.Properties', 'PropertiesChanged', 'sa{sv}as', [PLAYER, variants(changed), []]);
    },
    seek: (seconds: number) => {
      player.Position = BigInt(seconds * 1e6);
      tell(PLAYER, 'Seeked', 'x', [player.Position]);
    },
    leave: () => bus.disconnect(),
  };
}

function answerTo(message: Message, player: Properties): Message {
  const { path, member, body } = message;
  if (path !== PATH || !['Get', 'GetAll'].includes(member))
    return Message.newError(message, 'org.freedesktop.DBus.Error.UnknownMethod', member);
  const all = body[0] === PLAYER ? variants(player) : { Identity: new Variant('s', 'Test') };
  if (member === 'GetAll') return Message.newMethodReturn(message, 'a{sv}', [all]);
  const value = (all as Record<string, Variant>)[String(body[1])];
  if (value === undefined) return Message.newError(message, 'org.freedesktop.DBus.Error.UnknownProperty', 'none');
  return Message.newMethodReturn(message, 'v', [value]);
}
