import type { EmulatedDevice } from '@lcdflow/core';
import { atPackets, type Behaviour, type BusReaction } from './behaviour.ts';
import type { At } from './faults.ts';

/** The device sends a packet nobody asked for, such as an error report, right after it has taken one. */
export const report = ({ at, packet: stray }: At & { readonly packet: Uint8Array }): Behaviour =>
  atPackets(at, (packet, receive) => {
    const reaction = receive(packet);
    return { ...reaction, answers: [...(reaction.answers ?? []), stray] };
  });

/** A person hits a key between a question and its answer, and lets go after it. `at` counts questions: what is answered. */
export function keyBeforeAnswer({ at, key }: At & { readonly key: string }): Behaviour {
  const chosen = new Set(at);
  let questions = 0;
  return (receive, device) => (packet) => {
    const reaction = receive(packet);
    if (!reaction.answers?.length) return reaction;
    questions += 1;
    return chosen.has(questions) ? betweenKeys(reaction, device, key) : reaction;
  };
}

const betweenKeys = (reaction: BusReaction, device: EmulatedDevice, key: string): BusReaction => ({
  ...reaction,
  answers: [...device.press(key, true), ...reaction.answers!, ...device.press(key, false)],
});
