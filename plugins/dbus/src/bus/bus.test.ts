import { createConnection, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { Message } from '@jellybrick/dbus-next';
import { firstValueFrom } from 'rxjs';
import { expect, onTestFinished, test } from 'vitest';
import { bench, folder, listener } from '../../test/bench.ts';
import { busTest, daemon, others } from '../../test/daemon.ts';
import { mpris } from '../mpris/mpris.ts';
import { socketOf } from './address.ts';
import { bus, DAEMON, onBus } from './bus.ts';

test.each([
  ['unix:path=/run/user/1000/bus', '/run/user/1000/bus'],
  ['unix:path=/tmp/a%20b,guid=0123', '/tmp/a b'],
  ['tcp:host=x,port=1;unix:abstract=/tmp/x;unix:path=/y', '\0/tmp/x'],
])('the address %s', (address, socket) => {
  expect(socketOf({ bus: 'session' }, { DBUS_SESSION_BUS_ADDRESS: address })).toBe(socket);
  expect(socketOf({ bus: 'session', address }, {})).toBe(socket);
});

test('where the buses are', () => {
  expect(() => socketOf({ bus: 'session' }, {})).toThrow('no session bus: DBUS_SESSION_BUS_ADDRESS is not set');
  expect(() => socketOf({ bus: 'session' }, { DBUS_SESSION_BUS_ADDRESS: '' })).toThrow('is not set');
  expect(() => socketOf({ bus: 'session', address: 'tcp:host=x' }, {})).toThrow(
    'expected the address of a bus such as',
  );
  expect(socketOf({ bus: 'system' }, {})).toBe('/run/dbus/system_bus_socket');
  expect(socketOf({ bus: 'system' }, { DBUS_SYSTEM_BUS_ADDRESS: 'unix:path=/x' })).toBe('/x');
});

const greeted = (then: (socket: Socket) => void) => (socket: Socket) => {
  let seen = '';
  socket.on('data', (bytes) => {
    const before = seen;
    seen += bytes.toString('latin1');
    if (!before.includes('\r\n')) socket.write('OK 0123456789abcdef\r\n');
    if (!before.includes('BEGIN') && seen.includes('BEGIN')) then(socket);
  });
};

test.each<[string, (socket: Socket) => void, string]>([
  ['closes', (socket) => socket.end(), 'has closed the connection'],
  ['refuses', (socket) => socket.once('data', () => socket.write('REJECTED\r\n')), 'does not greet as a bus does'],
  ['talks HTTP', (socket) => socket.write('HTTP/1.1 400 Bad\r\n\r\n'), 'does not greet as a bus does'],
  ['closes after it has greeted', greeted((socket) => socket.end()), 'has closed the connection'],
  ['sends garbage', greeted((socket) => socket.write(Buffer.alloc(4_000, 0x6c))), 'sends what is no message of D-Bus'],
  ['sends zeros', greeted((socket) => socket.write(Buffer.alloc(4_000))), 'does not greet within 5 s'],
])('one that listens and %s', async (_, react, reason) => {
  const path = await listener(react);
  const { watch, logged } = bench(mpris, { address: `unix:path=${path}` });
  await watch().until(() => true);
  expect(logged).toEqual([`mpris: ${path}: ${reason}`]);
});

test.each([
  ['/nowhere/bus', 'is not there: expected a bus to listen at it'],
  ['/nowhere/a=b', 'is not there: expected a bus to listen at it'],
  ['/nowhere/a:b', 'expected a socket without : ; and ,'],
])('a socket that is not there: %s', async (path, reason) => {
  const { watch, logged } = bench(mpris, { address: `unix:path=${encodeURIComponent(path)}` });
  await watch().until(() => true);
  expect(logged).toEqual([`mpris: ${path}: ${reason}`]);
});

// Little endian, of a type that there is not, with the path /a.
const OF_TYPE_9 = Buffer.from('6c09000100000000010000000b00000001016f00020000002f61000000000000', 'hex');

busTest.each([
  ['that is garbage', Buffer.alloc(4_000, 0x6c)],
  ['of a type that there is not', OF_TYPE_9],
])('a message %s is told, ends the connection and no program', async (_, bytes) => {
  const { socket } = await daemon();
  const clients: Socket[] = [];
  const path = await listener((client) => {
    clients.push(client);
    client.pipe(createConnection(socket).on('error', () => {})).pipe(client);
  });
  const { watch, logged } = bench(mpris, { address: `unix:path=${path}` });
  const watching = watch();
  await watching.until(({ stale }) => stale === false);
  clients[0]!.write(bytes);
  await watching.until(({ stale }) => stale === true);
  await watching.until(({ stale }) => stale === false);
  expect(logged).toEqual([`mpris: ${path}: sends what is no message of D-Bus`, 'mpris: is back']);
  expect(clients).toHaveLength(2);
});

busTest('a bus that takes no more connections says so, and ends no program', async () => {
  const full = await daemon();
  await full.kill();
  await full.start('<limit name="max_connections_per_user">0</limit>');
  const { watch, logged } = bench(mpris, { address: full.address });
  await watch().until(() => true);
  expect(logged).toEqual([`mpris: ${full.socket}: refuses this program: org.freedesktop.DBus.Error.LimitsExceeded`]);
});

busTest('calls tell what is wrong without the words of others', async () => {
  const { address } = await daemon();
  const called = (more: object) =>
    new Promise((resolve) => {
      const subscription = bus({ bus: 'session', address }).subscribe((found) =>
        firstValueFrom(found.call({ ...DAEMON, method: 'GetId', ...more })).then(resolve, ({ code, message }) =>
          resolve([code, message]),
        ),
      );
      onTestFinished(() => subscription.unsubscribe());
    });
  expect(await called({})).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
  expect(await called({ to: 'org.nobody' })).toEqual(['not-found', 'org.nobody: GetId fails: NameHasNoOwner']);
  expect(await called({ method: 'Nothing' })).toEqual([
    'protocol',
    'org.freedesktop.DBus: Nothing fails: UnknownMethod',
  ]);
});

busTest('signals are those of the rules alone, and come after it listens', async () => {
  const bus = await daemon();
  const other = await bus.join();
  const seen: (string | undefined)[] = [];
  const signal = (member: string, destination?: string) =>
    other.send(Object.assign(Message.newSignal('/a', 'org.test', member), { destination }));
  const rules = Array.from({ length: 20 }, (_, turn) => `path='/a',interface='org.test',member='Told${turn || ''}'`);
  const subscription = onBus({ bus: 'session', address: bus.address }, (found) => found.signals(rules)).subscribe(
    (message) => seen.push(message?.member),
  );
  onTestFinished(() => subscription.unsubscribe());
  while (seen.length < 3) {
    signal('Told');
    await new Promise((resolve) => setImmediate(resolve));
  }
  const [mine] = await others(other);
  signal('Alone', mine);
  signal('Other');
  signal('Told1');
  await expect.poll(() => seen.at(-1), { interval: 5 }).toBe('Told1');
  expect(seen[0]).toBeUndefined();
  expect(new Set(seen.slice(1))).toEqual(new Set(['Told', 'Told1']));
});

test('who leaves closes the connection, also where the other never does', async () => {
  const path = join(folder(), 'bus');
  let other: Socket | undefined;
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    other = socket.on('error', () => {}).resume();
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
  onTestFinished(() => void server.close());
  const watching = bench(mpris, { address: `unix:path=${path}` }).watch();
  await expect.poll(() => other?.bytesRead, { interval: 5 }).toBeGreaterThan(0);
  watching.stop();
  await new Promise<void>((resolve) => other!.once('end', resolve));
  const failed = new Promise((resolve) => other!.write('x', resolve));
  expect(await failed).toMatchObject({ code: 'EPIPE' });
});
