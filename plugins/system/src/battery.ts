import { type Attempt, defineSource } from '@lcdflow/core';
import { concatMap, defer, from, map, type Observable, toArray } from 'rxjs';
import { everyOption, percent, plain } from './describe.ts';
import type { Files } from './files.ts';
import { noHardware } from './no-sensor.ts';
import { patience } from './patience.ts';
import { pollSlowly } from './poll-slowly.ts';
import { batteryOf, type PowerSupply, parseSupply, together } from './power-supply.ts';

const SUPPLIES = '/sys/class/power_supply';

/** Batteries and mains, from /sys/class/power_supply (kernel documentation, ABI/testing/sysfs-class-power). */
export const battery = (files: Files) =>
  defineSource({
    name: 'battery',
    meaning: 'The batteries of this machine, the mains, and the batteries of what is attached to it.',
    options: { type: 'object', properties: { every: everyOption('5s') }, additionalProperties: false },
    describe: {
      percent: percent('How full it is; several batteries count as one.'),
      state: plain('`charging`, `discharging`, `full` or `not charging`.'),
      power: { unit: 'W', meaning: 'What goes in or out now.' },
      left: { unit: 's', meaning: 'Time until it is empty; no value while it is charged.' },
      full: { unit: 's', meaning: 'Time until it is full; no value while it is used.' },
      health: percent('What it can hold as a share of what it could hold when new.'),
      mains: plain('Whether the machine is plugged in.'),
      'batteries[].name': plain('Such as `BAT0`.'),
      'batteries[].percent': percent('How full this one is.'),
      'batteries[].state': plain('The same as `state` for this one.'),
      'devices[].name': plain('A mouse, keyboard, headset … with a battery, by its model.'),
      'devices[].percent': percent('How full that is.'),
    },
    read: ({ every }, context) => {
      const ask = patience();
      const supply = (name: string): Observable<PowerSupply | undefined> =>
        ask(name, () =>
          files.slowText(`${SUPPLIES}/${name}/uevent`).then(
            (text) => parseSupply(name, text),
            () => undefined,
          ),
        );
      return pollSlowly(
        { name: 'battery', every, context },
        () =>
          defer(() => from(files.names(SUPPLIES))).pipe(
            concatMap(supply),
            toArray(),
            map((supplies) => measured(files, supplies)),
          ),
        2000,
      );
    },
  });

function measured(files: Files, found: readonly (PowerSupply | undefined)[]): Attempt {
  const supplies = found.filter((supply) => supply !== undefined);
  const own = supplies.filter(({ type, isDevice }) => type === 'Battery' && !isDevice).map(batteryOf);
  const devices = supplies.filter(({ type, isDevice }) => type === 'Battery' && isDevice).map(batteryOf);
  const plugs = supplies.flatMap(({ type, online }) => (type === 'Battery' ? [] : (online ?? [])));
  if (supplies.length === 0)
    return { problem: `no battery: ${noHardware(files) ?? 'expected one in /sys/class/power_supply'}` };
  const readings = {
    ...together(own),
    mains: plugs.length === 0 ? undefined : plugs.includes(true),
    batteries: own.map(({ name, percent, state }) => ({ name, percent, state })),
    devices: devices.map(({ model, percent }) => ({ name: model, percent })),
  };
  return own.length === 0 ? { readings, problem: 'no battery: expected one in /sys/class/power_supply' } : { readings };
}
