import { type Card, share, unknownCard } from './card.ts';
import type { Folder } from './folder.ts';

/** What only grows: ms the card slept, and µJ it used. */
interface Counted {
  readonly now: number;
  readonly slept: number | undefined;
  readonly energy: number | undefined;
}

const MEGA = 1e6;
/** i915, i915 before Linux 5.17, xe (kernel documentation, ABI/testing/sysfs-driver-intel-xe and drivers/gpu/drm/i915). */
const CLOCKS = ['gt/gt0/rps_act_freq_mhz', 'gt_act_freq_mhz', 'device/tile0/gt0/freq0/act_freq'];
const SLEEP = ['gt/gt0/rc6_residency_ms', 'power/rc6_residency_ms', 'device/tile0/gt0/gtidle/idle_residency_ms'];

/** Reads cards of i915 and xe, again and again: how busy they are shows in how little they slept meanwhile. */
export function intelReader(): (id: string, card: Folder, now: number) => Promise<Card> {
  const before = new Map<string, Counted>();
  return async (id, card, now) => {
    const device = card.below('device');
    const hwmon = device.below(`hwmon/${device.names('hwmon')[0] ?? 'none'}`);
    const slept = await firstOf(card, SLEEP);
    const energy = await hwmon.number('energy1_input');
    const last = before.get(id);
    before.set(id, { now, slept, energy });
    const asleep = growth(last?.slept, slept, last?.now, now);
    const used = growth(last?.energy, energy, last?.now, now);
    return {
      ...unknownCard(id, card.target('device'), `Intel ${(await device.text('device')) ?? 'card'}`),
      busy: share(asleep === undefined ? undefined : 100 - asleep * 100),
      celsius: await hwmon.number('temp1_input', 1e-3),
      power: used === undefined ? undefined : used / 1e3,
      frequency: await firstOf(card, CLOCKS, MEGA),
    };
  };
}

async function firstOf(card: Folder, paths: readonly string[], unit = 1): Promise<number | undefined> {
  for (const path of paths) {
    const value = await card.number(path, unit);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** In a millisecond; `undefined` at first, when the counter wrapped, and when the clock went back. */
function growth(
  old: number | undefined,
  value: number | undefined,
  then: number | undefined,
  now: number,
): number | undefined {
  if (old === undefined || value === undefined || then === undefined || now <= then || value < old) return undefined;
  return (value - old) / (now - then);
}
