import { connect, type Socket } from 'node:net';
import { blankFrame, type DeviceEmulator } from '@lcdflow/core';
import { filter, firstValueFrom, map, type Observable, ReplaySubject, take } from 'rxjs';
import { afterEach, expect, test } from 'vitest';
import { answersIn, bytes, control, devlist, importOf, out } from '../../test/usbip-client.ts';
import { joined } from './bytes.ts';
import { type UsbipEvent, usbipServer } from './usbip-server.ts';

const emulator: DeviceEmulator = {
  ...{ driver: 'some', model: 'panel', bus: 'usb', interval: 1 },
  usb: {
    device: bytes('12 01 00 02 00 00 00 08 d8 04 02 c0 34 12 01 02 03 01'),
    configuration: bytes('09 02 19 00 01 01 00 a0 32 09 04 00 00 01 03 00 00 00 07 05 01 03 40 00 0a'),
    strings: ['maker', 'panel', 'S'],
  },
  explain: () => '',
  powerUp: () => ({
    receive: () => ({}),
    press: () => [],
    glass: () => blankFrame({ width: 1, height: 1 }),
    controls: () => ({}),
  }),
};
const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const serve = () => usbipServer({ devices: [{ emulator }], port: 0, log: quiet });

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A server, its port, and what it tells. */
async function served(): Promise<{ port: number; events: Observable<UsbipEvent>; close: () => void }> {
  const events = new ReplaySubject<UsbipEvent>();
  const serving = serve().subscribe(events);
  ends.push(() => serving.unsubscribe());
  const port = await firstValueFrom(
    events.pipe(
      filter((event) => event.kind === 'listening'),
      map((event) => event.port),
    ),
  );
  return { port, events, close: () => serving.unsubscribe() };
}

/** A connection that collects what comes, and waits for so many bytes of it. */
function call(port: number): {
  socket: Socket;
  next(bytes: number): Promise<readonly string[]>;
  closed: Promise<unknown>;
} {
  const socket = connect({ port, host: '127.0.0.1' });
  ends.push(() => socket.destroy());
  let all: Uint8Array = new Uint8Array();
  let wake = (): void => {};
  socket.on('error', () => {});
  socket.on('data', (chunk) => {
    all = joined(all, chunk as Uint8Array);
    wake();
  });
  const next = async (count: number): Promise<readonly string[]> => {
    while (all.length < count)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    const answers = answersIn(all.slice(0, count));
    all = all.slice(count);
    return answers;
  };
  return { socket, next, closed: new Promise((resolve) => socket.on('close', resolve)) };
}

test('a computer takes the device over TCP, uses it and gives it back', async () => {
  const { port, events } = await served();
  const lister = call(port);
  lister.socket.write(devlist());
  expect(await lister.next(12 + 316)).toEqual(['devlist 1']);
  const owner = call(port);
  for (const byte of joined(importOf('1-1'), control(1, '80 08 00 00 00 00 01 00')))
    owner.socket.write(Uint8Array.of(byte));
  expect(await owner.next(320 + 49)).toEqual(['import 0', '#1 0 1: 00']);
  owner.socket.write(joined(out(2, bytes('94 01')), out(4, bytes('94 02'))));
  expect(await owner.next(96)).toEqual(['#2 0 2', '#4 0 2']);
  owner.socket.end();
  const kinds = events.pipe(filter(({ kind }) => kind === 'released'));
  expect(await firstValueFrom(kinds)).toMatchObject({ busid: '1-1' });
});

test('garbage on the port closes that connection only', async () => {
  const { port } = await served();
  const owner = call(port);
  owner.socket.write(importOf('1-1'));
  await owner.next(320);
  const stranger = call(port);
  stranger.socket.write('GET / HTTP/1.1\r\n\r\n');
  await stranger.closed;
  const second = call(port);
  second.socket.write(importOf('1-1'));
  expect(await second.next(8)).toEqual(['import 2']);
  await second.closed;
  owner.socket.write(out(2, bytes('94 01')));
  expect(await owner.next(48)).toEqual(['#2 0 2']);
});

test('pulling the plug closes the connection, and so does the end of the server', async () => {
  const { port, events, close } = await served();
  const owner = call(port);
  owner.socket.write(importOf('1-1'));
  const imported = await firstValueFrom(events.pipe(filter((event) => event.kind === 'imported')));
  imported.panel.unplug();
  await owner.closed;
  const next = call(port);
  next.socket.write(importOf('1-1'));
  expect(await next.next(320)).toEqual(['import 0']);
  close();
  await next.closed;
});

test('a port that is in use is told', async () => {
  const { port } = await served();
  const second = usbipServer({ devices: [], port, log: quiet });
  await expect(firstValueFrom(second.pipe(take(1)))).rejects.toMatchObject({
    ...{ code: 'busy', message: `port ${port} of 127.0.0.1 is in use` },
  });
});

test('a device that is not on USB cannot be lent', async () => {
  const { usb: _, ...other } = emulator;
  const wrong = usbipServer({ devices: [{ emulator: other }], port: 0, log: quiet });
  await expect(firstValueFrom(wrong)).rejects.toMatchObject({ code: 'config' });
});
