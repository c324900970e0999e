import { assert, property, string, stringMatching } from 'fast-check';
import { expect, test, vi } from 'vitest';
import { machine } from '../test/machine.ts';
import { clockAt, reading } from '../test/watch.ts';
import { network, parseNetDev } from './network.ts';

test('adds up physical interfaces only', () => {
  clockAt(1000);
  const laptop = machine('laptop');
  const watching = reading(network(laptop.files), { every: '1s' }).watch();
  expect(watching.last).toMatchObject({ received: 4_000_001_000, transmitted: 70_002_000 });
  laptop.becomes('laptop-later');
  vi.advanceTimersByTime(250);
  // 1,000,000 + 500 and 50,000 + 250 bytes in a quarter of a second
  expect(watching.last).toMatchObject({
    receive: 4_002_000,
    transmit: 201_000,
    received: 4_001_001_500,
    transmitted: 70_052_250,
  });
});

test('takes one interface by its name', () => {
  clockAt(1000);
  const laptop = machine('laptop');
  const watching = reading(network(laptop.files), { every: '1s', interface: 'docker0' }).watch();
  laptop.becomes('laptop-later');
  vi.advanceTimersByTime(250);
  expect(watching.last).toMatchObject({
    receive: 3_600_000,
    transmit: 3_600_000,
    received: 900_600,
    transmitted: 900_700,
  });
});

test('takes all but loopback where no interface is physical', () => {
  clockAt(1000);
  const watching = reading(network(machine('container').files), { every: '1s' }).watch();
  expect(watching.last).toMatchObject({ received: 3000, transmitted: 4000 });
});

const dev = (...rows: [name: string, received: number, transmitted: number][]) =>
  rows
    .map(([name, received, transmitted]) => `${name}: ${received} 1 0 0 0 0 0 0 ${transmitted} 1 0 0 0 0 0 0\n`)
    .join('');

test('a counter that wraps has no rate once; the other one goes on', () => {
  clockAt(1000);
  const one = machine();
  one.write('/proc/net/dev', dev(['eth0', 4_294_967_000, 100]));
  const watching = reading(network(one.files), { every: '1s' }).watch();
  one.write('/proc/net/dev', dev(['eth0', 200, 200]));
  vi.advanceTimersByTime(250);
  expect(watching.last).toMatchObject({ receive: undefined, transmit: 400, received: 200, transmitted: 200 });
  one.write('/proc/net/dev', dev(['eth0', 500, 200]));
  vi.advanceTimersByTime(750);
  expect(watching.last).toMatchObject({ receive: 400, transmit: 0 });
});

test('an interface that appears or goes is no burst', () => {
  clockAt(1000);
  const one = machine();
  one.write('/proc/net/dev', dev(['eth0', 100, 100]));
  const watching = reading(network(one.files), { every: '1s' }).watch();
  one.write('/proc/net/dev', dev(['eth0', 200, 200], ['usb0', 1_000_000, 1_000_000]));
  vi.advanceTimersByTime(250);
  expect(watching.last).toMatchObject({ receive: 400, transmit: 400, received: 1_000_200 });
  one.write('/proc/net/dev', dev(['usb0', 1_000_750, 1_000_000]));
  vi.advanceTimersByTime(750);
  expect(watching.last).toMatchObject({ receive: 1000, transmit: 0, received: 1_000_750 });
});

test('says which interfaces there are, and takes one that comes later', () => {
  clockAt(1000);
  const one = machine();
  one.write('/proc/net/dev', dev(['lo', 1, 1], ['eth0', 100, 100]));
  const { logged, watch } = reading(network(one.files), { every: '1s', interface: 'ppp0' });
  const watching = watch();
  expect(watching.last).toEqual({});
  vi.advanceTimersByTime(2000);
  one.write('/proc/net/dev', dev(['lo', 1, 1], ['eth0', 100, 100], ['ppp0', 50, 60]));
  vi.advanceTimersByTime(1000);
  expect(watching.last).toMatchObject({ received: 50, transmitted: 60 });
  expect(logged).toEqual(['warn network: no interface ppp0: expected one of lo, eth0', 'info network: is back']);
});

test('says so when there is loopback alone, and when there is no /proc', () => {
  clockAt(1000);
  const one = machine();
  const { logged, watch } = reading(network(one.files), { every: '1s' });
  watch();
  one.write('/proc/net/dev', dev(['lo', 1, 1]));
  vi.advanceTimersByTime(1000);
  expect(logged).toEqual([
    'warn network: needs /proc/net/dev, which only Linux has',
    'warn network: /proc/net/dev: expected an interface besides lo',
  ]);
});

test('a clock that was set back gives no rate once', () => {
  clockAt(100_000);
  const laptop = machine('laptop');
  const { watch } = reading(network(laptop.files), { every: '1s' });
  watch().stop();
  laptop.becomes('laptop-later');
  vi.setSystemTime(50_000);
  const watching = watch();
  expect(watching.last).toMatchObject({ receive: undefined, received: 4_001_001_500 });
  vi.advanceTimersByTime(1000);
  expect(watching.last).toMatchObject({ receive: 0, transmit: 0 });
});

test('reads names that touch the first number, and names with a colon', () => {
  const rest = ' 1 0 0 0 0 0 0 8 1 0 0 0 0 0 0\n';
  expect([...parseNetDev(`eth0:7${rest}br0:1: 9${rest}`)]).toEqual([
    ['eth0', { received: 7, transmitted: 8 }],
    ['br0:1', { received: 9, transmitted: 8 }],
  ]);
});

test('garbage is passed over', () => {
  const nearly = stringMatching(/^( {0,2}[a-z:]{1,5}: {0,2}([\d-]{1,400} ){8,10}\n?){0,4}$/);
  for (const text of [string(), nearly])
    assert(
      property(text, (lines) => {
        for (const counters of parseNetDev(lines).values())
          expect(Object.values(counters).every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
      }),
    );
});
