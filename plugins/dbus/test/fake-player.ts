import dbus from 'dbus-next';
import type { Daemon } from './daemon.ts';

const { Interface } = dbus.interface;
const { Variant } = dbus;
const PATH = '/org/mpris/MediaPlayer2';

// MPRIS 2.2: the interface of players, as far as it is read.
class PlayerInterface extends Interface {
  PlaybackStatus = 'Playing';
  Rate = 1;
  Volume = 0.5;
  Position = 0n;
  CanControl = true;
  CanPlay = true;
  Metadata: Record<string, unknown> = {};
  Seeked(position: bigint) {
    return position;
  }
}
PlayerInterface.configureMembers({
  properties: {
    PlaybackStatus: { signature: 's', access: 'read' },
    Rate: { signature: 'd', access: 'read' },
    Volume: { signature: 'd', access: 'read' },
    Position: { signature: 'x', access: 'read' },
    CanControl: { signature: 'b', access: 'read' },
    CanPlay: { signature: 'b', access: 'read' },
    Metadata: { signature: 'a{sv}', access: 'read' },
  },
  signals: { Seeked: { signature: 'x' } },
} as never);

class RootInterface extends Interface {
  Identity = 'Test';
}
RootInterface.configureMembers({ properties: { Identity: { signature: 's', access: 'read' } } } as never);

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
export async function fakePlayer(daemon: Daemon, name: string, properties: Partial<PlayerInterface> = {}) {
  const bus = await daemon.join();
  const player = new PlayerInterface('org.mpris.MediaPlayer2.Player');
  Object.assign(player, properties);
  bus.export(PATH, new RootInterface('org.mpris.MediaPlayer2'));
  bus.export(PATH, player);
  await bus.requestName(`org.mpris.MediaPlayer2.${name}`, 0);
  return {
    bus,
    /** Changes properties and tells it. */
    change: (changed: Partial<PlayerInterface>) => {
      Object.assign(player, changed);
      Interface.emitPropertiesChanged(player, changed as never, []);
    },
    seek: (seconds: number) => {
      player.Position = BigInt(seconds * 1e6);
      player.Seeked(player.Position);
    },
    leave: () => bus.disconnect(),
  };
}
