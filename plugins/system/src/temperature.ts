import { type Attempt, defineSource, LcdError, type ReadingDescription } from '@lcdflow/core';
import { concatMap } from 'rxjs';
import { everyOption, plain } from './describe.ts';
import { type Feeling, type Felt, feeler, parseSensor, silence } from './feel.ts';
import type { Files } from './files.ts';
import { noSensor } from './no-sensor.ts';
import { pollSlowly } from './poll-slowly.ts';

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
    read: ({ sensor, every }, context) => {
      const feel = feeler(files, ['temp']);
      return pollSlowly({ name: 'temperature', every, context }, () =>
        feel().pipe(concatMap((feeling) => measure(files, feeling, sensor))),
      );
    },
  });

async function measure(files: Files, { felt, silent }: Feeling, wanted: string | undefined): Promise<Attempt> {
  const problem = silence(silent);
  if (felt.length === 0) return { problem: problem ?? noSensor(files) };
  const chosen = wanted === undefined ? highest(felt) : chosenOf(felt, wanted);
  if (chosen === undefined) throw new LcdError('not-found', `no sensor ${wanted}: expected ${namesOf(felt)}`);
  const readings = {
    celsius: chosen.value,
    critical: chosen.critical === undefined ? undefined : await celsiusIn(files, chosen.critical),
    sensors: felt.map(({ name, value }) => ({ name, celsius: value })),
  };
  return problem === undefined ? { readings } : { readings, problem };
}

const celsiusIn = (files: Files, path: string) =>
  files.slowText(path).then(
    (text) => parseSensor(text, 'temp'),
    () => undefined,
  );

/** The sensor of that name, or the highest one of the chip of that name. */
export const chosenOf = (sensors: readonly Felt[], wanted: string): Felt | undefined =>
  sensors.find(({ name }) => name === wanted) ?? highest(sensors.filter(({ name }) => name.startsWith(`${wanted} `)));

/** The first of those with the highest value. */
export const highest = ([first, ...others]: readonly Felt[]): Felt | undefined =>
  others.reduce((high, sensor) => (high !== undefined && high.value >= sensor.value ? high : sensor), first);

export const namesOf = (sensors: readonly Felt[]) => `one of ${sensors.map(({ name }) => name).join(', ')}`;
