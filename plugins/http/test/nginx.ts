import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { folder } from './bench.ts';

const PROGRAM = '/usr/sbin/nginx';

export const isThere = existsSync(PROGRAM);

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });

/** nginx on loopback with these files; `/away/x` redirects to `/x`. Its log has status and path of each question. */
export async function nginx(files: Readonly<Record<string, string>>) {
  const at = folder();
  chmodSync(at, 0o755);
  mkdirSync(join(at, 'www'));
  const put = (name: string, text: string) => writeFileSync(join(at, 'www', name), text);
  for (const [name, text] of Object.entries(files)) put(name, text);
  const port = await freePort();
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${at}/${name};`,
  );
  writeFileSync(
    join(at, 'nginx.conf'),
    `daemon off; master_process off; pid ${at}/pid; error_log ${at}/errors;
events { worker_connections 64; }
http {
  log_format short '$status $uri';
  access_log ${at}/log short;
  ${temporary.join(' ')}
  server {
    listen 127.0.0.1:${port};
    root ${at}/www;
    location /away/ { rewrite ^/away(/.*)$ $1 redirect; }
  }
}
`,
  );
  const child: ChildProcess = spawn(PROGRAM, ['-p', at, '-c', join(at, 'nginx.conf')], { stdio: 'ignore' });
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  };
  onTestFinished(kill);
  await expect.poll(() => listens(port), { interval: 20, timeout: 5_000 }).toBe(true);
  return { url: `http://127.0.0.1:${port}`, log: join(at, 'log'), put, kill };
}
