import { symlinkSync } from 'node:fs';
import type { networkInterfaces } from 'node:os';
import type { Readings, Source } from '@lcdflow/core';
import { matchesGolden, withDefaults } from '@lcdflow/testkit';
import { concat, defer, filter, firstValueFrom, type Observable, of, Subject } from 'rxjs';
import { expect, onTestFinished, test } from 'vitest';
import { type Machine, machine } from '../test/machine.ts';
import { disk } from './disk.ts';
import { disks } from './disks.ts';
import type { Files } from './files.ts';
import system from './index.ts';
import { network } from './network.ts';

/** A file system with half its space and a quarter of its inodes in use; root keeps a tenth. */
const space = async () => ({ type: 0, bsize: 4096, blocks: 1e6, bfree: 5e5, bavail: 4e5, files: 4000, ffree: 3000 });
const address = (family: string, text: string) => ({ family, address: text });
const addresses = (() => ({
  eno1: [address('IPv4', '192.0.2.10'), address('IPv6', 'fe80::1'), address('IPv6', '2001:db8::10')],
  eth0: [address('IPv4', '198.51.100.7')],
  wlp2s0: [address('IPv6', 'fe80::2'), address('IPv4', '192.168.1.23')],
})) as unknown as typeof networkInterfaces;

function sourcesOf(root: string, files: Files): readonly Source[] {
  const own: Readonly<Record<string, Source>> = {
    disk: disk(files, space) as Source,
    disks: disks(files, space) as Source,
    network: network(files, addresses) as Source,
  };
  return system({ root }).sources!.map((source) => own[source.name] ?? source);
}

/** Files that tell when nothing is read any more. */
function watched(files: Files) {
  const reads = new Set<Promise<string>>();
  const slowText = (path: string) => {
    const text = files.slowText(path).finally(() => reads.delete(text));
    reads.add(text);
    return text;
  };
  const settled = async (): Promise<void> => {
    do {
      await Promise.allSettled([...reads]);
      await new Promise(setImmediate);
    } while (reads.size > 0);
  };
  return { files: { ...files, slowText }, settled };
}

/** What all sources say after two measurements, a second apart, and what they log. */
async function twice(one: Machine, name: string, only = /./) {
  const clock = new Subject<number>();
  let now = 1_753_000_000_000;
  const ticks = () =>
    concat(
      defer(() => of(now)),
      clock,
    );
  const { files, settled } = watched(one.files);
  const watching = sourcesOf(one.root, files)
    .filter((source) => only.test(source.name))
    .map((source) => watch(source, ticks));
  await Promise.all(watching.map(({ came }) => came(1)));
  await settled();
  one.becomes(`${name}-later`);
  now += 1000;
  clock.next(now);
  await Promise.all(watching.filter(({ seen }) => Object.keys(seen[0]!).length > 0).map(({ came }) => came(2)));
  return watching;
}

function watch(source: Source, ticks: () => Observable<number>) {
  const [seen, logged, news]: [Readings[], string[], Subject<void>] = [[], [], new Subject()];
  const write = (message: string) => logged.push(message);
  const log = { debug: write, info: write, warn: write, error: write };
  const subscription = source.read(withDefaults(source.options, {}) as never, { ticks, log }).subscribe((readings) => {
    seen.push(readings);
    news.next();
  });
  onTestFinished(() => subscription.unsubscribe());
  const came = async (most: number) => {
    if (seen.length < most) await firstValueFrom(news.pipe(filter(() => seen.length >= most)));
  };
  return { name: source.name, seen, logged, came };
}

function lines(value: unknown, path: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => lines(one, `${path}[${index}]`));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, inner]) => lines(inner, `${path}.${name}`));
  const text = typeof value === 'number' ? String(Number(value.toFixed(3))) : value === undefined ? '-' : String(value);
  return [`${path.padEnd(36)} ${text}`.trimEnd()];
}

test.each(['notebook', 'server', 'raspberry', 'docker', 'virtual'])('%s', async (name) => {
  const told = await twice(machine(name), name);
  const text = told.flatMap(({ name, seen, logged }) => [...logged, ...lines(seen.at(-1), name)]);
  matchesGolden(new URL(`../test/machines/${name}.readings`, import.meta.url), `${text.join('\n')}\n`);
});

test('names of sensors do not depend on the order drivers were loaded in', async () => {
  const [before, after] = [machine('server'), machine('server')];
  for (const number of [0, 1, 5, 9]) {
    const path = `/sys/class/hwmon/hwmon${number}`;
    const link = after.files.link(path)!;
    after.remove(path);
    symlinkSync(link, `${after.root}/sys/class/hwmon/hwmon${100 - number}`);
  }
  const [first, second] = await Promise.all([before, after].map((one) => twice(one, 'server', /^sensors$/)));
  expect(first![0]!.seen[0]!.temperatures).toHaveLength(24);
  expect(second![0]!.seen[0]).toEqual(first![0]!.seen[0]);
});

test('the table describes all that is read', async () => {
  const { sources = [] } = system({ root: machine('notebook').root });
  const told = await twice(machine('notebook'), 'notebook');
  for (const { name, seen } of told) {
    const { describe } = sources.find((source) => source.name === name)!;
    expect([...new Set(lines(seen.at(-1), '').map(pathOf))].sort()).toEqual(
      Object.keys(describe)
        .filter((path) => !/^currents/.test(path))
        .sort(),
    );
  }
});

const pathOf = (line: string): string =>
  line
    .split(' ', 1)[0]!
    .slice(1)
    .replace(/\[\d+\]/g, '[]');
