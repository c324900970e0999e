import type { MessageBus } from '@jellybrick/dbus-next';
import { LcdError } from '@lcdflow/core';

/** The part of `net.Socket` that matters. */
export interface Stream {
  emit(name: string, ...values: unknown[]): boolean;
  on(name: 'close', listener: () => void): unknown;
  destroy(): unknown;
}

/**
 * Tells the socket of a connection as soon as there is one, which is a moment after the connection, and destroys it when
 * what is returned is called, also one that comes later. Throws `protocol` when the library is another than expected: it
 * keeps the socket where only itself should look.
 */
export function onStream(bus: MessageBus, come: (stream: Stream) => void): () => void {
  const { _connection: connection } = bus as unknown as { _connection?: { stream?: unknown } };
  if (!(connection && 'stream' in connection) || connection.stream !== undefined) throw unexpected(bus);
  let stream: Stream | undefined;
  let isClosed = false;
  const set = (value: unknown) => {
    if (!isStream(value)) throw unexpected(bus);
    stream = value;
    come(stream);
    if (isClosed) stream.destroy();
  };
  Object.defineProperty(connection, 'stream', { configurable: true, enumerable: true, get: () => stream, set });
  return () => {
    isClosed = true;
    stream?.destroy();
  };
}

const isStream = (value: unknown): value is Stream =>
  typeof value === 'object' &&
  value !== null &&
  ['emit', 'on', 'destroy'].every((name) => typeof (value as Record<string, unknown>)[name] === 'function');

function unexpected(bus: MessageBus): LcdError {
  bus.once('connect', () => bus.disconnect());
  return new LcdError('protocol', 'expected @jellybrick/dbus-next 0.11: this one does not show its socket');
}
