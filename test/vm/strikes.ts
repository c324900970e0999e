import type { Behaviour } from '@lcdflow/emulator';

/** hid-picolcd, which has the panel first, always sends 64 bytes, with 32 columns at most. */
export const isOfKernel = (packet: Uint8Array): boolean =>
  packet.length === 64 && !(packet[0] === 0x96 && packet[11]! > 32);

/** A behaviour that counts and strikes the packets of `lcd run` only, and how often it has struck. */
export function struck(behaviour: Behaviour) {
  let strikes = 0;
  const only: Behaviour = (receive, device) => {
    const faulty = behaviour(receive, device);
    return (packet) => {
      if (isOfKernel(packet)) return receive(packet);
      const { busy: _, ...reaction } = faulty(packet);
      if (Object.keys(reaction).length > 0) strikes++;
      return reaction;
    };
  };
  return { only, strikes: () => strikes };
}

/** A device that takes no packet of `lcd run` until it is healed. */
export function deafness(deaf: boolean) {
  let isDeaf = deaf;
  const behaviour: Behaviour = (receive) => (packet) =>
    isDeaf && !isOfKernel(packet) ? { refused: 50 } : receive(packet);
  const turn = (now: boolean) => () => {
    isDeaf = now;
  };
  return { behaviour, strike: turn(true), heal: turn(false) };
}
