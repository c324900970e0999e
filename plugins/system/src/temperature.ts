import { defineSource, LcdError, type ReadingDescription, type Readings } from '@lcdflow/core';
import { everyOption, plain } from './describe.ts';
import type { Files } from './files.ts';
import { pollSlowly } from './poll-slowly.ts';
import { findSensors, type Sensor } from './sensors.ts';

/** Drivers report nonsense such as -273 or 255 for sensors that are not connected. */
const PLAUSIBLE = { least: -100, most: 200 };

interface Measured extends Sensor {
  readonly celsius: number;
}

const degrees = (meaning: string): ReadingDescription => ({ unit: '°C', range: [0, 100], meaning });

/** How hot it is, from the sensors of the kernel. */
export const temperature = (files: Files) =>
  defineSource({
    name: 'temperature',
    meaning: 'How hot the hardware is.',
    options: {
      type: 'object',
      properties: {
        sensor: {
          type: 'string',
          minLength: 1,
          description: 'A sensor, or a chip whose hottest sensor counts; the hottest of all when left out.',
          examples: ['coretemp', 'coretemp Package id 0'],
        },
        every: everyOption('5s'),
      },
      additionalProperties: false,
    },
    describe: {
      celsius: degrees('The temperature.'),
      critical: { unit: '°C', meaning: 'Where the hardware is at its limit; no value when it does not say.' },
      'sensors[].name': plain('Chip and label of a sensor that answers.'),
      'sensors[].celsius': degrees('Its temperature.'),
    },
    read: ({ sensor, every }, context) =>
      pollSlowly({ name: 'temperature', every, context }, () => measure(files, sensor)),
  });

async function measure(files: Files, wanted: string | undefined): Promise<Readings> {
  const all = await Promise.all(findSensors(files).map(async (sensor) => feel(files, sensor)));
  const measured = all.filter((sensor) => sensor !== undefined);
  if (measured.length === 0) throw new LcdError('not-found', 'no sensor: virtual machine or driver not loaded');
  const chosen = wanted === undefined ? hottest(measured) : (named(measured, wanted) ?? hottestOf(measured, wanted));
  if (chosen === undefined) throw new LcdError('not-found', `no sensor ${wanted}: expected ${namesOf(measured)}`);
  return {
    celsius: chosen.celsius,
    critical: chosen.critical === undefined ? undefined : await celsiusIn(files, chosen.critical),
    sensors: measured.map(({ name, celsius }) => ({ name, celsius })),
  };
}

async function feel(files: Files, sensor: Sensor): Promise<Measured | undefined> {
  const celsius = await celsiusIn(files, sensor.input);
  return celsius === undefined ? undefined : { ...sensor, celsius };
}

/** Sensors of sleeping hardware give errors when read: they have no temperature. */
const celsiusIn = (files: Files, path: string) => files.slowText(path).then(parseCelsius, () => undefined);

/** Degrees of a text in 1/1000 °C; `undefined` when it is none or beyond belief. */
export function parseCelsius(text: string): number | undefined {
  const celsius = /^\s*-?\d+\s*$/.test(text) ? Number(text) / 1000 : Number.NaN;
  return celsius >= PLAUSIBLE.least && celsius <= PLAUSIBLE.most ? celsius : undefined;
}

const named = (sensors: readonly Measured[], wanted: string) => sensors.find(({ name }) => name === wanted);
const hottestOf = (sensors: readonly Measured[], chip: string) =>
  hottest(sensors.filter(({ name }) => name.startsWith(`${chip} `)));
const hottest = ([first, ...others]: readonly Measured[]) =>
  others.reduce((hot, sensor) => (hot !== undefined && hot.celsius >= sensor.celsius ? hot : sensor), first);
const namesOf = (sensors: readonly Measured[]) => `one of ${sensors.map(({ name }) => name).join(', ')}`;
