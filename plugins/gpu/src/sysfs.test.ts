import { expect, test } from 'vitest';
import { machine, unpack } from '../test/machine.ts';
import { watch } from '../test/watch.ts';
import { parseClock } from './amd.ts';

const GIB = 2 ** 30;

test('a card of AMD, and one that is left asleep', async () => {
  const { count, logged } = watch(machine('amd'));
  const { cards, ...readings } = await count(1);
  const first = {
    ...{ id: 'card0', address: '0000:03:00.0', name: 'AMD 0x73bf', state: 'active', busy: 37, celsius: 51, power: 98 },
    ...{ memory: { used: 4 * GIB, total: 17_163_091_968, percent: (4 * GIB * 100) / 17_163_091_968 } },
    ...{ frequency: 2_210_000_000, fan: 20 },
  };
  expect(readings).toEqual({ ...first, updated: 1_000_000, stale: false });
  expect(cards).toEqual([
    first,
    expect.objectContaining({ id: 'card1', address: '0000:0c:00.0', state: 'asleep', busy: undefined }),
  ]);
  expect(logged).toEqual([]);
});

test('cards of Intel: i915 by its sleep, xe with its energy', async () => {
  const root = machine('intel');
  const { count, tick } = watch(root);
  expect(await count(1)).toMatchObject({ id: 'card1', frequency: 350_000_000, busy: undefined });
  unpack(root, '== /sys/class/drm/card1/gt/gt0/rc6_residency_ms = 500750\n');
  const xe = '/sys/devices/pci0000:00/0000:00:1c.0/0000:04:00.0';
  unpack(
    root,
    `== ${xe}/tile0/gt0/gtidle/idle_residency_ms = 90100\n== ${xe}/hwmon/hwmon3/energy1_input = 1150000000\n`,
  );
  tick();
  expect(await count(2)).toMatchObject({
    busy: 25,
    cards: [
      { id: 'card1', address: '0000:00:02.0', busy: 25, power: undefined },
      { id: 'card2', address: '0000:04:00.0', busy: 90, power: 150, frequency: 2_400_000_000 },
    ],
  });
  unpack(root, '== /sys/class/drm/card1/gt/gt0/rc6_residency_ms = 10\n');
  tick();
  expect(await count(3)).toMatchObject({ busy: undefined });
  tick(-500_000);
  expect(await count(4)).toMatchObject({ busy: undefined });
});

test.each([
  ['0000:0c:00.0', 'card1'],
  ['card1', 'card1'],
  ['amd 0x73', 'card0'],
])('%s is %s', async (card, id) => {
  expect(await watch(machine('amd'), { card }).count(1)).toMatchObject({ id });
});

test('says why there is nothing', async () => {
  const why = async (root: string, card?: string) => {
    const { count, logged } = watch(root, card === undefined ? {} : { card });
    await count(1);
    return logged;
  };
  expect(await why('/nowhere')).toEqual(['gpu: no graphics card: expected one in /sys/class/drm']);
  expect(await why(machine('virtual'))).toEqual(['gpu: card0: no readings: a virtual machine has none']);
  expect(await why(machine('amd'), 'RTX')).toEqual(['gpu: no card RTX: expected one of card0, card1']);
  const root = machine('virtual');
  unpack(root, '== /sys/class/drm/card0/device/vendor = 0x10de\n');
  expect(await why(root)).toEqual(['gpu: card0: no readings: module nvidia not loaded']);
});

test('the level with a star is the clock', () => {
  expect(parseClock('S: 19Mhz *\n0: 500Mhz\n')).toBe(19_000_000);
  expect(parseClock('0: 500Mhz\n')).toBeUndefined();
});
