import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { folder } from './bench.ts';

const PATHS = ['/usr/sbin/mosquitto', '/usr/local/sbin/mosquitto', '/opt/homebrew/sbin/mosquitto'];
const PROGRAM = PATHS.find(existsSync);

export const isThere = PROGRAM !== undefined;

/** What the password file of every broker here holds. */
export const USER = 'she';
export const PASSWORD = 'hunter2 #%';

/** A broker on loopback that keeps what it is told to keep. */
export interface Broker {
  readonly port: number;
  readonly tlsPort: number;
  readonly webPort: number;
  /** The certificate of who has signed its own. */
  readonly authority: string;
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Tells by mosquitto_pub. */
  publish(topic: string, message: string | Uint8Array, retain?: boolean): void;
}

/** Ports that are free now. */
async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => new Promise((resolve) => server.once('listening', resolve))));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

/** An authority, and a certificate of it for 127.0.0.1, made by openssl. */
function certificates(at: string): void {
  const openssl = (...words: string[]) => execFileSync('openssl', words, { cwd: at, stdio: 'ignore' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl('req', '-x509', ...key, '-days', '2', '-subj', '/CN=lcdflow CA', '-keyout', 'ca.key', '-out', 'ca.pem');
  openssl('req', ...key, '-subj', '/CN=broker', '-keyout', 'key.pem', '-out', 'request.pem');
  writeFileSync(join(at, 'names'), 'subjectAltName=IP:127.0.0.1');
  const sign = ['x509', '-req', '-in', 'request.pem', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial'];
  openssl(...sign, '-days', '2', '-extfile', 'names', '-out', 'cert.pem');
}

function configure(at: string, [port, tlsPort, webPort]: readonly number[]): void {
  writeFileSync(join(at, 'passwords'), `${USER}:${PASSWORD}\n`, { mode: 0o600 });
  execFileSync('mosquitto_passwd', ['-U', join(at, 'passwords')]);
  writeFileSync(join(at, 'acl'), `user ${USER}\ntopic readwrite #\n`, { mode: 0o600 });
  const lines = [
    // As root it would become another user, who may not read this folder.
    ...['user root', 'allow_anonymous false', `password_file ${at}/passwords`, `acl_file ${at}/acl`],
    ...['persistence true', `persistence_location ${at}/`, 'autosave_interval 1', 'autosave_on_changes true'],
    ...[`listener ${port} 127.0.0.1`, `listener ${webPort} 127.0.0.1`, 'protocol websockets'],
    ...[`listener ${tlsPort} 127.0.0.1`, `certfile ${at}/cert.pem`, `keyfile ${at}/key.pem`],
  ];
  writeFileSync(join(at, 'mosquitto.conf'), `${lines.join('\n')}\n`);
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

const listening = (port: number): Promise<void> =>
  expect.poll(() => answers(port), { interval: 10, timeout: 10_000 }).toBe(true);

/** The broker of Debian's package, running. */
export async function mosquitto(): Promise<Broker> {
  const at = folder();
  const ports = await freePorts(3);
  const [port, tlsPort, webPort] = ports as [number, number, number];
  certificates(at);
  configure(at, ports);
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
    running = spawn(PROGRAM!, ['-c', join(at, 'mosquitto.conf')], { stdio: 'ignore' });
    await Promise.all(ports.map(listening));
  };
  onTestFinished(kill);
  await start();
  const publish = (topic: string, message: string | Uint8Array, retain = false): void => {
    const to = ['-h', '127.0.0.1', '-p', String(port), '-u', USER, '-P', PASSWORD, '-q', '1', '-t', topic, '-s'];
    execFileSync('mosquitto_pub', [...to, ...(retain ? ['-r'] : [])], { input: message });
  };
  return { port, tlsPort, webPort, authority: join(at, 'ca.pem'), kill, start, publish };
}
