import { assert, property, string, stringMatching } from 'fast-check';
import { expect, test, vi } from 'vitest';
import { machine } from '../test/machine.ts';
import { clockAt, reading } from '../test/watch.ts';
import { diskio, parseDiskstats } from './diskio.ts';

/** What one second between the two moments of the laptop shows. */
function inOneSecond(device?: string) {
  clockAt(1000);
  const laptop = machine('laptop');
  const watching = reading(diskio(laptop.files), { every: '1s', ...(device && { device }) }).watch();
  expect(watching.last).toMatchObject({ read: undefined, write: undefined });
  vi.advanceTimersByTime(1000);
  expect(watching.last).toMatchObject({ read: 0, write: 0, busy: 0 });
  laptop.becomes('laptop-later');
  vi.advanceTimersByTime(1000);
  return watching.last;
}

test('adds up physical disks only; the busiest one counts', () => {
  // nvme0n1: 2048 and 4096 sectors, 350 ms; sda: 20 and 0 sectors, 600 ms
  expect(inOneSecond()).toMatchObject({ read: 1_058_816, write: 2_097_152, busy: 60 });
});

test('takes one device by its name, a partition too', () => {
  expect(inOneSecond('nvme0n1p2')).toMatchObject({ read: 1_048_576, write: 2_097_152, busy: 35 });
});

test('goes by names where the kernel does not say what is physical', () => {
  clockAt(1000);
  const container = machine('container');
  const watching = reading(diskio(container.files), { every: '1s' }).watch();
  const stats = container.files.text('/proc/diskstats');
  container.write('/proc/diskstats', stats.replaceAll(' 100 5 10 0 200 5 0 50 60', ' 101 5 10 0 204 5 0 60 70'));
  vi.advanceTimersByTime(250);
  expect(watching.last).toMatchObject({ read: 2048, write: 8192, busy: 4 });
});

const stats = (name: string, read: number, written: number, active: number) =>
  `8 0 ${name} 1 0 ${read} 5 1 0 ${written} 5 0 ${active} 60\n`;

test('a disk that was plugged in again has no rates once; the others go on', () => {
  clockAt(1000);
  const one = machine();
  one.write('/proc/diskstats', stats('sda', 100, 100, 100) + stats('sdb', 900, 900, 900));
  const watching = reading(diskio(one.files), { every: '1s' }).watch();
  one.write('/proc/diskstats', stats('sda', 101, 102, 105) + stats('sdb', 0, 0, 0));
  vi.advanceTimersByTime(250);
  expect(watching.last).toMatchObject({ read: 2048, write: 4096, busy: 2 });
  one.write('/proc/diskstats', stats('sdb', 3, 0, 0) + stats('sdc', 900, 900, 900));
  vi.advanceTimersByTime(750);
  expect(watching.last).toMatchObject({ read: 2048, write: 0, busy: 0 });
});

test('is never busier than 100 %', () => {
  clockAt(1000);
  const one = machine();
  one.write('/proc/diskstats', stats('sda', 0, 0, 0));
  const watching = reading(diskio(one.files), { every: '1s' }).watch();
  one.write('/proc/diskstats', stats('sda', 0, 0, 260));
  vi.advanceTimersByTime(250);
  expect(watching.last.busy).toBe(100);
});

test('says why there is nothing', () => {
  clockAt(1000);
  const one = machine();
  const all = reading(diskio(one.files), { every: '1s' });
  all.watch();
  one.write('/proc/diskstats', stats('loop0', 1, 1, 1) + stats('sr0', 1, 1, 1));
  vi.advanceTimersByTime(1000);
  const sda = reading(diskio(one.files), { every: '1s', device: 'sda' });
  expect(sda.watch().last).toEqual({});
  expect([...all.logged, ...sda.logged]).toEqual([
    'warn diskio: needs /proc/diskstats, which only Linux has',
    'warn diskio: /proc/diskstats: expected a physical disk',
    'warn diskio: no device sda: expected one of loop0, sr0',
  ]);
});

test('garbage is passed over', () => {
  const nearly = stringMatching(/^( {1,3}\d{1,3} \d{1,3} [a-z]{1,4}( [\d-]{1,400}){9,12}\n?){0,4}$/);
  for (const text of [string(), nearly])
    assert(
      property(text, (lines) => {
        for (const counters of parseDiskstats(lines).values())
          expect(Object.values(counters).every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
      }),
    );
});

test.each([3, 7, 10])('counter %i beyond any number is none', (place) => {
  const counters = Array.from({ length: 11 }, (_, index) => (index + 1 === place ? '9'.repeat(400) : '1'));
  const disk = (name: string, numbers: readonly string[]) => `8 0 ${name} ${numbers.join(' ')}\n`;
  const found = parseDiskstats(disk('sda', counters) + disk('sdb', Array(11).fill('1')));
  expect([...found.keys()]).toEqual(['sdb']);
});
