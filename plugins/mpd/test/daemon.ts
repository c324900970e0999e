import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { folder } from './bench.ts';

export const isThere = ['/usr/bin/mpd', '/usr/bin/mpc'].every((path) => existsSync(path));

/** What every daemon here wants. */
export const PASSWORD = 'hunter2"\\ #';

/** A daemon on loopback that plays into nothing: `one.wav` and `two.wav`, 30 s each. */
export interface Daemon {
  readonly port: number;
  /** The path of its socket. */
  readonly socket: string;
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Runs mpc. */
  mpc(...words: string[]): string;
}

/** Silence of 30 s, 8 kHz, 8 bits, one channel, with a title and who plays it (RIFF, LIST INFO). */
export function silence(title: string, artist: string): Buffer {
  const chunk = (name: string, body: Buffer) => {
    const head = Buffer.alloc(8);
    head.write(name, 'latin1');
    head.writeUInt32LE(body.length, 4);
    return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
  };
  const format = Buffer.alloc(16);
  format.writeUInt16LE(1, 0);
  format.writeUInt16LE(1, 2);
  format.writeUInt32LE(8_000, 4);
  format.writeUInt32LE(8_000, 8);
  format.writeUInt16LE(1, 12);
  format.writeUInt16LE(8, 14);
  const text = (name: string, words: string) => chunk(name, Buffer.from(`${words}\0`));
  const list = Buffer.concat([Buffer.from('INFO'), text('INAM', title), text('IART', artist)]);
  const data = chunk('data', Buffer.alloc(240_000, 128));
  return chunk('RIFF', Buffer.concat([Buffer.from('WAVE'), chunk('fmt ', format), chunk('LIST', list), data]));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function configure(at: string, port: number): void {
  mkdirSync(join(at, 'music'));
  writeFileSync(join(at, 'music', 'one.wav'), silence('One', 'Ann'));
  writeFileSync(join(at, 'music', 'two.wav'), silence('Two', 'Bob'));
  const password = PASSWORD.replace(/[\\"]/g, '\\$&');
  const lines = [
    ...[`music_directory "${at}/music"`, `db_file "${at}/db"`, `state_file "${at}/state"`],
    ...['bind_to_address "127.0.0.1"', `bind_to_address "${at}/socket"`, `port "${port}"`, `log_file "${at}/log"`],
    ...[`password "${password}@read,add,control,admin"`, 'default_permissions ""'],
    ...['audio_output {', 'type "null"', 'name "none"', 'mixer_type "null"', '}', 'zeroconf_enabled "no"'],
    ...['restore_paused "yes"', 'filesystem_charset "UTF-8"'],
  ];
  writeFileSync(join(at, 'mpd.conf'), `${lines.join('\n')}\n`);
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

/** The daemon of Debian's package, running, with both songs in its playlist. */
export async function daemon(): Promise<Daemon> {
  const at = folder();
  const port = await freePort();
  configure(at, port);
  let running: ChildProcess | undefined;
  const kill = async (): Promise<void> => {
    const ending = running;
    if (ending === undefined || ending.exitCode !== null) return;
    running = undefined;
    const gone = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill('SIGKILL');
    await gone;
  };
  const start = async (): Promise<void> => {
    running = spawn('mpd', ['--no-daemon', join(at, 'mpd.conf')], { stdio: 'ignore' });
    await expect.poll(() => answers(port), { interval: 10, timeout: 10_000 }).toBe(true);
  };
  const mpc = (...words: string[]) =>
    execFileSync('mpc', ['-h', `${PASSWORD}@127.0.0.1`, '-p', String(port), ...words], { encoding: 'utf8' });
  onTestFinished(kill);
  await start();
  mpc('update', '--wait');
  mpc('add', 'one.wav', 'two.wav');
  return { port, socket: join(at, 'socket'), kill, start, mpc };
}
