import { expect, test } from 'vitest';
import { onStream } from './stream.ts';

/** A bus of the library whose socket comes when it is told to. */
function late(connection: unknown = { stream: undefined }) {
  const done: string[] = [];
  const bus = { _connection: connection, once: (name: string) => done.push(`once ${name}`) };
  const stream = { emit: () => true, on: () => {}, destroy: () => done.push('destroyed') };
  const come = (value: unknown = stream) => Object.assign(connection as object, { stream: value });
  return { bus: bus as never, stream, done, come, connection };
}

test('the socket of a connection is told when it comes, and stays where the library looks', () => {
  const { bus, stream, come, connection, done } = late();
  const told: unknown[] = [];
  const close = onStream(bus, (found) => told.push(found));
  expect(told).toEqual([]);
  come();
  expect([told, connection]).toEqual([[stream], { stream }]);
  expect(done).toEqual([]);
  close();
  expect(done).toEqual(['destroyed']);
});

test('a socket that comes after one has left is closed', () => {
  const { bus, come, done } = late();
  onStream(bus, () => {})();
  come();
  expect(done).toEqual(['destroyed']);
});

test.each([null, {}, { stream: 1 }])('a library that keeps its socket elsewhere: %j', (connection) => {
  const { bus, done } = late(connection);
  expect(() => onStream(bus, () => {})).toThrow('expected @jellybrick/dbus-next 0.11');
  expect(done).toEqual(['once connect']);
});

test('a library whose socket is none', () => {
  const { bus, come } = late();
  onStream(bus, () => {});
  expect(() => come({ write: () => {} })).toThrow('expected @jellybrick/dbus-next 0.11');
});
