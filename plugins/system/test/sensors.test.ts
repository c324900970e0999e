import { execFileSync, spawnSync } from 'node:child_process';
import type { Readings, Source } from '@lcdflow/core';
import { firstValueFrom } from 'rxjs';
import { expect, test } from 'vitest';
import system from '../src/index.ts';
import { machine } from './machine.ts';
import { contextOnFakeClock } from './watch.ts';

const runs = (program: string, ...args: readonly string[]) => spawnSync(program, args).status === 0;
/** Only root can show a program another machine's /sys; containers mostly forbid it. */
const canCompare = runs('sensors', '--version') && runs('unshare', '--mount', 'mount', '--bind', '/tmp', '/sys/class');

/** What `sensors` prints when /sys/class and /sys/devices are another machine's. Around them it wants a true sysfs. */
const SENSORS =
  'mount --bind "$0/sys/class" /sys/class && mount --bind "$0/sys/devices" /sys/devices && sensors -j -c /dev/null';
const printed = (root: string) => execFileSync('unshare', ['--mount', 'sh', '-c', SENSORS, root], { encoding: 'utf8' });

const KINDS: Readonly<Record<string, string>> = {
  temp: 'temperatures',
  fan: 'fans',
  in: 'voltages',
  curr: 'currents',
  power: 'powers',
};

interface Seen {
  readonly kind: string;
  readonly name: string;
  readonly value: number;
}

/** Chip by chip: those of the same name are several keys of one object, of which JSON.parse keeps one. */
const bySensors = (json: string): readonly Seen[] => json.split(/^(?= {3}")/m).flatMap(ofChip);

function ofChip(json: string): readonly Seen[] {
  const chip = /^ {3}"(.+)-virtual-0":/.exec(json)?.[1];
  const features = [...json.matchAll(/^ {6}"(.+)":\{\n {9}"(([a-z]+)\d+)_(?:input|average)": ([-\d.]+)/gm)];
  const isAlone = (letters: string) => features.filter(([, , , other]) => other === letters).length === 1;
  return features.map(([, label, channel, letters, value]) => ({
    kind: KINDS[letters!]!,
    // One without a label that is the only one of its kind is called like its chip.
    name: label === channel && isAlone(letters!) ? chip! : `${chip} ${label}`,
    value: Number(value),
  }));
}

/** As the source `sensors` has them. Of several with the same name all but the first have a number behind it. */
async function bySource(root: string): Promise<readonly Seen[]> {
  const source: Source = system({ root }).sources!.find(({ name }) => name === 'sensors')!;
  const readings = await firstValueFrom(source.read({ every: '5s' } as never, contextOnFakeClock().context));
  return Object.values(KINDS).flatMap((kind) => {
    const all = (readings[kind] ?? []) as readonly Readings[];
    const names = new Set(all.map(({ name }) => name));
    return all.map(({ name, value }) => {
      const bare = String(name).replace(/ \d+$/, '');
      return { kind, name: names.has(bare) ? bare : String(name), value: Number(value) };
    });
  });
}

const lines = (all: readonly Seen[]) =>
  all.map(({ kind, name, value }) => `${kind}: ${name} ${value.toFixed(3)}`).sort();

test.skipIf(!canCompare).each([
  ['notebook', ['fans: thinkpad fan2 65535.000', 'temperatures: thinkpad GPU -128.000']],
  ['server', ['temperatures: nct6798 AUXTIN0 255.000']],
  ['raspberry', []],
])(
  '%s: all that sensors tells, but for what is beyond belief (needs root and apt-get install lm-sensors)',
  async (name, nonsense) => {
    const { root } = machine(name);
    expect([...lines(await bySource(root)), ...nonsense].sort()).toEqual(lines(bySensors(printed(root))));
  },
);
