import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createWeb, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTls } from 'node:https';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';

/** Somebody a source listens to, who is well or is not. */
export interface Other {
  /** As in a config. */
  readonly source: string;
  /** What is shown, as a text of a page, and how that is while it is ill; else its reading `number`, and `-`. */
  readonly shows?: { readonly text: string; readonly ill: string };
  well(): unknown;
  ill(): unknown;
  close(): unknown;
}

const OFTEN = 'every: 100ms, timeout: 1s';

const listening = (server: Server, port = 0): Promise<number> =>
  new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

/** A web server that answers 7, or so. */
export async function web(ill: RequestListener, more = ''): Promise<Other> {
  const well: RequestListener = (_, answer) => answer.end('7');
  let answer = well;
  const server = createWeb((question, response) => answer(question, response));
  const port = await listening(server);
  const to = (next: RequestListener) => () => {
    answer = next;
  };
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return {
    source: `{ source: http, url: 'http://127.0.0.1:${port}/', ${OFTEN}, ${more} }`,
    ...{ well: to(well), ill: to(ill), close },
  };
}

/** A web server that does not answer, and a source that keeps what it knew and shows that it is old. */
export const kept = async (): Promise<Other> => ({
  ...(await web(() => undefined, 'keep: 1h')),
  shows: { text: '{{ kept.number }}{{ kept.stale ? " old" : "" }}', ill: '7 old' },
});

/** Writes such pieces for as long as somebody reads. */
export function endless(answer: ServerResponse, piece: string): void {
  const more = () => {
    while (answer.write(piece));
  };
  answer.on('drain', more);
  more();
}

/** A web server with a certificate for itself, or for somebody else. */
export async function tls(at: string): Promise<Other> {
  const certificate = (subject: string) => {
    const file = (kind: string) => join(at, `${subject.replace(/\W/g, '')}.${kind}`);
    const make = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
    const names = ['-subj', '/CN=lcdflow', '-addext', `subjectAltName=${subject}`];
    execFileSync('openssl', [...make, ...names, '-keyout', file('key'), '-out', file('pem')], { stdio: 'ignore' });
    return { key: readFileSync(file('key')), cert: readFileSync(file('pem')), file: file('pem') };
  };
  const [own, another] = [certificate('IP:127.0.0.1'), certificate('DNS:other')];
  const server = createTls(own, (_, answer) => answer.end('7'));
  const port = await listening(server);
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return {
    source: `{ source: http, url: 'https://127.0.0.1:${port}/', authority: ${own.file}, ${OFTEN} }`,
    well: () => server.setSecureContext(own),
    ill: () => server.setSecureContext(another),
    close,
  };
}

/** A server that does so with each piece it gets; it may be gone, and come back at its port. */
async function mortal(answer: (socket: Socket, piece: Buffer) => void) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    socket.on('data', (piece: Buffer) => answer(socket, piece));
  });
  const port = await listening(server);
  const close = () => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(resolve));
  };
  return { port, close, open: () => listening(server, port) };
}

/** An MQTT broker that has kept a message for whoever comes, or is gone. */
export async function broker(): Promise<Other> {
  const { port, open, close } = await mortal((socket, piece) => {
    if (piece[0] === 0x10) socket.write(Buffer.from([0x20, 2, 0, 0]));
    if (piece[0] === 0x82) socket.write(Buffer.from([0x90, 3, piece[2]!, piece[3]!, 0, 0x31, 4, 0, 1, 0x74, 0x37]));
  });
  let isOpen = true;
  const set = async (wanted: boolean) => {
    if (wanted !== isOpen) await (wanted ? open() : close());
    isOpen = wanted;
  };
  return {
    source: `{ source: mqtt, url: 'mqtt://127.0.0.1:${port}', readings: { number: t } }`,
    ...{ well: () => set(true), ill: () => set(false), close: () => set(false) },
  };
}

/** A program that writes into a FIFO again and again, as long as anybody reads, or is killed. */
export function writer(at: string): Other {
  const path = join(at, 'fifo');
  execFileSync('mkfifo', [path]);
  const words = `trap "" PIPE; while sleep 0.1; do (while echo 7; do sleep 0.1; done) > '${path}' 2> /dev/null; done`;
  let child: ChildProcess | undefined;
  const kill = () => {
    if (child?.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    child = undefined;
  };
  const well = () => {
    child ??= spawn('sh', ['-c', words], { stdio: 'ignore', detached: true });
  };
  return { source: `{ source: fifo, path: ${path}, keep: 500ms }`, well, ill: kill, close: kill };
}

/** A command that ends at once, or forks and ignores that it should end. */
export function command(at: string): Other {
  const script = join(at, 'script');
  const set = (words: string) => () => writeFileSync(script, words);
  const well = set('echo 7');
  well();
  return {
    source: `{ source: exec, command: [sh, ${script}], ${OFTEN} }`,
    ...{ well, ill: set('trap "" TERM; sleep 1000 & sleep 1000') },
    close: () => rmSync(script),
  };
}

/** A file that holds a number, or this. */
export function file(at: string, name: string, content: string | Uint8Array): Other {
  const path = join(at, name);
  const set = (words: string | Uint8Array) => () => writeFileSync(path, words);
  const well = set('{"number":7}');
  well();
  return {
    source: `{ source: file, path: ${path}, readings: { number: { json: number } } }`,
    ...{ well, ill: set(content), close: () => undefined },
  };
}
