import { type ChildProcess, spawn } from 'node:child_process';
import type { EventEmitter } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Message, type MessageBus, sessionBus } from '@jellybrick/dbus-next';
import { expect, onTestFinished, test } from 'vitest';
import { folder } from './bench.ts';

export const hasDaemon = ['/usr/bin/dbus-daemon', '/usr/local/bin/dbus-daemon'].some((path) => existsSync(path));

/** A test against a real dbus-daemon. */
export const busTest = (name: string, run: () => Promise<void>): void => test.skipIf(!hasDaemon)(named(name), run);

const named = (name: string) => `${name} (needs apt-get install dbus)`;

/** The same test with several things. */
busTest.each =
  <T extends readonly unknown[]>(cases: readonly T[]) =>
  (name: string, run: (...values: T) => Promise<void>): void =>
    test.skipIf(!hasDaemon).each(cases as readonly (readonly unknown[])[])(named(name), run as never);

const config = (socket: string, more: string) => `<!DOCTYPE busconfig PUBLIC
 "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
  </policy>
  ${more}
</busconfig>
`;

/** A real dbus-daemon with a config and a socket of this test. */
export interface Daemon {
  readonly address: string;
  readonly socket: string;
  start(more?: string): Promise<void>;
  /** Ends it by SIGKILL. */
  kill(): Promise<void>;
  /** Connects a program of the test that is called so, if it has a name. */
  join(name?: string): Promise<MessageBus>;
}

export async function daemon(): Promise<Daemon> {
  const home = folder();
  const [socket, file] = [join(home, 'bus'), join(home, 'bus.conf')];
  let process: ChildProcess | undefined;
  const kill = async () => {
    if (process === undefined) return;
    const gone = new Promise<void>((resolve) => process!.once('exit', () => resolve()));
    process.kill('SIGKILL');
    await gone;
    process = undefined;
  };
  const started: Daemon = {
    ...{ address: `unix:path=${socket}`, socket, kill },
    start: async (more = '') => {
      writeFileSync(file, config(socket, more));
      process = spawn('dbus-daemon', [`--config-file=${file}`, '--nofork', '--nopidfile', '--print-address'], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const { stdout } = process;
      await new Promise<void>((resolve) => stdout!.once('data', () => resolve()));
    },
    join: async (name) => {
      const bus = sessionBus({ busAddress: `unix:path=${socket}` });
      (bus as EventEmitter).on('error', () => {});
      onTestFinished(() => bus.disconnect());
      if (name === undefined) await new Promise<void>((resolve) => bus.once('connect', () => resolve()));
      else await bus.requestName(name, 0);
      return bus;
    },
  };
  await started.start();
  onTestFinished(kill);
  return started;
}

/** The connections of a bus, beside the one that asks. */
export async function others(bus: MessageBus): Promise<string[]> {
  const where = {
    destination: 'org.freedesktop.DBus',
    path: '/org/freedesktop/DBus',
    interface: 'org.freedesktop.DBus',
  };
  const answer = await bus.call(new Message({ ...where, member: 'ListNames' }));
  return (answer!.body[0] as string[]).filter((name) => name.startsWith(':') && name !== bus.name);
}

/** How many connections a bus has, beside the one that asks. */
export const connections = async (bus: MessageBus): Promise<number> => (await others(bus)).length;

export const none = (bus: MessageBus) => expect.poll(() => connections(bus), { interval: 10 }).toBe(0);
