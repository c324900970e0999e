import { type Attempt, defineSource, LcdError } from '@lcdflow/core';
import { concatMap, defer, from, map, toArray } from 'rxjs';
import { choice } from './choice.ts';
import { bytes, everyOption, plain } from './describe.ts';
import { parseSensor } from './feel.ts';
import { type Files, lineOf } from './files.ts';
import { noHardware } from './no-sensor.ts';
import { patience } from './patience.ts';
import { pollSlowly } from './poll-slowly.ts';

const BLOCK = '/sys/block';
const SECTOR = 512;

interface Drive {
  readonly name: string;
  readonly model: string | undefined;
  readonly size: number | undefined;
  readonly celsius: number | undefined;
  /** Why it has no temperature. */
  readonly problem: string | undefined;
}

/** The drives of the machine and how hot they are, from /sys/block and the drivers drivetemp and nvme. */
export const drives = (files: Files) =>
  defineSource({
    name: 'drives',
    meaning: 'The drives and how hot they are. Asking may keep some from falling asleep.',
    options: { type: 'object', properties: { every: everyOption('30s') }, additionalProperties: false },
    describe: {
      count: plain('How many drives there are.'),
      hottest: { unit: '°C', range: [0, 100], meaning: 'Temperature of the hottest one.' },
      'drives[].name': plain('Its name, such as `sda` or `nvme0n1`.'),
      'drives[].model': plain('What its maker calls it.'),
      'drives[].size': bytes('How much it holds.'),
      'drives[].celsius': { unit: '°C', range: [0, 100], meaning: 'Its temperature, where it says so.' },
    },
    read: ({ every }, context) => {
      const ask = patience();
      const choose = choice((names) => drivesAmong(files, names));
      return pollSlowly(
        { name: 'drives', every, context },
        () =>
          defer(() => from(choose(files.names(BLOCK)))).pipe(
            concatMap((name) => ask(name, () => look(files, name)).pipe(map((drive) => drive ?? silent(name)))),
            toArray(),
            map(tableOf),
          ),
        2000,
      );
    },
  });

function drivesAmong(files: Files, names: readonly string[]): readonly string[] {
  const drives = names.filter((name) => files.exists(`${BLOCK}/${name}/device`) && !/^(sr|fd)\d/.test(name));
  if (drives.length > 0) return drives;
  throw new LcdError('not-found', `no drive: ${noHardware(files) ?? `expected one in ${BLOCK}`}`);
}

const silent = (name: string): Drive => ({
  ...{ name, model: undefined, size: undefined, celsius: undefined },
  problem: `no answer from ${name}`,
});

async function look(files: Files, name: string): Promise<Drive> {
  const device = `${BLOCK}/${name}/device`;
  const sectors = Number(lineOf(files, `${BLOCK}/${name}/size`));
  const input = sensorOf(files, device);
  const celsius =
    input === undefined
      ? undefined
      : await files.slowText(input).then(
          (text) => parseSensor(text, 'temp'),
          () => undefined,
        );
  return {
    name,
    model: lineOf(files, `${device}/model`) ?? lineOf(files, `${device}/name`),
    size: sectors > 0 ? sectors * SECTOR : undefined,
    celsius,
    problem: input === undefined ? noSensor(files, name, device) : undefined,
  };
}

/** drivetemp hangs below the SCSI device; nvme below the controller, or on older kernels below its PCI device. */
function sensorOf(files: Files, device: string): string | undefined {
  const folders = [`${device}/hwmon`, device, `${device}/device/hwmon`];
  const chips = folders.flatMap((folder) =>
    files.names(folder).flatMap((name) => (/^hwmon\d+$/.test(name) ? [`${folder}/${name}/temp1_input`] : [])),
  );
  return chips.find(files.exists);
}

/** Only for drives that could tell: virtual ones, sticks and cards have no thermometer that Linux reads. */
function noSensor(files: Files, name: string, device: string): string | undefined {
  if (name.startsWith('nvme')) return `${name}: kernel without NVME_HWMON`;
  if (lineOf(files, `${device}/vendor`) !== 'ATA') return undefined;
  return files.exists('/sys/module/drivetemp') ? `${name}: has no thermometer` : `${name}: module drivetemp not loaded`;
}

function tableOf(found: readonly Drive[]): Attempt {
  const known = found.flatMap(({ celsius }) => celsius ?? []);
  const problems = found.flatMap(({ problem }) => problem ?? []);
  const readings = {
    count: found.length,
    hottest: known.length === 0 ? undefined : Math.max(...known),
    drives: found.map(({ problem: _, ...drive }) => drive),
  };
  return problems.length === 0 ? { readings } : { readings, problem: problems.join('; ') };
}
