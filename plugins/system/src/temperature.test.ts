import { assert, integer, oneof, property, string } from 'fast-check';
import { firstValueFrom } from 'rxjs';
import { expect, test } from 'vitest';
import { type Machine, machine } from '../test/machine.ts';
import { reading } from '../test/watch.ts';
import { parseSensor } from './feel.ts';
import { findSensors } from './find-sensors.ts';
import { temperature } from './temperature.ts';

/** One measurement, with what was logged; its files are read for real. */
async function measured({ files }: Machine, sensor?: string) {
  const { logged, readings } = reading(temperature(files), { every: '5s', ...(sensor && { sensor }) });
  return { readings: await firstValueFrom(readings), logged };
}

const LAPTOP = [
  { name: 'acpitz', celsius: 27.8 },
  { name: 'nvme Composite', celsius: 38.85 },
  { name: 'coretemp Package id 0', celsius: 54 },
  { name: 'coretemp Core 0', celsius: 52 },
  { name: 'coretemp Core 1', celsius: 54 },
  { name: 'nvme Composite 2', celsius: 41.85 },
  { name: 'nct6775 temp1', celsius: 31.5 },
];

test('tells the hottest of all, and all that make sense', async () => {
  const { readings, logged } = await measured(machine('laptop'));
  expect(readings).toEqual({ celsius: 54, critical: 100, sensors: LAPTOP });
  expect(logged).toEqual([]);
});

test.each([
  ['nvme Composite', 38.85, 84.85],
  ['nvme Composite 2', 41.85, 89.85],
  ['nvme', 41.85, 89.85],
  ['nct6775', 31.5, undefined],
])('%s is at %d °C', async (sensor, celsius, critical) => {
  expect((await measured(machine('laptop'), sensor)).readings).toMatchObject({ celsius, critical });
});

test('says which sensors there are', async () => {
  const { readings, logged } = await measured(machine('board'), 'cpu');
  expect(readings).toEqual({});
  expect(logged).toEqual(['warn temperature: no sensor cpu: expected one of cpu-thermal, gpu-thermal']);
});

test('takes thermal zones where there is no other sensor', async () => {
  expect((await measured(machine('board'))).readings).toEqual({
    celsius: 48.312,
    critical: 110,
    sensors: [
      { name: 'cpu-thermal', celsius: 48.312 },
      { name: 'gpu-thermal', celsius: 47 },
    ],
  });
});

test('says why there is nothing', async () => {
  const why = async (one: Machine) => (await measured(one)).logged;
  expect(await why(machine('container'))).toEqual(['warn temperature: no hwmon device: driver not loaded']);
  expect(await why(machine())).toEqual(['warn temperature: no hwmon device: only Linux tells']);
  const intel = machine('container');
  intel.write('/proc/cpuinfo', 'processor\t: 0\nvendor_id\t: GenuineIntel\nflags\t\t: fpu vme\n');
  expect(await why(intel)).toEqual(['warn temperature: no hwmon device: module coretemp not loaded']);
  intel.write('/sys/module/coretemp/refcnt', '0\n');
  expect(await why(intel)).toEqual(['warn temperature: no hwmon device: module coretemp found nothing']);
});

test('a sensor that cannot be read is left out', async () => {
  const laptop = machine('laptop');
  laptop.remove('/sys/class/hwmon/hwmon3/temp1_input');
  laptop.write('/sys/class/hwmon/hwmon3/temp1_input/asleep', '');
  laptop.write('/sys/class/hwmon/hwmon3/temp3_input', '');
  expect((await measured(laptop)).readings).toMatchObject({ celsius: 52, sensors: { length: 5 } });
});

test('a chip that is loaded later is found', async () => {
  const board = machine('container');
  const { logged, readings } = reading(temperature(board.files), { every: '5s' });
  expect(await firstValueFrom(readings)).toEqual({});
  board.becomes('board');
  expect(await firstValueFrom(readings)).toMatchObject({ celsius: 48.312 });
  expect(logged.at(-1)).toBe('info temperature: is back');
});

test('finds sensors with their limits', () => {
  const [acpitz, , , , , , nct] = findSensors(machine('laptop').files).filter(({ kind }) => kind === 'temp');
  expect(acpitz).toEqual({
    name: 'acpitz',
    kind: 'temp',
    chip: '/sys/class/hwmon/hwmon0',
    input: '/sys/class/hwmon/hwmon0/temp1_input',
    critical: '/sys/class/hwmon/hwmon0/temp1_crit',
  });
  expect(nct?.critical).toBeUndefined();
});

test('garbage is no temperature', () => {
  assert(
    property(oneof(string(), integer().map(String)), (text) => {
      const celsius = parseSensor(text, 'temp') ?? 0;
      expect(celsius).toBeGreaterThanOrEqual(-100);
      expect(celsius).toBeLessThanOrEqual(200);
    }),
  );
  expect(parseSensor('', 'temp')).toBeUndefined();
  expect(parseSensor('-40000\n', 'temp')).toBe(-40);
});
