import type { Readings, Source } from '@lcdflow/core';
import { firstValueFrom } from 'rxjs';
import { expect, test } from 'vitest';
import { type Machine, machine } from '../test/machine.ts';
import { contextOnFakeClock } from '../test/watch.ts';
import type { Files } from './files.ts';
import { filesBelow } from './files.ts';
import system from './index.ts';
import { pressure } from './pressure.ts';

/** What a source first says and logs. */
async function first(one: Pick<Machine, 'root'>, name: string, options: object = {}) {
  const source = system({ root: one.root }).sources!.find((source) => source.name === name)!;
  return told(source, options);
}

async function told(source: Source, options: object): Promise<{ readings: Readings; logged: string[] }> {
  const { context, logged } = contextOnFakeClock();
  const readings = await firstValueFrom(
    source.read({ every: '1s', by: 'cpu', count: 5, over: '10s', ...options } as never, context),
  );
  return { readings, logged };
}

test.each([
  ['top', 'warn top: needs /proc/stat, which only Linux has'],
  ['pressure', 'warn pressure: needs /proc/pressure/cpu, which only Linux has'],
  ['descriptors', 'warn descriptors: needs /proc/sys/fs/file-nr, which only Linux has'],
  ['disks', 'warn disks: needs /proc/mounts, which only Linux has'],
  ['wireless', 'warn wireless: needs /proc/net/wireless, which only Linux has'],
  ['frequency', 'warn frequency: no cpufreq and no "cpu MHz" in /proc/cpuinfo: only Linux has them'],
  ['sensors', 'warn sensors: no hwmon device: only Linux tells'],
  ['battery', 'warn battery: no battery: only Linux tells'],
  ['drives', 'warn drives: no drive: only Linux tells'],
])('without /proc %s says so', async (name, message) => {
  expect(await first(machine(), name)).toEqual({ readings: {}, logged: [message] });
});

test('PSI that is built in and off is told apart', async () => {
  const notebook = filesBelow(machine('notebook').root);
  const refuse: Files['text'] = (path) => {
    throw Object.assign(new Error(path), { cause: Object.assign(new Error(), { code: 'EOPNOTSUPP' }) });
  };
  const { logged } = await told(pressure({ ...notebook, text: refuse }) as Source, {});
  expect(logged).toEqual(['warn pressure: PSI is off: boot the kernel with psi=1']);
});

test('a drive whose thermometer needs a module says which', async () => {
  const one = machine('server');
  one.remove('/sys/module/drivetemp');
  const { logged } = await first(one, 'drives');
  expect(logged).toEqual(['warn drives: sdw: module drivetemp not loaded; sdx: module drivetemp not loaded']);
});

test('a sensor that is not there is asked for in vain, the others are told', async () => {
  const { readings, logged } = await first(machine('notebook'), 'sensors', { fan: 'cpu fan', power: 'BAT0' });
  expect(readings).toMatchObject({ fan: undefined, power: 8.13, temperature: 61 });
  expect(logged).toEqual(['warn sensors: no fan cpu fan: expected one of thinkpad fan1']);
});

test('a path where nothing is mounted', async () => {
  const { logged } = await first(machine('raspberry'), 'disks', { paths: ['/', '/data'] });
  expect(logged).toEqual(['warn disks: nothing mounted on /data: expected /, /boot/firmware']);
});

test('mains without a battery', async () => {
  const one = machine('raspberry');
  one.write('/sys/class/power_supply/rpi-poe/uevent', 'POWER_SUPPLY_TYPE=Mains\nPOWER_SUPPLY_ONLINE=1\n');
  expect(await first(one, 'battery')).toMatchObject({
    readings: { mains: true, percent: undefined },
    logged: ['warn battery: no battery: expected one in /sys/class/power_supply'],
  });
});
