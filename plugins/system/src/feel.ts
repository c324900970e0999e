import { concatMap, from, map, type Observable, toArray } from 'rxjs';
import type { Files } from './files.ts';
import { type Sensor, type SensorKind, sensorFinder } from './find-sensors.ts';
import { patience } from './patience.ts';

/** A sensor that answered, in °C, 1/min, V, A or W. */
export interface Felt extends Sensor {
  readonly value: number;
}

/** What all sensors say, and the chips that did not answer in time. */
export interface Feeling {
  readonly felt: readonly Felt[];
  readonly silent: readonly string[];
}

/** Thousandths, single turns, millionths: kernel documentation, hwmon/sysfs-interface. */
const UNIT: Readonly<Record<SensorKind, number>> = { temp: 1e3, fan: 1, in: 1e3, curr: 1e3, power: 1e6 };
/** Drivers report nonsense such as -273 °C, 255 °C or 65535 turns for sensors that are not connected. */
const PLAUSIBLE: Readonly<Record<SensorKind, readonly [least: number, most: number]>> = {
  temp: [-100, 200],
  fan: [0, 60_000],
  in: [-1000, 1000],
  curr: [-1000, 1000],
  power: [-100_000, 100_000],
};

/** Asks the sensors of some kinds, chip by chip: one that hangs holds up no other. */
export function feeler(files: Files, kinds: readonly SensorKind[]): () => Observable<Feeling> {
  const finder = sensorFinder(files);
  const ask = patience();
  const feelChip = (chip: string, sensors: readonly Sensor[]) =>
    ask(chip, () => Promise.all(sensors.map((sensor) => feel(files, sensor)))).pipe(
      map((felt) => ({ felt: felt?.filter((sensor) => sensor !== undefined) ?? [], silent: felt ? [] : [sensors] })),
    );
  return () => {
    const sensors = finder.found().filter(({ kind }) => kinds.includes(kind));
    const chips = [...new Set(sensors.map(({ chip }) => chip))];
    return from(chips).pipe(
      concatMap((chip) =>
        feelChip(
          chip,
          sensors.filter((sensor) => sensor.chip === chip),
        ),
      ),
      toArray(),
      map((all) => {
        const felt = all.flatMap((chip) => chip.felt);
        if (felt.length < sensors.length) finder.forget();
        return { felt, silent: all.flatMap(({ silent }) => silent.flatMap(([first]) => first?.name ?? [])) };
      }),
    );
  };
}

/** Sensors of sleeping hardware give errors when read: they have no value. */
async function feel(files: Files, sensor: Sensor): Promise<Felt | undefined> {
  const value = await files.slowText(sensor.input).then(
    (text) => parseSensor(text, sensor.kind),
    () => undefined,
  );
  return value === undefined ? undefined : { ...sensor, value };
}

/** The value of a sensor's file; `undefined` when it is none or beyond belief. */
export function parseSensor(text: string, kind: SensorKind): number | undefined {
  const value = /^\s*-?\d+\s*$/.test(text) ? Number(text) / UNIT[kind] : Number.NaN;
  const [least, most] = PLAUSIBLE[kind];
  return value >= least && value <= most ? value : undefined;
}

/** Says who did not answer; nothing when all did. */
export const silence = (silent: readonly string[]): string | undefined =>
  silent.length === 0 ? undefined : `no answer from ${silent.join(', ')}`;
