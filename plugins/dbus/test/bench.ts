import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Source } from '@lcdflow/core';
import { sourceBench, withDefaults } from '@lcdflow/testkit';
import { onTestFinished } from 'vitest';

/** An empty folder that is gone after the test. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'lcdflow-dbus-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** The path of one that listens and is no bus. */
export async function listener(react: (socket: Socket) => void): Promise<string> {
  const path = join(folder(), 'bus');
  const server = createServer((socket) => react(socket.on('error', () => {})));
  await new Promise<void>((resolve) => server.listen(path, resolve));
  onTestFinished(() => void server.close());
  return path;
}

/** A source with its default options beside these, on a clock that is moved by hand, a second with each tick. */
export const bench = (source: Source, options: object) =>
  sourceBench((context) => source.read(withDefaults(source.options, options) as never, context), onTestFinished);
