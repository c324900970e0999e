import { expect, test } from 'vitest';
import { PATH, pass, virtualTime, watch, workbench } from '../test/bench.ts';
import { serialBus } from './bus.ts';

virtualTime();

const paths = ({ values }: { readonly values: readonly { readonly address: { readonly path?: unknown } }[] }) =>
  values.map(({ address }) => address.path);

test('each port that comes while subscribed, within half a second', async () => {
  const { serial, bus } = workbench();
  serial.plug('/dev/ttyS0', {});
  const seen = watch(bus.arrivals!());
  await pass(2_000);
  serial.plug('/dev/ttyUSB7', { stable: '/dev/serial/by-id/seven' });
  await pass(500);
  expect(paths(seen)).toEqual(['/dev/serial/by-id/seven']);
  await pass(2_000);
  serial.unplug('/dev/ttyUSB7');
  await pass(2_000);
  serial.plug('/dev/ttyUSB7', {});
  await pass(2_000);
  expect(paths(seen)).toEqual(['/dev/serial/by-id/seven', '/dev/ttyUSB7']);
});

test('a port that came back between two looks has come, too', async () => {
  const { serial, bus } = workbench();
  serial.plug('/dev/ttyUSB7', {});
  const seen = watch(bus.arrivals!());
  await pass(1_100);
  serial.unplug('/dev/ttyUSB7');
  serial.plug('/dev/ttyUSB7', {});
  await pass(500);
  expect(paths(seen)).toEqual(['/dev/ttyUSB7']);
});

test('whatever comes at a path that somebody has asked for, such as a link', async () => {
  const { serial, bus, connect } = workbench();
  serial.unplug(PATH);
  connect({ path: '/run/lcd' });
  const seen = watch(bus.arrivals!());
  serial.plug('/dev/pts/3');
  serial.links.set('/run/lcd', '/dev/pts/3');
  await pass(500);
  expect(paths(seen)).toEqual(['/run/lcd']);
});

test('several who wait look once, however many they are', async () => {
  const { serial } = workbench();
  const { files } = serial.machine;
  let looks = 0;
  const ports = () => {
    looks++;
    return files.ports();
  };
  const bus = serialBus({ ...serial.machine, files: { ...files, ports } });
  const seen = Array.from({ length: 5 }, () => watch(bus.arrivals!()));
  await pass(1_000);
  serial.plug('/dev/ttyUSB7', {});
  await pass(500);
  expect(seen.map(paths)).toEqual(seen.map(() => ['/dev/ttyUSB7']));
  expect(looks).toBe(4);
});
