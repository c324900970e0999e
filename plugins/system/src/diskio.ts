import { defineSource, LcdError } from '@lcdflow/core';
import { choice } from './choice.ts';
import { bytesPerSecond, everyOption, percent, plain } from './describe.ts';
import type { Files } from './files.ts';
import { type Counters, growthSinceLast, isCount, perSecond, sumOfKnown } from './growth.ts';
import { poll } from './poll.ts';

/** A sector of /proc/diskstats, whatever the disk's own are (kernel documentation, admin-guide/iostats). */
const SECTOR = 512;
const NOT_PHYSICAL = /^(loop|ram|zram|dm-|md|nbd|fd|sr)\d/;
const PARTITION = /^(?:[shv]d[a-z]+|xvd[a-z]+|.*\dp)\d+$/;

type DiskCounters = Counters<'read' | 'written' | 'active'>;

const OPTIONS = {
  type: 'object',
  properties: {
    device: {
      type: 'string',
      minLength: 1,
      description: 'A name in /proc/diskstats; all physical disks together when left out.',
      examples: ['sda', 'nvme0n1p2'],
    },
    every: everyOption('1s'),
  },
  additionalProperties: false,
} as const;

/** How busy the disks are, from /proc/diskstats. */
export const diskio = (files: Files) =>
  defineSource({
    name: 'diskio',
    meaning: 'What goes to and from the disks.',
    options: OPTIONS,
    describe: {
      read: bytesPerSecond('Bytes read in a second, over the time since the measurement before.'),
      write: bytesPerSecond('Bytes written in a second, over the time since the measurement before.'),
      busy: percent('Share of the time with a request under way; of several disks the busiest one.'),
      'devices[].name': plain('Name of a physical disk, or of the device that was asked for.'),
      'devices[].read': bytesPerSecond('As `read`, of this one.'),
      'devices[].write': bytesPerSecond('As `write`, of this one.'),
      'devices[].busy': percent('As `busy`, of this one.'),
    },
    read: ({ device, every }, context) => {
      const grow = growthSinceLast<keyof DiskCounters>();
      const choose = choice((names) => (device === undefined ? physicalDisks(files, names) : only(device, names)));
      return poll({ name: 'diskio', every, context, twice: true }, (now) => {
        const counters = parseDiskstats(files.text('/proc/diskstats'));
        const { seconds, grown } = grow(now, counters);
        const names = choose([...counters.keys()]);
        const devices = names.map((name) => deviceReadings(name, grown.get(name), seconds));
        const shares = devices.flatMap(({ busy }) => busy ?? []);
        return {
          read: sumOfKnown(devices.map(({ read }) => read)),
          write: sumOfKnown(devices.map(({ write }) => write)),
          busy: shares.length === 0 ? undefined : Math.max(...shares),
          devices,
        };
      });
    },
  });

function deviceReadings(name: string, grown: DiskCounters | undefined, seconds: number | undefined) {
  const active = perSecond(grown?.active, seconds);
  return {
    name,
    read: perSecond(grown?.read, seconds),
    write: perSecond(grown?.written, seconds),
    busy: active === undefined ? undefined : Math.min(100, active / 10),
  };
}

/**
 * Name, sectors read and written, and ms with requests under way (kernel documentation, admin-guide/iostats): two numbers,
 * the name, ten or more numbers.
 */
const DEVICE = /^\s*\S+\s+\S+\s+(\S+)\s+\d+\s+\d+\s+(\d+)\s+\d+\s+\d+\s+\d+\s+(\d+)\s+\d+\s+\d+\s+(\d+)(?:\s|$)/;

/** Bytes read and written and ms with requests under way, by device; lines that are none are passed over. */
export function parseDiskstats(text: string): Map<string, DiskCounters> {
  const devices = new Map<string, DiskCounters>();
  for (const line of text.split('\n')) {
    const [, name, ...fields] = DEVICE.exec(line) ?? [];
    const [read = Number.NaN, written = Number.NaN, active = Number.NaN] = fields.map(Number);
    if (name === undefined || !isCount(read) || !isCount(written) || !isCount(active)) continue;
    devices.set(name, { read: read * SECTOR, written: written * SECTOR, active });
  }
  return devices;
}

function only(device: string, names: readonly string[]): readonly string[] {
  if (names.includes(device)) return [device];
  throw new LcdError('not-found', `no device ${device}: expected one of ${names.join(', ')}`);
}

/** Those the kernel ties to hardware; where it does not say, those that by their names are whole disks. */
function physicalDisks(files: Files, names: readonly string[]): readonly string[] {
  const tied = names.filter((name) => files.exists(`/sys/block/${name}/device`));
  const whole = names.filter((name) => !NOT_PHYSICAL.test(name) && !PARTITION.test(name));
  const disks = tied.length > 0 ? tied : whole;
  if (disks.length === 0) throw new LcdError('not-found', '/proc/diskstats: expected a physical disk');
  return disks;
}
