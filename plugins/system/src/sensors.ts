import { type Attempt, defineSource, type ReadingDescription, type Source } from '@lcdflow/core';
import { map } from 'rxjs';
import { everyOption, plain } from './describe.ts';
import { type Feeling, type Felt, feeler, silence } from './feel.ts';
import type { Files } from './files.ts';
import type { SensorKind } from './find-sensors.ts';
import { noSensor } from './no-sensor.ts';
import { pollSlowly } from './poll-slowly.ts';
import { chosenOf, highest } from './temperature.ts';

/** By the name of the option that chooses one. */
const KINDS = {
  temperature: { kind: 'temp', list: 'temperatures', unit: '°C', one: 'temperature' },
  fan: { kind: 'fan', list: 'fans', unit: '1/min', one: 'speed of a fan' },
  voltage: { kind: 'in', list: 'voltages', unit: 'V', one: 'voltage' },
  current: { kind: 'curr', list: 'currents', unit: 'A', one: 'current' },
  power: { kind: 'power', list: 'powers', unit: 'W', one: 'power' },
} as const satisfies Record<string, { kind: SensorKind; list: string; unit: string; one: string }>;

type Name = keyof typeof KINDS;
const NAMES = Object.keys(KINDS) as Name[];
type Wanted = { readonly [N in Name]?: string };

const choose = (one: string, example: string) => ({
  type: 'string' as const,
  minLength: 1,
  description: `Which ${one}: a sensor, or a chip whose highest one counts; the highest of all when left out.`,
  examples: [example],
});

const describe: Readonly<Record<string, ReadingDescription>> = Object.fromEntries(
  NAMES.flatMap((name): [string, ReadingDescription][] => {
    const { list, unit, one } = KINDS[name];
    return [
      [name, { unit, meaning: `The ${one} that the option chooses.` }],
      [`${list}[].name`, plain('Chip and label of a sensor that answers.')],
      [`${list}[].value`, { unit, meaning: `Its ${one}.`.replace('Its speed of a fan', 'Its speed') }],
    ];
  }),
);

/** Everything the hwmon drivers measure. */
export const sensors = (files: Files): Source =>
  defineSource({
    name: 'sensors',
    meaning: 'Temperatures, fans, voltages, currents and powers; names stay the same over restarts.',
    options: {
      type: 'object',
      properties: {
        temperature: choose(KINDS.temperature.one, 'coretemp Package id 0'),
        fan: choose(KINDS.fan.one, 'nct6775 fan2'),
        voltage: choose(KINDS.voltage.one, 'nct6775 in0'),
        current: choose(KINDS.current.one, 'ina219'),
        power: choose(KINDS.power.one, 'amdgpu PPT'),
        every: everyOption('5s'),
      },
      additionalProperties: false,
    },
    describe,
    read: ({ every, ...wanted }, context) => {
      const kinds = NAMES.map((name) => KINDS[name].kind);
      const feel = feeler(files, kinds);
      return pollSlowly({ name: 'sensors', every, context }, () =>
        feel().pipe(map((feeling) => lists(files, feeling, wanted))),
      );
    },
  }) as Source;

function lists(files: Files, { felt, silent }: Feeling, wanted: Wanted): Attempt {
  const problem = silence(silent);
  if (felt.length === 0) return { problem: problem ?? noSensor(files) };
  const readings: Record<string, unknown> = {};
  const lost: string[] = problem === undefined ? [] : [problem];
  for (const name of NAMES) {
    const own = felt.filter(({ kind }) => kind === KINDS[name].kind);
    const choice = wanted[name];
    const chosen = choice === undefined ? highest(own) : chosenOf(own, choice);
    if (choice !== undefined && chosen === undefined) lost.push(`no ${name} ${choice}: expected ${oneOf(own)}`);
    readings[name] = chosen?.value;
    readings[KINDS[name].list] = own.map(({ name, value }) => ({ name, value }));
  }
  return lost.length === 0 ? { readings } : { readings, problem: lost.join('; ') };
}

const oneOf = (own: readonly Felt[]): string =>
  own.length === 0 ? 'a sensor of that kind' : `one of ${own.map(({ name }) => name).join(', ')}`;
