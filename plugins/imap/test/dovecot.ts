import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { userInfo } from 'node:os';
import { basename, join } from 'node:path';
import process from 'node:process';
import { expect, onTestFinished } from 'vitest';
import { folder, PASSWORD } from './bench.ts';

const PROGRAM = '/usr/sbin/dovecot';
const NOBODY = 65_534;

export const isThere = existsSync(PROGRAM) && existsSync('/usr/lib/dovecot/imap');

/** A mail server on loopback with one user. */
export interface MailServer {
  /** IMAP, with STARTTLS. */
  readonly port: number;
  /** IMAP over TLS. */
  readonly tlsPort: number;
  /** Its folder, which `ca.pem` lies in. */
  readonly at: string;
  /** Puts a message into the Maildir, as a delivery does. */
  deliver(name: string, head: string): void;
  /** Marks it as seen, as another mail program does. */
  see(name: string): void;
  remove(name: string): void;
  /** Ends it with all its connections, without a word. */
  kill(): Promise<void>;
  start(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** An authority, and a certificate for 127.0.0.1 that it has signed. */
function certify(at: string): void {
  const run = (...words: string[]) => execFileSync('openssl', words, { cwd: at, stdio: 'ignore' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  run('req', '-x509', ...key, '-days', '2', '-subj', '/CN=lcdflow authority', '-keyout', 'ca.key', '-out', 'ca.pem');
  run('req', ...key, '-subj', '/CN=127.0.0.1', '-keyout', 'key.pem', '-out', 'request.pem');
  writeFileSync(join(at, 'extra'), 'subjectAltName=IP:127.0.0.1\n');
  const sign = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2', '-extfile', 'extra'];
  run('x509', '-req', '-in', 'request.pem', ...sign, '-out', 'cert.pem');
}

function configure(at: string, port: number, tlsPort: number): void {
  const { username, uid, gid } = userInfo();
  // Neither its login process nor mail may be root's; without root all of it runs as who started it.
  const [internal, login] = uid === 0 ? ['dovecot', 'dovenull'] : [username, username];
  const [owner, group] = uid === 0 ? [NOBODY, NOBODY] : [uid, gid];
  chmodSync(at, 0o755);
  const internalGroup = execFileSync('id', ['-gn', internal], { encoding: 'utf8' }).trim();
  for (const name of ['cur', 'new', 'tmp']) mkdirSync(join(at, 'mail', name), { recursive: true });
  for (const name of ['.', 'cur', 'new', 'tmp']) chownSync(join(at, 'mail', name), owner, group);
  writeFileSync(join(at, 'users'), `ann:{PLAIN}${PASSWORD}:${owner}:${group}::${at}::\n`);
  writeFileSync(
    join(at, 'dovecot.conf'),
    `
base_dir = ${at}/run
state_dir = ${at}/state
log_path = ${at}/log
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <${at}/cert.pem
ssl_key = <${at}/key.pem
disable_plaintext_auth = no
default_internal_user = ${internal}
default_internal_group = ${internalGroup}
default_login_user = ${login}
first_valid_uid = 0
first_valid_gid = 0
mail_location = maildir:${at}/mail
auth_failure_delay = 0
mail_max_userip_connections = 50
passdb {
  driver = passwd-file
  args = ${at}/users
}
userdb {
  driver = passwd-file
  args = ${at}/users
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = ${tlsPort}
    ssl = yes
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
`,
  );
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket
      .on('data', () => resolve(true))
      .on('error', () => resolve(false))
      .on('close', () => resolve(false));
    socket.once('data', () => socket.destroy());
  });

/** Starts one; it ends with the test. */
export async function dovecot(): Promise<MailServer> {
  const at = folder();
  const [port, tlsPort] = [await freePort(), await freePort()];
  certify(at);
  configure(at, port, tlsPort);
  let child: ChildProcess | undefined;
  const start = async () => {
    child = spawn(PROGRAM, ['-F', '-c', join(at, 'dovecot.conf')], { stdio: 'ignore', detached: true });
    await expect.poll(() => answers(port), { interval: 20, timeout: 10_000 }).toBe(true);
  };
  const kill = async () => {
    const mine = child;
    child = undefined;
    if (mine === undefined) return;
    const ended = new Promise((resolve) => mine.once('exit', resolve));
    process.kill(-mine.pid!, 'SIGKILL');
    await ended;
    await expect.poll(() => answers(port), { interval: 20, timeout: 10_000 }).toBe(false);
  };
  onTestFinished(kill);
  await start();
  // What a reader has only looked at stays in `new`.
  const found = (name: string) =>
    ['cur', 'new']
      .flatMap((folder) => readdirSync(join(at, 'mail', folder)).map((file) => join(at, 'mail', folder, file)))
      .find((file) => basename(file).startsWith(name))!;
  return {
    ...{ port, tlsPort, at, kill, start },
    deliver: (name, head) => {
      writeFileSync(join(at, 'mail', 'tmp', name), `${head}\n\nSome words.\n`);
      renameSync(join(at, 'mail', 'tmp', name), join(at, 'mail', 'new', name));
    },
    see: (name) => renameSync(found(name), join(at, 'mail', 'cur', `${name}:2,S`)),
    remove: (name) => renameSync(found(name), join(at, 'gone')),
  };
}
